"""A chat as a person sees it, as JSON: the page and the control door both read this.

chat_view(fake, chat_id):
  {"chat_id": 5, "title": "Limber",
   "bot": {"name": "Limber", "username": "limber_bot", "description": "…",
           "commands": [{"command": "done", "description": "…"}]},
   "blocked": false,
   "messages": [message, …],   # as in message_view; oldest first, deleted ones left out
   "keyboard": null | {"rows": [[{"text": "…", "request": null | "location" | "contact"}]],
                       "placeholder": "" , "one_time": false},
   "toasts": [{"text": "…", "alert": false, "user_id": 5}]}

Events in the queue from fake.subscribe(), every one with "chat_id":
  {"type": "message", "message": message}   new, from either side
  {"type": "edit", "message": message}      text, caption, media, buttons or pin changed
  {"type": "delete", "id": 7}
  {"type": "toast", "text": "…", "alert": false, "user_id": 5}
  {"type": "answered", "id": 7, "data": "…"}    a tap was answered (with or without a toast)
  {"type": "action", "action": "typing"}
  {"type": "reaction", "id": 7, "reactions": ["👍"]}
  {"type": "blocked", "blocked": true}
"""

from typing import Any

from bot.playground.fake_telegram.state.message_view import message_view
from bot.playground.fake_telegram.state.server_state import ServerState

_DEFAULT_COMMANDS = ('{"type": "default"}', "")


def chat_view(state: ServerState, chat_id: int) -> dict[str, Any]:
    """The chat as it looks now, for a page to draw; KeyError for an unknown chat."""
    chat = state.chats[chat_id]
    name = state.profile.text("name") or state.bot.first_name
    toasts = [{"text": text, "alert": alert, "user_id": user} for user, text, alert in chat.toasts]
    return {
        "chat_id": chat.id,
        "title": name if chat.private else chat.title,
        "bot": {
            "name": name,
            "username": state.bot.username,
            "description": state.profile.text("description"),
            "commands": state.profile.commands.get(_DEFAULT_COMMANDS, []),
        },
        "blocked": bool(chat.refusal),
        "messages": [message_view(message, state.token) for message in chat.visible],
        "keyboard": _keyboard(chat.shown_keyboard()),
        "toasts": toasts,
    }


def _keyboard(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    if markup is None:
        return None
    return {
        "rows": [[_key(key) for key in row] for row in markup["keyboard"]],
        "placeholder": markup.get("input_field_placeholder") or "",
        "one_time": bool(markup.get("one_time_keyboard")),
    }


def _key(key: dict[str, Any]) -> dict[str, Any]:
    asked = [name for name in ("location", "contact") if key.get(f"request_{name}")]
    return {"text": key["text"], "request": next(iter(asked), None)}
