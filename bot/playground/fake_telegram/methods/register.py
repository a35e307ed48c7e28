"""The register of Bot API methods, and what most of them need first: their chat and message."""

from collections.abc import Callable
from typing import Any

from bot.playground.fake_telegram.rules.errors import ApiError, bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.chats import Chat, Message
from bot.playground.fake_telegram.state.server_state import ServerState

Method = Callable[[ServerState, Params], Any]
METHODS: dict[str, Method] = {}


def method(function: Method) -> Method:
    """Register `send_message` as sendMessage; Telegram does not mind upper and lower case."""
    METHODS[function.__name__.replace("_", "")] = function
    return function


def chat_of(state: ServerState, params: Params, name: str = "chat_id") -> Chat:
    """The chat of a call; a private one exists for the bot once the person wrote."""
    if params.get(name) in (None, ""):
        raise bad_request(f"{name} is empty")
    chat = state.chats.get(params[name])
    if chat is None or not chat.open:
        raise bad_request("chat not found")
    return chat


def writable(state: ServerState, params: Params) -> Chat:
    """The chat of a call that writes there, or the 403 of a bot that may not."""
    chat = chat_of(state, params)
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
