"""Runs, planned or told: which moment of the day it is, and when legs are to stay fresh."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from content.catalog.profile import Profile
from content.catalog.taxonomy import Moment

LONG_KM = 18
EASY, SPEED, LONG, RACE = "easy", "speed", "long", "race"
OFF = "off"  # the usual run of that day is on another one
AHEAD, BEHIND = timedelta(hours=2), timedelta(hours=3)
DAY = timedelta(days=1)
LENGTH = {
    EASY: timedelta(minutes=45),
    SPEED: timedelta(hours=1),
    LONG: timedelta(hours=2),
    RACE: timedelta(hours=2),
}
A_KM = timedelta(minutes=7)  # at a pace that leaves few still running
SPARED = {LONG: (-1, 0), RACE: (-2, -1, 0, 1)}  # days around it without strength


@dataclass(frozen=True, slots=True)
class Run:
    """A run on a local day. `kind` is easy, speed, long or race, or off for none on a usual day;
    `at` is in the runner's zone, and so is `told`, the moment when one that is `done` was told of.
    """

    day: date
    at: time | None = None
    km: float | None = None
    kind: str = EASY
    done: bool = False
    told: datetime | None = None

    @property
    def length(self) -> timedelta:
        """How long it likely takes."""
        return self.km * A_KM if self.km else LENGTH[self.kind]

    @property
    def big(self) -> str | None:
        """long or race, for a run that wants fresh legs."""
        if self.kind in (EASY, SPEED, OFF):
            return LONG if (self.km or 0) >= LONG_KM else None
        return self.kind


def kind_of(text: str, km: float | None, words: Mapping[str, Sequence[str]]) -> str:
    """The kind by the runner's words and by the distance; `words` name the kinds."""
    said = text.lower()
    named = (kind for kind, names in words.items() if any(name in said for name in names))
    return next(named, LONG if (km or 0) >= LONG_KM else EASY)


def runs_of(day: date, profile: Profile, told: Iterable[Run]) -> tuple[Run, ...]:
    """The runs of a day: those told of, else the usual one."""
    own = tuple(run for run in told if run.day == day)
    usual = day.weekday() in profile.run_days and not own
    return (Run(day, profile.run_at),) if usual else tuple(e for e in own if e.kind != OFF)


def moment_of(now: datetime, runs: Iterable[Run]) -> Moment | None:
    """Before a run that comes within two hours, after one that ended in the last three; else no
    matter.

    A run is over when it is told, or once its likely length has passed: who writes a minute after
    its start is about to leave, or out. A run that is ahead weighs more than one behind.
    """
    if now.tzinfo is None:
        raise ValueError(f"{now} has no time zone; pass an aware datetime")
    runs = tuple(runs)
    told = frozenset(run.day for run in runs if run.done)
    if any(_is_ahead(now, run, told) for run in runs):
        return Moment.BEFORE_RUN
    ends = [end for run in runs if (end := _end(now, run))]
    return Moment.AFTER_RUN if any(end <= now <= end + BEHIND for end in ends) else None


def _is_ahead(now: datetime, run: Run, told: Collection[date]) -> bool:
    """Does it come soon, or is it on, with no word of a run on that day since its start?"""
    start = _start(now, run)
    if run.done or start is None or now < start - AHEAD:
        return False
    return now <= start or (run.day not in told and now < start + run.length)


def _end(now: datetime, run: Run) -> datetime | None:
    """When it was over, as far as that is known."""
    start = _start(now, run)
    if run.done and run.told:
        return run.told
    return start + run.length if start else None


def _start(now: datetime, run: Run) -> datetime | None:
    return None if run.at is None else datetime.combine(run.day, run.at, tzinfo=now.tzinfo)


def asks_for_run(day: date, profile: Profile, told: Iterable[Run], asked: date | None) -> bool:
    """Is this a usual day for a run, at a time that varies, and nobody knows about today?"""
    varies = profile.run_at is None and day.weekday() in profile.run_days
    return varies and asked != day and not any(run.day == day for run in told)


def spared(told: Iterable[Run]) -> frozenset[date]:
    """Days on which strength would tire legs that a long run or race needs."""
    return frozenset(run.day + n * DAY for run in told if run.big for n in SPARED[run.big])
