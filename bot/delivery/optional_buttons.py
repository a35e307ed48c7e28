"""Buttons for what not every operator has: the page, and a voice. Without it they are left out.

In views they are buttons like any other. One that opens the page has the data `page:2026-11-16`,
the day of the session, and gets the page's address on the way out; one that speaks has `talk:…`,
and one about a calendar that follows the plan, which is served beside the page, `feed:…`.
"""

from collections.abc import Mapping
from typing import Any

PAGE, TALK, FEED = "page:", "talk:", "feed:"
KEYBOARD = "inline_keyboard"


def offered(payload: Mapping[str, Any], page: str | None, *, speaks: bool) -> Mapping[str, Any]:
    """The payload of a call as Telegram takes it, with the buttons that lead somewhere."""
    markup = payload.get("reply_markup")
    if not isinstance(markup, dict) or KEYBOARD not in markup:
        return payload
    there = (*([PAGE, FEED] if page else []), *([TALK] if speaks else []))
    rows = [
        [_opens(each, page) for each in row if not _of(each, PAGE, TALK, FEED) or _of(each, *there)]
        for row in markup[KEYBOARD]
    ]
    return {**payload, "reply_markup": {**markup, KEYBOARD: [row for row in rows if row]}}


def _opens(button: dict[str, Any], page: str | None) -> dict[str, Any]:
    if not _of(button, PAGE):
        return button
    day = button["callback_data"].removeprefix(PAGE)
    return {"text": button["text"], "web_app": {"url": f"{page}/app/?day={day}"}}


def _of(button: dict[str, Any], *verbs: str) -> bool:
    return str(button.get("callback_data", "")).startswith(verbs)
