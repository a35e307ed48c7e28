"""Messages get a reaction or a pin."""

from typing import Any

from bot.playground.fake_telegram.methods.register import message_of, method, writable
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState


@method
def set_message_reaction(state: ServerState, params: Params) -> Any:
    """The bot's own reaction; an empty list takes it back."""
    message = message_of(writable(state, params), params, "react")
    emoji = [reaction.get("emoji", "") for reaction in params.get("reaction") or []]
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    state.react(message, state.bot, emoji)
    return True


@method
def pin_chat_message(state: ServerState, params: Params) -> Any:
    """Pin a message at the top."""
    chat = writable(state, params)
    message = message_of(chat, params, "pin")
    chat.pinned = [*(number for number in chat.pinned if number != message.id), message.id]
    state.publish_message("edit", message)
    return True


@method
def unpin_chat_message(state: ServerState, params: Params) -> Any:
    """Unpin a message, or the one that was pinned last."""
    chat = writable(state, params)
    number = params.number("message_id") or next(reversed(chat.pinned), 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    state.publish_message("edit", chat.messages[number])
    return True
