"""What was done on which day. The journal only grows; the newest entry of a day is its state.

Entries come in the order in which they were made, without those that were undone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count, takewhile

from content.coaching.dosage.volume import Seconds
from content.coaching.session.completed_work import together
from scheduler.calendar.days import logging_day, week_of
from scheduler.calendar.zones import aware

GOAL = 5  # days of seven
WEEK = EDITABLE = timedelta(days=7)
OFF = "off"  # the source of days that a pause excuses; they may be written ahead


class Status(StrEnum):
    """Strongest first: a log moves a day up this list only; undo and corrections may go down."""

    DONE = "done"
    PARTIAL = "partial"
    EXCUSED = "excused"
    MISSED = "missed"


STRENGTH = {status: -place for place, status in enumerate(Status)}
ACTIVE = (Status.DONE, Status.PARTIAL)


class LogRefusal(StrEnum):
    FUTURE = "future"  # a day that hasn't begun
    TOO_LONG_AGO = "too-long-ago"  # more than a week back


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What a runner said about a day. `day` is local and ends at 04:00; `logged_at` is aware.

    `sides` has the seconds of work on each side for cards of which that is known.
    """

    day: date
    status: Status
    minutes: int | None
    cards: tuple[str, ...]
    logged_at: datetime
    note: str | None = None
    source: str = "typed"
    sides: Mapping[str, Seconds] = field(default_factory=dict)

    def __post_init__(self) -> None:
        aware(self.logged_at)


@dataclass(frozen=True, slots=True)
class Logged:
    """The entry to append, if any; `already` if the day stood there before; or why not."""

    entry: LogEntry | None
    already: bool = False
    refusal: LogRefusal | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday. `goal` is the number of done days aimed at, less for excused days and for
    the `absent` ones, from Monday on, before the runner came.
    """

    days: tuple[Status | None, ...]
    done: int
    goal: int
    minutes: int
    absent: int = 0

    @property
    def left(self) -> int:
        """Days to go to the goal."""
        return max(self.goal - self.done, 0)

    def in_reach(self, today: date) -> bool:
        """Are there as many days left in the week, today's among them unless it is done?"""
        open_ = [each for each in self.days[today.weekday() :] if each is not Status.DONE]
        return self.left <= len(open_)

    @property
    def met(self) -> bool:
        return not self.neutral and self.done >= self.goal

    @property
    def neutral(self) -> bool:
        """All of it excused: it neither counts nor breaks a streak."""
        return self.goal == 0


def log(
    entries: Sequence[LogEntry],
    status: Status,
    now: datetime,
    zone: str,
    day: date | None = None,
    *,
    minutes: int | None = None,
    cards: tuple[str, ...] = (),
    note: str | None = None,
    source: str = "typed",
    sides: Mapping[str, Seconds] | None = None,
    adds: bool = False,
) -> Logged:
    """Log `status` for `day`, by default the runner's day at `now`.

    A day holds the strongest status it was given, and what was known of it is kept; the same
    status once more counts only for cards and sides that were not there yet. Where it `adds` to a
    day with a session, its minutes come on top.
    """
    today = logging_day(now, zone)
    day = day or today
    if refused := refusal(day, today):
        return Logged(None, refusal=refused)
    before = states(entries).get(day)
    if adds and before and before.status in ACTIVE:
        minutes = (minutes or 0) + (before.minutes or 0)
        status = min(status, before.status, key=list(Status).index)
    elif before and (
        STRENGTH[status] < STRENGTH[before.status]
        or (status is before.status and not _adds(before, cards, sides or {}))
    ):
        return Logged(None, already=True)
    if before:
        minutes = minutes if minutes is not None else before.minutes
        cards = tuple(dict.fromkeys(before.cards + cards))
        sides = together(before.sides, sides or {})
    return Logged(LogEntry(day, status, minutes, cards, now, note, source, sides or {}))


def _adds(before: LogEntry, cards: tuple[str, ...], sides: Mapping[str, Seconds]) -> bool:
    """Are there cards, or sides of cards, that the day did not have?"""
    if not set(cards) <= set(before.cards):
        return True
    return bool(sides) and together(before.sides, sides) != before.sides


def undo(entries: Sequence[LogEntry], now: datetime) -> LogEntry | None:
    """The entry to take back: the newest one, unless it was made over a week ago.

    Days off that a pause wrote ahead end with the pause.
    """
    newest = next((each for each in reversed(entries) if each.source != OFF), None)
    return newest if newest and aware(now) - newest.logged_at <= EDITABLE else None


def week(
    entries: Sequence[LogEntry], today: date, goal: int = GOAL, since: date | None = None
) -> Week:
    """The week of `today`, a day as logging counts it; `since` is the day when the runner came."""
    return _week(states(entries), week_of(today), goal, since)


def streak(
    entries: Sequence[LogEntry], today: date, goal: int = GOAL, since: date | None = None
) -> int:
    """Weeks in a row that met the goal. The week of `today` counts once met, and never breaks."""
    known, monday = states(entries), week_of(today)
    past = (_week(known, monday - n * WEEK, goal, since) for n in count(1))
    unbroken = takewhile(lambda each: each.met or each.neutral, past)
    return _week(known, monday, goal, since).met + sum(each.met for each in unbroken)


def refusal(day: date, today: date) -> LogRefusal | None:
    """Why that day can't be logged any more, or not yet."""
    if day > today:
        return LogRefusal.FUTURE
    return LogRefusal.TOO_LONG_AGO if today - day > EDITABLE else None


def states(entries: Sequence[LogEntry]) -> Mapping[date, LogEntry]:
    """What each day stands at: its newest entry."""
    return {entry.day: entry for entry in entries}


def _week(
    known: Mapping[date, LogEntry], monday: date, goal: int, since: date | None = None
) -> Week:
    found = [known.get(monday + timedelta(days=n)) for n in range(7)]
    days = tuple(entry.status if entry else None for entry in found)
    minutes = sum(entry.minutes or 0 for entry in found if entry and entry.status in ACTIVE)
    absent = _absent(known, monday, since)
    lowered = _lowered(goal, days.count(Status.EXCUSED) + absent)
    return Week(days, days.count(Status.DONE), lowered, minutes, absent)


def _absent(known: Mapping[date, LogEntry], monday: date, since: date | None) -> int:
    """How many days of that week, from Monday on, were over before the runner's first."""
    first = min((since, *known)) if since else monday
    return (first - monday).days if monday < first < monday + WEEK else 0


def _lowered(goal: int, away: int) -> int:
    """The goal for the days that are left, rounded; at least one while any is left."""
    left = 7 - away
    return max(round(goal * left / 7), min(left, 1))
