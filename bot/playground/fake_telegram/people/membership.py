"""The bot is blocked, let in again, or thrown out: one update tells it."""

from typing import Any

from bot.playground.fake_telegram.state.chats import Chat, User
from bot.playground.fake_telegram.state.server_state import ServerState

_IN, _OUT = "member", "kicked"


def change(state: ServerState, chat: Chat, by: User, refusal: str) -> None:
    """From now on the bot may not write here, for the reason in `refusal`; "" lets it in again."""
    body = {
        "chat": chat.api(),
        "from": by.api(),
        "date": int(state.now().timestamp()),
        "old_chat_member": _member(state.bot, chat.refusal),
        "new_chat_member": _member(state.bot, refusal),
    }
    chat.refusal = refusal
    state.publish("blocked", chat, blocked=bool(refusal))
    state.updates.add("my_chat_member", body, chat.id)


def _member(bot: User, refusal: str) -> dict[str, Any]:
    member = {"user": bot.api(), "status": _OUT if refusal else _IN}
    return member | ({"until_date": 0} if refusal else {})
