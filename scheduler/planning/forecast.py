"""How busy the next hours get: what is due against what may leave. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

AHEAD = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Due:
    """`count` reminders are due in the minute that begins `at`, for runners of one zone."""

    at: datetime
    zone: str
    count: int


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour in which something is due.

    `peak` is the largest part of it, `due` all of it, and `wait` how late the last of them
    leaves if nothing else is to be sent.
    """

    start: datetime
    peak: Due
    due: int
    wait: timedelta


def forecast(due: Iterable[Due], now: datetime, rate: float) -> list[Hour]:
    """The hours to come at `rate` messages a second; what an hour leaves over delays the next."""
    free = now
    hours: dict[datetime, list[Due]] = defaultdict(list)
    waits: dict[datetime, timedelta] = defaultdict(timedelta)
    for each in sorted(due, key=lambda part: part.at):
        start = max(each.at, now).replace(minute=0, second=0, microsecond=0)
        free = max(free, each.at) + timedelta(seconds=each.count / rate)
        hours[start].append(each)
        waits[start] = max(waits[start], free - max(each.at, now))
    return [_hour(start, parts, waits[start]) for start, parts in hours.items()]


def _hour(start: datetime, parts: list[Due], wait: timedelta) -> Hour:
    peak = max(parts, key=lambda part: part.count)
    return Hour(start, peak, sum(part.count for part in parts), wait)
