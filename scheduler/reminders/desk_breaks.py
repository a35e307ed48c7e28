"""Desk breaks: a short move every so often while the runner sits at work.

The interval is counted in time that really passes, from the last break or walk; the hours of
work are what the clock on the wall says. A break is known by its instant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduler.calendar.quiet import QUIET, Quiet
from scheduler.calendar.recurrence import DAY, Occurrence, Pause, covered, fire
from scheduler.calendar.zones import aware, local, zone

SHORTEST, LONGEST = timedelta(minutes=20), timedelta(minutes=240)
WORKDAYS = frozenset(range(5))
AHEAD = 400  # days to look for the next hours of work
STALE = timedelta(minutes=10)  # a break that comes later than that is no break any more


@dataclass(frozen=True, slots=True)
class Breaks:
    """A break `every` so often, between `start` and `end` on the clock, on `days` (Monday = 0).

    Work that ends before it starts goes on into the next date.
    """

    every: timedelta
    zone: str
    start: time = time(9)
    end: time = time(17)
    days: frozenset[int] = WORKDAYS
    quiet: Quiet = QUIET
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        zone(self.zone)
        if not SHORTEST <= self.every <= LONGEST:
            raise ValueError(f"a break every {self.every}; use 20 minutes to 4 hours")
        if not self.days or not self.days <= set(range(7)):
            raise ValueError(f"{set(self.days)} are not weekdays; use some of 0 to 6")

    def hours(self, day: date) -> tuple[datetime, datetime]:
        """When the work of that date begins and ends, in UTC."""
        last = day if self.start < self.end else day + DAY
        return fire(day, self.start, self.zone), fire(last, self.end, self.zone)


def next_break(
    breaks: Breaks, since: datetime, now: datetime, busy_until: datetime | None = None
) -> Occurrence | None:
    """The next break of one who last moved at `since`; None if the hours leave room for none.

    A meeting that lasts until `busy_until` is not interrupted: the break waits for its end.
    """
    earliest = max(aware(since) + breaks.every, aware(now), busy_until or now)
    for day in _workdays(breaks, local(now, breaks.zone).date() - DAY):
        begins, ends = breaks.hours(day)
        due = max(earliest, begins + breaks.every)
        due = breaks.quiet.over(due, breaks.zone)
        if due < ends:
            return Occurrence(day, due)
    return None


def outdated(due: datetime, now: datetime) -> bool:
    """Whether a break comes too late to be told."""
    return aware(now) - due > STALE


def _workdays(breaks: Breaks, first: date) -> Iterator[date]:
    days = (first + n * DAY for n in range(AHEAD))
    return (day for day in days if day.weekday() in breaks.days and not covered(breaks.pauses, day))
