"""What was done last, and how it is taken back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.dispatch.deeds import Deed, Of
from bot.services import session
from bot.services.reminding import schedule
from scheduler.log.entries import ACTIVE, EDITABLE, LogEntry, states
from scheduler.log.imported import SOURCE


def last(chat: Conversation) -> Deed | None:
    """The newest deed, if it is not too old to be taken back."""
    found = chat.deeds[-1:]
    return found[0] if found and chat.now - found[0].at <= EDITABLE else None


def told_just_before(chat: Conversation, deed: Deed | None) -> bool:
    """Has no other message been understood since?"""
    told = (chat.runner.shown or {}).get("told", {}).get("message")
    return deed is not None and deed.told == told


def is_from_file(chat: Conversation, deed: Deed) -> bool:
    """Did a file bring these entries?"""
    if deed.of is not Of.LOG or not deed.made:
        return False
    entries = chat.work.session_log.entries(chat.runner.id)
    return any((e.day, e.logged_at) in deed.made and e.source == SOURCE for e in entries)


def take_log_back(chat: Conversation, deed: Deed) -> tuple[list[LogEntry], list[LogEntry]]:
    """The entries that go with it, and those that stand again."""
    gone = list(filter(None, (_take_out(chat, made) for made in reversed(deed.made))))
    back = list(reversed(deed.gone))
    chat.work.session_log.record(chat.runner.id, *back)
    _follow(chat, {each.day for each in (*gone, *back)})
    remember(chat, Of.LOG, gone or back)
    return gone, back


def _take_out(chat: Conversation, made: tuple[date, Any]) -> LogEntry | None:
    """The newest entry of that day and moment."""
    entries = chat.work.session_log.entries(chat.runner.id)
    found = [each for each in entries if (each.day, each.logged_at) == made][-1:]
    for each in found:
        chat.work.session_log.undo(chat.runner.id, each, chat.now)
    return found[0] if found else None


def _follow(chat: Conversation, days: set[date]) -> None:
    """Today's reminders and today's session are as the log has it now."""
    today = states(chat.work.session_log.entries(chat.runner.id)).get(chat.day)
    if chat.day in days and (today is None or today.status not in ACTIVE):
        schedule.reopen_today(chat)
    elif chat.day in days:
        schedule.settle_today(chat)
    elif not session.logged(chat):
        session.think_again(chat)


def remember(chat: Conversation, of: Of, entries: Sequence[LogEntry] = ()) -> None:
    """What was taken back last, for who asks."""
    told = [[each.day.isoformat(), each.status.value] for each in entries]
    undone = {"of": of.value, "entries": told}
    chat.change(shown={**(chat.runner.shown or {}), "undone": undone})


def taken_back(chat: Conversation) -> tuple[str | None, list[tuple[date, str]]]:
    """What was taken back last: of what kind, and the days and states of a log."""
    kept = (chat.runner.shown or {}).get("undone") or {}
    entries = [(date.fromisoformat(day), status) for day, status in kept.get("entries", ())]
    return kept.get("of"), entries
