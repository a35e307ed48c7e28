"""The week so far, weeks in a row for those who want to hear of them, and what is worth a word."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.conversation import Conversation
from bot.services.wording import tone
from bot.values.praise import NO_PRAISE, Praise
from scheduler.calendar.days import logging_day
from scheduler.log.entries import LogEntry, Week, streak, week
from scheduler.log.milestones import Milestone, reached, sessions

REACTIONS = {Milestone.FIRST: "🎉", Milestone.WEEK: "🔥", Milestone.MONTH: "🏆"}


def quiet(chat: Conversation) -> bool:
    return chat.answers.quiet_streak


def joined(chat: Conversation) -> date:
    """The runner's first day here."""
    return logging_day(chat.runner.created_at, chat.zone)


def so_far(chat: Conversation, entries: Sequence[LogEntry], day: date | None = None) -> Week:
    """The week of today, or of another day."""
    return week(entries, day or chat.day, since=joined(chat))


def in_a_row(chat: Conversation, entries: Sequence[LogEntry], day: date | None = None) -> int:
    return streak(entries, day or chat.day, since=joined(chat))


def told(chat: Conversation, entries: Sequence[LogEntry]) -> int:
    """The streak in weeks; 0, of which nothing is said, where it is not wanted."""
    return 0 if quiet(chat) else in_a_row(chat, entries)


def praise(chat: Conversation, before: Sequence[LogEntry], entry: LogEntry | None) -> Praise:
    """What a new entry reaches: each kind with words and a reaction of its own, none of them often.

    Weeks in a row are told only where they are wanted, and nothing for some days after a red flag.
    """
    found = reached(before, entry, joined(chat)) if entry and not tone.plain(chat) else None
    if entry is None or found is None:
        return NO_PRAISE
    found = Milestone.WEEK if found is Milestone.MONTH and quiet(chat) else found
    if found in REACTIONS:
        chat.react(REACTIONS[found])
    return Praise(found, sessions([*before, entry]))
