"""Desk breaks as their row keeps them."""

from dataclasses import replace
from datetime import datetime

from bot.dispatch.conversation import Conversation
from bot.services.reminding import pauses
from scheduler.planning.memory import Reminder
from scheduler.reminders.desk_breaks import Breaks, next_break
from scheduler.reminders.series import breaks_of, stored_breaks
from scheduler.reminders.slots import BREAK


def get(chat: Conversation) -> Breaks | None:
    row = chat.work.reminders.get(chat.runner.id, BREAK)
    kept = breaks_of(row.data) if row else None
    if kept is None or chat.runner.zone is None:
        return None
    return replace(
        kept, zone=chat.runner.zone, quiet=pauses.quiet(chat), pauses=pauses.pauses(chat)
    )


def keep(
    chat: Conversation, held: Breaks | None, busy_until: datetime | None = None
) -> datetime | None:
    """Set desk breaks or (None) end them; the interval begins now. Returns when the next comes."""
    found = next_break(held, chat.now, chat.now, busy_until) if held else None
    due, day = (found.due, found.day) if found else (None, None)
    data = stored_breaks(held) if held else {}
    known = (each for each in chat.work.reminders.all(chat.runner.id) if each.slot == BREAK)
    row = next(known, None)
    if (row.data if row else {}) != data:
        chat.replaces(BREAK, row)
    chat.work.reminders.plan(Reminder(chat.runner.id, BREAK, due, day, data))
    return due.astimezone(chat.local.tzinfo) if due else None
