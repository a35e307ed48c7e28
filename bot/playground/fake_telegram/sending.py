"""Methods that bring a new message into a chat."""

from functools import partial
from typing import TYPE_CHECKING, Any

from bot.playground.fake_telegram import keyboards, texts
from bot.playground.fake_telegram.chats import Chat, Message
from bot.playground.fake_telegram.errors import bad_request
from bot.playground.fake_telegram.methods import METHODS, chat_of, message_of, method, writable
from bot.playground.fake_telegram.params import Params

if TYPE_CHECKING:
    from bot.playground.fake_telegram.server import FakeTelegram

_MEDIA = ("animation", "audio", "document", "photo", "sticker", "video", "voice")
_ALBUM = ("audio", "document", "photo", "video")
_ACTIONS = {
    "choose_sticker",
    "find_location",
    "record_video",
    "record_video_note",
    "record_voice",
    "typing",
    "upload_document",
    "upload_photo",
    "upload_video",
    "upload_video_note",
    "upload_voice",
}


@method
def send_message(fake: "FakeTelegram", params: Params) -> Any:
    """A text message."""
    formatted = texts.text_of(params, too_long="message is too long")
    return _post(fake, params, formatted=formatted).api()


def _send_media(kind: str, fake: "FakeTelegram", params: Params) -> Any:
    file = fake.files.take(kind, params.get(kind), params)
    formatted = texts.Formatted() if kind == "sticker" else texts.caption_of(params)
    return _post(fake, params, media=file, formatted=formatted).api()


METHODS |= {f"send{kind}": partial(_send_media, kind) for kind in _MEDIA}


@method
def send_media_group(fake: "FakeTelegram", params: Params) -> Any:
    """An album of 2 to 10; documents and audio only among themselves."""
    items = params.get("media") or []
    if not 2 <= len(items) <= 10:
        amount = "many" if items[10:] else "few"
        raise bad_request(f"too {amount} messages to send as an album")
    kinds = {item["type"] for item in items}
    if not kinds <= set(_ALBUM):
        raise bad_request("can't use the media of the specified type in the album")
    for kind in {"audio", "document"} & kinds if len(kinds) > 1 else ():
        raise bad_request(f"{kind} can't be mixed with other media types")
    chat, album = writable(fake, params), str(len(fake.calls))
    parts = [_album_part(fake, params, item) for item in items]
    posted = [
        fake.post(chat, fake.bot, **part, content={"media_group_id": album}) for part in parts
    ]
    return [message.api() for message in posted]


def _album_part(fake: "FakeTelegram", params: Params, item: dict[str, Any]) -> dict[str, Any]:
    inner = Params(item)
    inner.uploads = params.uploads
    file = fake.files.take(item["type"], item.get("media"), inner)
    return {"media": file, "formatted": texts.caption_of(inner)}


@method
def send_location(fake: "FakeTelegram", params: Params) -> Any:
    """A point on the map."""
    place = {name: float(params.need(name)) for name in ("latitude", "longitude")}
    return _post(fake, params, content={"location": place}).api()


@method
def send_poll(fake: "FakeTelegram", params: Params) -> Any:
    """A poll that nobody answers."""
    options = [o if isinstance(o, str) else o["text"] for o in params.get("options") or []]
    if not 1 <= len(options) <= 12:
        raise bad_request("poll must have from 1 to 12 answer options")
    poll = {
        "id": str(len(fake.calls)),
        "question": params.need("question"),
        "options": [
            {"text": option, "voter_count": 0, "persistent_id": str(n)}
            for n, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": params.get("type", "regular"),
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
    }
    return _post(fake, params, content={"poll": poll}).api()


@method
def copy_message(fake: "FakeTelegram", params: Params) -> Any:
    """The same message again, as the bot's own."""
    original = message_of(chat_of(fake, params, "from_chat_id"), params, "copy")
    formatted = texts.caption_of(params) if "caption" in params else original.formatted
    content = {k: v for k, v in original.content.items() if k in ("location", "contact", "poll")}
    copy = _post(fake, params, media=original.media, formatted=formatted, content=content)
    return {"message_id": copy.id}


@method
def forward_message(fake: "FakeTelegram", params: Params) -> Any:
    """The same message again, naming who wrote it first."""
    original = message_of(chat_of(fake, params, "from_chat_id"), params, "forward")
    date = int(original.date.timestamp())
    origin = {"type": "user", "date": date, "sender_user": original.sender.api()}
    content = {"forward_origin": origin} | original.content
    parts = {"media": original.media, "formatted": original.formatted, "content": content}
    return _post(fake, params, **parts).api()


@method
def send_chat_action(fake: "FakeTelegram", params: Params) -> Any:
    """The «typing…» line."""
    chat = writable(fake, params)
    if params.get("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append(params["action"])
    fake.publish("action", chat, action=params["action"])
    return True


def _post(fake: "FakeTelegram", params: Params, **parts: Any) -> Message:
    chat = writable(fake, params)
    markup = keyboards.checked(params.get("reply_markup"))
    content = parts.pop("content", {}) | _reply(chat, params)
    return fake.post(chat, fake.bot, markup=markup, content=content, **parts)


def _reply(chat: Chat, params: Params) -> dict[str, Any]:
    reply = params.get("reply_parameters") or {}
    if not reply:
        return {}
    if "message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    original = chat.alive(reply["message_id"])
    if original is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return original.quoted() if original else {}
