"""The reminders that a runner can have side by side, and what a logged session means for them."""

from collections.abc import Collection
from datetime import date, datetime, time

from scheduler.calendar.days import logging_day
from scheduler.calendar.recurrence import Occurrence, RecurrenceRule
from scheduler.calendar.zones import local

DAILY, SECOND, THIRD = SERIES = ("daily", "second", "third")
SNOOZE, REPEAT, BREAK, CHECK_IN, HOLD = "snooze", "repeat", "break", "check-in", "hold"
CARE = "care"  # how is it today, after a sore day or a red flag
ONCE = "once"  # "once:2026-12-04T09:00", so that several can wait side by side
SUNDAY = 6


def free_slot(taken: Collection[str]) -> str | None:
    """The first of the daily slots that isn't taken; None if all three are."""
    return next((slot for slot in SERIES if slot not in taken), None)


def check_in(zone: str) -> RecurrenceRule:
    """The weekly check-in: Sunday evening at six."""
    return RecurrenceRule(time(18), frozenset({SUNDAY}), zone)


def settles(day: date, logged_at: datetime, occurrence: Occurrence, zone: str) -> bool:
    """Whether a session logged for `day` at that instant makes the occurrence needless.

    It does for what is due on that same logging day. But a night owl's reminder at 02:00 still
    belongs to the evening before by that reckoning, and "done" said before midnight must not
    take it away: it is meant for a local date that had not begun.
    """
    begun = occurrence.day <= local(logged_at, zone).date()
    return begun and logging_day(occurrence.due, zone) == day
