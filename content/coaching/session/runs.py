"""Runs, planned or told: which moment of the day it is, and when legs are to stay fresh."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from content.catalog.profile import Profile
from content.catalog.taxonomy import Moment

LONG_KM = 18
EASY, LONG, RACE = "easy", "long", "race"
AHEAD, BEHIND = timedelta(hours=2), timedelta(hours=3)
DAY = timedelta(days=1)
SPARED = {LONG: (-1, 0), RACE: (-2, -1, 0, 1)}  # days around it without strength


@dataclass(frozen=True, slots=True)
class Run:
    """A run on a local day. `kind` is easy, long or race; `at` is in the runner's zone."""

    day: date
    at: time | None = None
    km: float | None = None
    kind: str = EASY
    done: bool = False

    @property
    def big(self) -> str | None:
        """long or race, for a run that wants fresh legs."""
        if self.kind == EASY:
            return LONG if (self.km or 0) >= LONG_KM else None
        return self.kind


def kind_of(text: str, km: float | None, words: Mapping[str, Sequence[str]]) -> str:
    """easy, long or race, by the runner's words and by the distance; `words` name the kinds."""
    said = text.lower()
    named = (kind for kind, names in words.items() if any(name in said for name in names))
    return next(named, LONG if (km or 0) >= LONG_KM else EASY)


def runs_of(day: date, profile: Profile, told: Iterable[Run]) -> tuple[Run, ...]:
    """The runs of a day: those told of, else the usual one."""
    own = tuple(run for run in told if run.day == day)
    usual = day.weekday() in profile.run_days
    return own or ((Run(day, profile.run_at),) if usual else ())


def moment_of(now: datetime, runs: Iterable[Run]) -> Moment | None:
    """Before a run that comes within two hours, after one of the last three; else no matter."""
    if now.tzinfo is None:
        raise ValueError(f"{now} has no time zone; pass an aware datetime")
    for run in runs:
        if run.at is None or run.day != now.date():
            continue
        start = datetime.combine(run.day, run.at, tzinfo=now.tzinfo)
        if not run.done and now <= start <= now + AHEAD:
            return Moment.BEFORE_RUN
        if start < now <= start + BEHIND:
            return Moment.AFTER_RUN
    return None


def spared(told: Iterable[Run]) -> frozenset[date]:
    """Days on which strength would tire legs that a long run or race needs."""
    return frozenset(run.day + n * DAY for run in told if run.big for n in SPARED[run.big])
