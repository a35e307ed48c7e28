"""Methods that change what is already in a chat."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.playground.fake_telegram import keyboards, texts
from bot.playground.fake_telegram.chats import Chat, Message
from bot.playground.fake_telegram.errors import bad_request
from bot.playground.fake_telegram.methods import chat_of, message_of, method, writable
from bot.playground.fake_telegram.params import Params

if TYPE_CHECKING:
    from bot.playground.fake_telegram.server import FakeTelegram

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_EDITABLE_MEDIA = ("animation", "audio", "document", "photo", "video")
_DELETABLE_FOR = timedelta(hours=48)
_TAP_LIVES = timedelta(seconds=150)
_TOAST_LIMIT = 200


@method
def edit_message_text(fake: "FakeTelegram", params: Params) -> Any:
    """New words for a text message; its buttons go unless they are sent again."""
    formatted = texts.text_of(params, too_long="MESSAGE_TOO_LONG")
    message = _editable(fake, params)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _change(fake, message, params, formatted=formatted)


@method
def edit_message_caption(fake: "FakeTelegram", params: Params) -> Any:
    """New words under media."""
    formatted = texts.caption_of(params, too_long="MEDIA_CAPTION_TOO_LONG")
    message = _editable(fake, params)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _change(fake, message, params, formatted=formatted)


@method
def edit_message_media(fake: "FakeTelegram", params: Params) -> Any:
    """Another picture, video, … with its own caption."""
    item = Params(params.get("media") or {})
    item.uploads = params.uploads
    if item.get("type") not in _EDITABLE_MEDIA:
        raise bad_request("can't parse InputMedia: type must be one of the editable ones")
    message = _editable(fake, params)
    file = fake.files.take(item["type"], item.get("media"), item)
    return _change(fake, message, params, media=file, formatted=texts.caption_of(item))


@method
def edit_message_reply_markup(fake: "FakeTelegram", params: Params) -> Any:
    """Other buttons, or none."""
    return _change(fake, _editable(fake, params), params)


def _editable(fake: "FakeTelegram", params: Params) -> Message:
    message = message_of(writable(fake, params), params, "edit")
    reply_keyboard = message.markup and not keyboards.is_inline(message.markup)
    if not message.from_bot or reply_keyboard or "forward_origin" in message.content:
        raise bad_request("message can't be edited")
    return message


def _change(fake: "FakeTelegram", message: Message, params: Params, **parts: Any) -> Any:
    parts["markup"] = keyboards.checked(params.get("reply_markup"), inline_only=True)
    if all(_same(name, getattr(message, name), value) for name, value in parts.items()):
        raise bad_request(_NOT_MODIFIED)
    for name, value in parts.items():
        setattr(message, name, value)
    message.edited = fake.now()
    message.edits += 1
    fake.publish_message("edit", message)
    return message.api()


def _same(name: str, old: Any, new: Any) -> bool:
    if name == "formatted":
        return bool((old.text, old.entities) == (new.text, new.entities))
    return bool(old == new)


@method
def delete_message(fake: "FakeTelegram", params: Params) -> Any:
    """Take a message away for both sides, within 48 hours."""
    chat = chat_of(fake, params)
    message = message_of(chat, params, "delete")
    if fake.now() - message.date > _DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    if not message.from_bot and not chat.private:
        raise bad_request("message can't be deleted")
    _delete(fake, chat, message)
    return True


@method
def delete_messages(fake: "FakeTelegram", params: Params) -> Any:
    """Take up to 100 messages away; those that are gone already do not matter."""
    chat, numbers = chat_of(fake, params), params.get("message_ids") or []
    if not 1 <= len(numbers) <= 100:
        raise bad_request("there must be from 1 to 100 message identifiers")
    for message in filter(None, map(chat.alive, numbers)):
        _delete(fake, chat, message)
    return True


def _delete(fake: "FakeTelegram", chat: Chat, message: Message) -> None:
    message.deleted = True
    fake.publish("delete", chat, id=message.id)


@method
def answer_callback_query(fake: "FakeTelegram", params: Params) -> Any:
    """End the wait of a tapped button, within 150 seconds and once."""
    text = str(params.get("text") or "")
    if len(text) > _TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = fake.taps.get(str(params.get("callback_query_id")))
    if tap is None or tap.answered or fake.now() - tap.at > _TAP_LIVES:
        old = "query is too old and response timeout expired or query ID is invalid"
        raise bad_request(old)
    tap.answered, tap.toast, tap.alert = True, text, params.flag("show_alert")
    chat = tap.message.chat
    fake.publish("answered", chat, id=tap.message.id, data=tap.data)
    if text:
        chat.toasts.append((tap.user.id, text, tap.alert))
        fake.publish("toast", chat, text=text, alert=tap.alert, user_id=tap.user.id)
    return True


@method
def set_message_reaction(fake: "FakeTelegram", params: Params) -> Any:
    """The bot's own reaction; an empty list takes it back."""
    message = message_of(writable(fake, params), params, "react")
    emoji = [reaction.get("emoji", "") for reaction in params.get("reaction") or []]
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    fake.react(message, fake.bot, emoji)
    return True


@method
def pin_chat_message(fake: "FakeTelegram", params: Params) -> Any:
    """Pin a message at the top."""
    chat = writable(fake, params)
    message = message_of(chat, params, "pin")
    chat.pinned = [*(number for number in chat.pinned if number != message.id), message.id]
    fake.publish_message("edit", message)
    return True


@method
def unpin_chat_message(fake: "FakeTelegram", params: Params) -> Any:
    """Unpin a message, or the one that was pinned last."""
    chat = writable(fake, params)
    number = params.number("message_id") or next(reversed(chat.pinned), 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    fake.publish_message("edit", chat.messages[number])
    return True
