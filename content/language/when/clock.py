"""A time of day in a message, and when it is next that time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in tokens `start` to `end`; `at` is None when there is no such time."""

    start: int
    end: int
    at: time | None
    guessed: bool = False
    named: bool = False  # "in the evening", "after work"


def later_today(clock: Clock, now: datetime) -> tuple[time, date]:
    """When it is next that time: "until 6" said at ten in the morning ends this evening.

    Raises ValueError for a time that no clock shows.
    """
    at = clock.at
    if at is None:
        raise ValueError("no clock shows this time")
    if clock.guessed and at <= now.time() and at.hour < NOON:
        at = at.replace(hour=at.hour + NOON)
    return at, now.date() + timedelta(days=at <= now.time())
