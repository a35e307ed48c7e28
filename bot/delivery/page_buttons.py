"""Buttons that open the page: they get its address on the way out, and are left out without one.

In views they are buttons like any other, whose data is `page:2026-11-16`, the day of the session.
"""

from collections.abc import Mapping
from typing import Any

VERB = "page:"
KEYBOARD = "inline_keyboard"


def with_page(payload: Mapping[str, Any], url: str | None) -> Mapping[str, Any]:
    """The payload of a call as Telegram takes it."""
    markup = payload.get("reply_markup")
    if not isinstance(markup, dict) or KEYBOARD not in markup:
        return payload
    rows = [
        [_opens(each, url) for each in row if url or not _is_page(each)] for row in markup[KEYBOARD]
    ]
    return {**payload, "reply_markup": {**markup, KEYBOARD: [row for row in rows if row]}}


def _opens(button: dict[str, Any], url: str | None) -> dict[str, Any]:
    if not _is_page(button):
        return button
    day = button["callback_data"].removeprefix(VERB)
    return {"text": button["text"], "web_app": {"url": f"{url}/app/?day={day}"}}


def _is_page(button: dict[str, Any]) -> bool:
    return str(button.get("callback_data", "")).startswith(VERB)
