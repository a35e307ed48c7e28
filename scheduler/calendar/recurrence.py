"""When a reminder that repeats fires, by the rules of RFC 5545.

An occurrence is known by the local date that it is meant for. In a gap of the clocks it moves
forward (Greenland's gap at 23:00 even pushes it into the next date); in a fold it fires the
first time only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from scheduler.calendar.days import week_of
from scheduler.calendar.zones import aware, local, zone

ON_TIME = timedelta(minutes=10)
GRACE = timedelta(hours=3)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Local dates without reminders: from `since` on, up to the day before `until`."""

    until: date
    since: date | None = None  # None: whenever it began

    def covers(self, day: date) -> bool:
        return day < self.until and (self.since is None or self.since <= day)


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """Remind at the local time `at`, on `days` (Monday = 0), up to and including `until`.

    In every one of `weeks` weeks, counted from the week of `first`. Not on dates that one of
    `pauses` covers, nor on `skips`. `exact` says that some minutes off are too many, `repeat` that
    it asks again until it is done, `silent` that it makes no sound.
    """

    at: time
    days: frozenset[int]
    zone: str
    until: date | None = None
    pauses: tuple[Pause, ...] = ()
    exact: bool = False
    repeat: bool = False
    weeks: int = 1
    first: date | None = None
    skips: frozenset[date] = frozenset()
    silent: bool = False

    def __post_init__(self) -> None:
        zone(self.zone)
        if self.at.tzinfo is not None:
            raise ValueError(f"{self.at} carries a time zone; the zone belongs in `zone`")
        if not self.days or not self.days <= set(range(7)):
            raise ValueError(f"{set(self.days)} are not weekdays; use some of 0 to 6")
        if self.weeks < 1 or (self.weeks > 1 and self.first is None):
            raise ValueError(f"every {self.weeks} weeks needs 1 or more, and a `first` date")

    def means(self, day: date) -> bool:
        """Whether the rule has an occurrence for that local date."""
        ended = self.until is not None and day > self.until
        if ended or day.weekday() not in self.days or day in self.skips:
            return False
        return self._in_turn(day) and not covered(self.pauses, day)

    def _in_turn(self, day: date) -> bool:
        """Is this one of the weeks that count?"""
        if self.first is None:
            return True
        return (week_of(day) - week_of(self.first)).days // 7 % self.weeks == 0


def covered(pauses: Iterable[Pause], day: date) -> bool:
    """Whether one of the pauses covers that local date."""
    return any(pause.covers(day) for pause in pauses)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One firing: the local date that it is meant for, and the instant in UTC."""

    day: date
    due: datetime


class Lateness(StrEnum):
    ON_TIME = "on-time"
    LATE = "late"  # still sent, and says so
    TOO_LATE = "too-late"  # dropped, and counted as missed by us


@lru_cache(1 << 16)  # runners share minutes: planning a batch is mostly lookups
def fire(day: date, at: time, zone_name: str) -> datetime:
    """The instant, in UTC, at which a reminder meant for `day` is due."""
    return datetime.combine(day, at.replace(fold=0), tzinfo=zone(zone_name)).astimezone(UTC)


def begin(rule: RecurrenceRule, last_day: date | None, now: datetime) -> Occurrence | None:
    """The first occurrence of a rule that its runner has just set, changed or resumed.

    Never one that is past already, nor one of a date up to `last_day`, the last that was served.
    """
    return _first(rule, last_day, since=aware(now))


def next_occurrence(
    rule: RecurrenceRule, last_day: date | None, now: datetime
) -> Occurrence | None:
    """The occurrence to plan once `last_day` was served or dropped; None if the rule has ended.

    It may be up to GRACE overdue. Without `last_day` the rule begins now.
    """
    return begin(rule, None, now) if last_day is None else replan(rule, last_day, now)


def replan(rule: RecurrenceRule, last_day: date | None, now: datetime) -> Occurrence | None:
    """The next occurrence after the runner or the tz database moved; `rule` has the new zone.

    No local date comes twice, and none is left out but one whose time was over for more than
    GRACE when the runner arrived.
    """
    return _first(rule, last_day, since=aware(now) - GRACE)


def retimed(rule: RecurrenceRule, planned: Occurrence) -> Occurrence:
    """A planned occurrence by the tz database in use now: the same local date, as it says there.

    So a new version of the database neither doubles nor skips a date.
    """
    return Occurrence(planned.day, fire(planned.day, rule.at, rule.zone))


def passed_over(rule: RecurrenceRule, last_day: date, now: datetime) -> tuple[date, ...]:
    """The dates after `last_day` that are too late to be served: missed by us, not the runner."""
    gone = aware(now) - GRACE
    overdue = takewhile(lambda each: each.due < gone, _occurrences(rule, last_day + DAY))
    return tuple(each.day for each in overdue)


def judge(occurrence: Occurrence, now: datetime) -> Lateness:
    """Whether an occurrence may still be sent."""
    late = aware(now) - occurrence.due
    if late > GRACE:
        return Lateness.TOO_LATE
    return Lateness.LATE if late > ON_TIME else Lateness.ON_TIME


def _first(rule: RecurrenceRule, last_day: date | None, since: datetime) -> Occurrence | None:
    start = local(since, rule.zone).date() - DAY  # a gap at midnight fires on the next date
    if last_day is not None:
        start = max(start, last_day + DAY)
    return next((each for each in _occurrences(rule, start) if each.due >= since), None)


def _occurrences(rule: RecurrenceRule, day: date) -> Iterator[Occurrence]:
    while rule.until is None or day <= rule.until:
        if rule.means(day):
            yield Occurrence(day, fire(day, rule.at, rule.zone))
        day += DAY
