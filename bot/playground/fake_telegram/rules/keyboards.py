"""Reply markup, checked as strictly as Telegram checks it."""

import json
from typing import Any

from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.links import checked_link
from bot.playground.fake_telegram.rules.mini_apps import check_web_app

Markup = dict[str, Any]

_ACTIONS = {
    "callback_data",
    "callback_game",
    "copy_text",
    "login_url",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "url",
    "web_app",
}
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_MOST_INLINE, _MOST_REPLY, _MOST_BYTES = 100, 300, 10_000
_DATA_BYTES = 64
_INLINE_BUTTON = "can't parse inline keyboard button"


def checked(
    markup: Markup | None, *, private: bool = True, inline_only: bool = False
) -> Markup | None:
    """The markup as Telegram keeps it; None for none or an empty inline keyboard."""
    if not markup:
        return None
    if not isinstance(markup, dict) or not any(kind in markup for kind in _KINDS):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"], private=private)
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return markup | {"keyboard": _reply(markup["keyboard"])}
    return markup


def is_inline(markup: Markup | None) -> bool:
    """True for buttons under the message."""
    return bool(markup and "inline_keyboard" in markup)


def _inline(rows: list[list[dict[str, Any]]], *, private: bool) -> Markup | None:
    rows = [row for row in rows if row]
    for row in rows:
        for button in row:
            _check_button(button)
            if "web_app" in button:
                check_web_app(button["web_app"], private=private)
    markup = {"inline_keyboard": rows}
    many = sum(map(len, rows)) > _MOST_INLINE
    if many or len(json.dumps(markup, ensure_ascii=False).encode()) > _MOST_BYTES:
        raise bad_request("reply markup is too long")
    return markup if rows else None


def _check_button(button: dict[str, Any]) -> None:
    if not button.get("text"):
        raise bad_request(f'{_INLINE_BUTTON}: Can\'t find field "text"')
    actions = [name for name in _ACTIONS & button.keys() if button[name] not in (None, "")]
    if not actions:
        raise bad_request(f"{_INLINE_BUTTON}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:  # Telegram takes one and drops the rest; its manual asks for exactly one
        raise bad_request(f"{_INLINE_BUTTON}: exactly one action is allowed")
    if len(str(button.get("callback_data", "")).encode()) > _DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not checked_link(button["url"]):
        problem = f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        raise bad_request(problem)


def _reply(rows: list[list[Any]]) -> list[list[dict[str, Any]]]:
    full = [[{"text": key} if isinstance(key, str) else key for key in row] for row in rows if row]
    if any(not key.get("text") for row in full for key in row):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if sum(map(len, full)) > _MOST_REPLY:
        raise bad_request("reply markup is too long")
    return full
