"""The register of Bot API methods, and what most of them need first: their chat and message."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.playground.fake_telegram.chats import Chat, Message
from bot.playground.fake_telegram.errors import ApiError, bad_request
from bot.playground.fake_telegram.params import Params

if TYPE_CHECKING:
    from bot.playground.fake_telegram.server import FakeTelegram

Method = Callable[["FakeTelegram", Params], Any]
METHODS: dict[str, Method] = {}


def method(function: Method) -> Method:
    """Register `send_message` as sendMessage; Telegram does not mind upper and lower case."""
    METHODS[function.__name__.replace("_", "")] = function
    return function


def chat_of(fake: "FakeTelegram", params: Params, name: str = "chat_id") -> Chat:
    """The chat of a call; a private one exists for the bot once the person wrote."""
    if params.get(name) in (None, ""):
        raise bad_request(f"{name} is empty")
    chat = fake.chats.get(params[name])
    if chat is None or not chat.open:
        raise bad_request("chat not found")
    return chat


def writable(fake: "FakeTelegram", params: Params) -> Chat:
    """The chat of a call that writes there, or the 403 of a bot that may not."""
    chat = chat_of(fake, params)
    if chat.refusal:
        raise ApiError(403, f"Forbidden: {chat.refusal}")
    return chat


def message_of(chat: Chat, params: Params, verb: str) -> Message:
    """The message of a call, or Telegram's «message to edit not found» with this verb."""
    if not params.get("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.alive(params.number("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message
