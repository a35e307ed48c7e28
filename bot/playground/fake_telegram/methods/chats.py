"""What a bot asks about chats and files."""

from typing import Any

from bot.playground.fake_telegram.methods.register import chat_of, method
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState


@method
def get_file(state: ServerState, params: Params) -> Any:
    """Where to download a file."""
    return state.files.describe(params.need("file_id"), state.now())


@method
def get_chat(state: ServerState, params: Params) -> Any:
    """A chat in full."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return chat_of(state, params).api() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), True),
    }


@method
def get_chat_member(state: ServerState, params: Params) -> Any:
    """Whether somebody is in a chat."""
    chat, user = chat_of(state, params), state.users.get(params.number("user_id"))
    if user is None:
        raise bad_request("member not found")
    return {"user": user.api(), "status": "member" if user.id in chat.members else "left"}


@method
def leave_chat(state: ServerState, params: Params) -> Any:
    """Walk out of a group."""
    chat = chat_of(state, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.refusal = "bot is not a member of the group chat"
    chat.members.pop(state.bot.id, None)
    return True
