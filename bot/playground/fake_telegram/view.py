"""What a person sees, as JSON: the page and the control door both read this.

chat_view(fake, chat_id):
  {"chat_id": 5, "title": "Limber",
   "bot": {"name": "Limber", "username": "limber_bot", "description": "…",
           "commands": [{"command": "done", "description": "…"}]},
   "blocked": false,
   "messages": [message, …],              # oldest first, deleted ones left out
   "keyboard": null | {"rows": [[{"text": "…", "request": null | "location" | "contact"}]],
                       "placeholder": "" , "one_time": false},
   "toasts": [{"text": "…", "alert": false, "user_id": 5}]}

message:
  {"id": 7, "from_bot": true, "sender": "Limber", "date": "2026-01-05T07:00:00+00:00",
   "edited": false, "kind": "text", "text": "plain text or caption",
   "html": "safe HTML of it, \\n kept",
   "buttons": [[{"text": "Done", "data": "d:1", "url": null}]],   # [] without inline keyboard
   "media": null | {"kind": "photo|document|voice|audio|video|animation|sticker",
                    "url": "/file/bot<token>/photos/file_1.png", "name": "…", "mime": "image/png",
                    "size": 123, "emoji": "…" (stickers), "duration": 3 (sound, film)},
   "location": null | {"latitude": 52.5, "longitude": 13.4},
   "contact": null | {"phone_number": "…", "first_name": "…"},
   "poll": null | {"question": "…", "options": ["…"]},
   "album": null | "group id", "reply_to": null | 6, "forwarded_from": null | "name",
   "reactions": ["👍"], "pinned": false}

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

from typing import TYPE_CHECKING, Any

from bot.playground.fake_telegram import html
from bot.playground.fake_telegram.chats import Message

if TYPE_CHECKING:
    from bot.playground.fake_telegram.server import FakeTelegram

_DEFAULT_COMMANDS = ('{"type": "default"}', "")


def chat_view(fake: "FakeTelegram", chat_id: int) -> dict[str, Any]:
    """The chat as it looks now, for a page to draw; KeyError for an unknown chat."""
    chat = fake.chats[chat_id]
    name = fake.profile.text("name") or fake.bot.first_name
    toasts = [{"text": text, "alert": alert, "user_id": user} for user, text, alert in chat.toasts]
    return {
        "chat_id": chat.id,
        "title": name if chat.private else chat.title,
        "bot": {
            "name": name,
            "username": fake.bot.username,
            "description": fake.profile.text("description"),
            "commands": fake.profile.commands.get(_DEFAULT_COMMANDS, []),
        },
        "blocked": bool(chat.refusal),
        "messages": [message_view(fake, message) for message in chat.visible],
        "keyboard": _keyboard(chat.shown_keyboard()),
        "toasts": toasts,
    }


def message_view(fake: "FakeTelegram", message: Message) -> dict[str, Any]:
    """One message, for a page to draw."""
    content = message.content
    return {
        "id": message.id,
        "from_bot": message.from_bot,
        "sender": message.sender.first_name,
        "date": message.date.isoformat(),
        "edited": message.edits > 0,
        "kind": message.kind,
        "text": message.text,
        "html": html.write(message.text, message.formatted.entities),
        "buttons": [[_button(button) for button in row] for row in message.inline_rows],
        "media": _media(fake, message),
        "location": content.get("location"),
        "contact": content.get("contact"),
        "poll": _poll(content.get("poll")),
        "album": content.get("media_group_id"),
        "reply_to": content.get("reply_to_message", {}).get("message_id"),
        "forwarded_from": _origin(content.get("forward_origin")),
        "reactions": reactions(message),
        "pinned": message.id in message.chat.pinned,
    }


def reactions(message: Message) -> list[str]:
    """All reactions on the message, whoever set them."""
    return [emoji for given in message.reactions.values() for emoji in given]


def _button(button: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
    }


def _media(fake: "FakeTelegram", message: Message) -> dict[str, Any] | None:
    if (file := message.media) is None:
        return None
    known = {name: file.details[name] for name in ("emoji", "duration") if name in file.details}
    return known | {
        "kind": file.kind,
        "url": f"/file/bot{fake.token}/{file.path}",
        "name": file.name,
        "mime": file.mime,
        "size": len(file.content),
    }


def _poll(poll: dict[str, Any] | None) -> dict[str, Any] | None:
    if poll is None:
        return None
    return {"question": poll["question"], "options": [o["text"] for o in poll["options"]]}


def _origin(origin: dict[str, Any] | None) -> str | None:
    if origin is None:
        return None
    return str(origin.get("sender_user_name") or origin["sender_user"]["first_name"])


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
