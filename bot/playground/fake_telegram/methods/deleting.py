"""Messages are taken away."""

from datetime import timedelta
from typing import Any

from bot.playground.fake_telegram.methods.register import chat_of, message_of, method
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.chats import Chat, Message
from bot.playground.fake_telegram.state.server_state import ServerState

_DELETABLE_FOR = timedelta(hours=48)
_MOST_AT_ONCE = 100


@method
def delete_message(state: ServerState, params: Params) -> Any:
    """Take a message away for both sides, within 48 hours."""
    chat = chat_of(state, params)
    message = message_of(chat, params, "delete")
    if state.now() - message.date > _DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    if not message.from_bot and not chat.private:
        raise bad_request("message can't be deleted")
    _delete(state, chat, message)
    return True


@method
def delete_messages(state: ServerState, params: Params) -> Any:
    """Take up to 100 messages away; those that are gone already do not matter."""
    chat, numbers = chat_of(state, params), params.get("message_ids") or []
    if not 1 <= len(numbers) <= _MOST_AT_ONCE:
        raise bad_request("there must be from 1 to 100 message identifiers")
    for message in filter(None, map(chat.alive, numbers)):
        _delete(state, chat, message)
    return True


def _delete(state: ServerState, chat: Chat, message: Message) -> None:
    message.deleted = True
    state.publish("delete", chat, id=message.id)
