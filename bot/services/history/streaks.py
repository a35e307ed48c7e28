"""Weeks in a row, for those who want to hear of them."""

from collections.abc import Sequence

from bot.dispatch.conversation import Conversation
from scheduler.log.entries import LogEntry, streak


def quiet(chat: Conversation) -> bool:
    return chat.answers.quiet_streak


def told(chat: Conversation, entries: Sequence[LogEntry]) -> int:
    """The streak in weeks; 0, of which nothing is said, where it is not wanted."""
    return 0 if quiet(chat) else streak(entries, chat.day)
