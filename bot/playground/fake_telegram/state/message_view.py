"""One message as a person sees it, as JSON.

{"id": 7, "from_bot": true, "sender": "Limber", "date": "2026-01-05T07:00:00+00:00",
 "edited": false, "kind": "text", "text": "plain text or caption",
 "html": "safe HTML of it, \\n kept",
 "buttons": [[{"text": "Done", "data": "d:1", "url": null,
              "app": false}]],   # opens a Mini App; [] without inline keyboard
 "media": null | {"kind": "photo|document|voice|audio|video|video_note|animation|sticker",
                  "url": "/file/bot<token>/photos/file_1.png?seen", "name": "…", "mime": "…",
                  "size": 123, "emoji": "…" (stickers), "duration": 3 (sound, film)},
 "location": null | {"latitude": 52.5, "longitude": 13.4},
 "contact": null | {"phone_number": "…", "first_name": "…"},
 "poll": null | {"question": "…", "options": ["…"]},
 "album": null | "group id", "reply_to": null | 6, "forwarded_from": null | "name",
 "reactions": ["👍"], "pinned": false}
"""

from typing import Any

from bot.playground.fake_telegram.rules.html_page import write
from bot.playground.fake_telegram.state.chats import Message

SEEN = "seen"  # in the address of a file that a person looks at


def message_view(message: Message, token: str) -> dict[str, Any]:
    """One message, for a page to draw; it fetches files with the bot's `token`."""
    content = message.content
    return {
        "id": message.id,
        "from_bot": message.from_bot,
        "sender": message.sender.first_name,
        "date": message.date.isoformat(),
        "edited": message.edits > 0,
        "kind": message.kind,
        "text": message.text,
        "html": write(message.text, message.formatted.entities),
        "buttons": [[_button(button) for button in row] for row in message.inline_rows],
        "media": _media(message, token),
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
        "app": "web_app" in button,
    }


def _media(message: Message, token: str) -> dict[str, Any] | None:
    if (file := message.media) is None:
        return None
    known = {name: file.details[name] for name in ("emoji", "duration") if name in file.details}
    return known | {
        "kind": file.kind,
        "url": f"/file/bot{token}/{file.path}?{SEEN}",
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
