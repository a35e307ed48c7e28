"""What every method needs that brings a new message into a chat."""

from typing import Any

from bot.playground.fake_telegram.methods.register import writable
from bot.playground.fake_telegram.rules import keyboards
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.chats import Chat, Message
from bot.playground.fake_telegram.state.server_state import ServerState


def post(state: ServerState, params: Params, **parts: Any) -> Message:
    """Bring a new message into the chat of the call; `parts` are further fields of it."""
    chat = writable(state, params)
    markup = keyboards.checked(params.get("reply_markup"), private=chat.private)
    content = parts.pop("content", {}) | _reply(chat, params)
    silent = params.flag("disable_notification")
    return state.post(chat, state.bot, markup=markup, content=content, silent=silent, **parts)


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
