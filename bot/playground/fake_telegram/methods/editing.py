"""Other words, files or buttons for a message that is there."""

from typing import Any

from bot.playground.fake_telegram.methods.register import message_of, method, writable
from bot.playground.fake_telegram.rules import keyboards, texts
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.chats import Message
from bot.playground.fake_telegram.state.server_state import ServerState

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_EDITABLE_MEDIA = ("animation", "audio", "document", "photo", "video")


@method
def edit_message_text(state: ServerState, params: Params) -> Any:
    """New words for a text message; its buttons go unless they are sent again."""
    formatted = texts.text_of(params, too_long="MESSAGE_TOO_LONG")
    message = _editable(state, params)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _change(state, message, params, formatted=formatted)


@method
def edit_message_caption(state: ServerState, params: Params) -> Any:
    """New words under media."""
    formatted = texts.caption_of(params, too_long="MEDIA_CAPTION_TOO_LONG")
    message = _editable(state, params)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _change(state, message, params, formatted=formatted)


@method
def edit_message_media(state: ServerState, params: Params) -> Any:
    """Another picture, video, … with its own caption."""
    item = Params(params.get("media") or {})
    item.uploads = params.uploads
    if item.get("type") not in _EDITABLE_MEDIA:
        raise bad_request("can't parse InputMedia: type must be one of the editable ones")
    message = _editable(state, params)
    file = state.files.take(item["type"], item.get("media"), item)
    return _change(state, message, params, media=file, formatted=texts.caption_of(item))


@method
def edit_message_reply_markup(state: ServerState, params: Params) -> Any:
    """Other buttons, or none."""
    return _change(state, _editable(state, params), params)


def _editable(state: ServerState, params: Params) -> Message:
    message = message_of(writable(state, params), params, "edit")
    reply_keyboard = message.markup and not keyboards.is_inline(message.markup)
    if not message.from_bot or reply_keyboard or "forward_origin" in message.content:
        raise bad_request("message can't be edited")
    return message


def _change(state: ServerState, message: Message, params: Params, **parts: Any) -> Any:
    private, markup = message.chat.private, params.get("reply_markup")
    parts["markup"] = keyboards.checked(markup, private=private, inline_only=True)
    if all(_same(name, getattr(message, name), value) for name, value in parts.items()):
        raise bad_request(_NOT_MODIFIED)
    for name, value in parts.items():
        setattr(message, name, value)
    message.edited = state.now()
    message.edits += 1
    state.publish_message("edit", message)
    return message.api()


def _same(name: str, old: Any, new: Any) -> bool:
    if name == "formatted":
        return bool((old.text, old.entities) == (new.text, new.entities))
    return bool(old == new)
