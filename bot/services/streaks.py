"""Weeks in a row, for those who want to hear of them."""

from collections.abc import Sequence

from bot.dispatch.conversation import Chat
from scheduler.log.entries import Entry, streak

QUIET = "quiet_streak"


def quiet(chat: Chat) -> bool:
    return bool(chat.runner.answers.get(QUIET))


def told(chat: Chat, entries: Sequence[Entry]) -> int:
    """The streak in weeks; 0, of which nothing is said, where it is not wanted."""
    return 0 if quiet(chat) else streak(entries, chat.day)
