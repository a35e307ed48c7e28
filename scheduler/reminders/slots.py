"""The reminders that a runner can have side by side, and what a logged session means for them."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time

from scheduler.calendar.days import logging_day
from scheduler.calendar.recurrence import Occurrence, RecurrenceRule
from scheduler.calendar.zones import local

DAILY, SECOND, THIRD = SERIES = ("daily", "second", "third")
SNOOZE, REPEAT, BREAK, CHECK_IN, HOLD = "snooze", "repeat", "break", "check-in", "hold"
CARE = "care"  # how is it today, after a sore day or a red flag
ONCE = "once"  # "once:2026-12-04T09:00", so that several can wait side by side
SUNDAY = 6
HALF_DAY = 12  # hours
PART = 4  # hours


def free_slot(taken: Collection[str]) -> str | None:
    """The first of the daily slots that isn't taken; None if all three are."""
    return next((slot for slot in SERIES if slot not in taken), None)


def slot_at(rules: Mapping[str, RecurrenceRule], at: time | None) -> str | None:
    """The first reminder at that local time; None if there is none."""
    return next((slot for slot, rule in rules.items() if rule.at == at), None)


def slot_about(rules: Mapping[str, RecurrenceRule], at: time | None) -> str | None:
    """The reminder at that time of either half of the day: "the 7" may be that of the evening."""
    if at is None:
        return None
    other = at.replace(hour=(at.hour + HALF_DAY) % (2 * HALF_DAY))
    return slot_at(rules, at) or slot_at(rules, other)


def slot_in_part(rules: Mapping[str, RecurrenceRule], at: time) -> str | None:
    """The only reminder of that part of the day: "the morning one"."""
    near = [slot for slot, rule in rules.items() if _near(rule.at, at)]
    return near[0] if len(near) == 1 else None


def _near(one: time, other: time) -> bool:
    same_half = (one.hour < HALF_DAY) == (other.hour < HALF_DAY)
    return same_half and abs(one.hour - other.hour) <= PART


def slot_numbered(rules: Mapping[str, RecurrenceRule], number: int | None) -> str | None:
    """The reminder of that number as runners count, from 1; None if there are not so many."""
    return [*rules][number - 1] if number and 0 < number <= len(rules) else None


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
