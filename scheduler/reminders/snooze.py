"""Putting a reminder off: once more, later. The series itself never moves."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from scheduler.calendar.recurrence import DAY, RecurrenceRule, fire
from scheduler.calendar.zones import aware, local

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=24)
USUAL = timedelta(minutes=20)
EVENING, MORNING = time(19, 30), time(9)
SOON = timedelta(minutes=30)  # an evening that is as near as that is no help
LATER = timedelta(hours=2)
OFTEN = 4  # snoozes in a row, from which on another time may suit better


class SnoozeRefusal(StrEnum):
    TOO_SOON = "too-soon"  # "0 minutes", "-5"
    TOO_FAR = "too-far"  # "9999 minutes": that is a pause


@dataclass(frozen=True, slots=True)
class Snoozed:
    """When the reminder comes back, in UTC, and the local date of that.

    `by_series` says that the series comes then anyway, so that nothing need be added.
    """

    due: datetime
    day: date
    by_series: bool = False


def after(length: timedelta, now: datetime, zone: str) -> Snoozed | SnoozeRefusal:
    """Back after a length of time, from a minute to a day."""
    if length < SHORTEST:
        return SnoozeRefusal.TOO_SOON
    return SnoozeRefusal.TOO_FAR if length > LONGEST else _at(aware(now) + length, zone)


def until(at: time, now: datetime, zone: str) -> Snoozed:
    """Back when the runner's clock next shows `at`: today, or else tomorrow."""
    day = local(now, zone).date()
    days = (day, day + DAY, day + 2 * DAY)  # a date can be missing, as in Samoa in 2011
    due = next(due for each in days if (due := fire(each, at, zone)) > now)
    return _at(due, zone)


def this_evening(now: datetime, zone: str) -> Snoozed:
    """Back at half past seven, or two hours on when that is near or past."""
    due = fire(local(now, zone).date(), EVENING, zone)
    return _at(due if due - now > SOON else now + LATER, zone)


def tomorrow(
    now: datetime, zone: str, rule: RecurrenceRule | None, at: time | None = None
) -> Snoozed:
    """Back on the next date, at the reminder's own time unless another one is said."""
    day = local(now, zone).date() + DAY
    usual = rule.at if rule else MORNING
    own = rule is not None and rule.means(day) and at in (None, usual)
    return Snoozed(fire(day, at or usual, zone), day, by_series=own)


def on(day: date, at: time, now: datetime, zone: str) -> Snoozed | SnoozeRefusal:
    """Once, on a date that was named."""
    due = fire(day, at, zone)
    return SnoozeRefusal.TOO_SOON if due <= aware(now) else Snoozed(due, day)


def _at(due: datetime, zone: str) -> Snoozed:
    return Snoozed(due, local(due, zone).date())
