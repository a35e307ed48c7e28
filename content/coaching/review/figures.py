"""What a picture of progress shows, as plain numbers that can wait in a queue."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

STRENGTH_DAYS = 2  # a week, as rule R3 has it
MONTH = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Bar:
    """One area this week, in minutes for each side."""

    area: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class MobilityResult:
    """A range-of-motion test: the day and the index of each side."""

    day: date
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class ProgressFigures:
    """`days` are logged days with their status, `minutes` their lengths, `sore` 0 to 10 by day.

    `floor` and `ceiling` are minutes a week for each area and side, `margin` the points from
    which a change of a test is real. `streak` is None where it is not wanted. `since` is the
    runner's first day.
    """

    today: date
    since: date
    days: Mapping[date, str]
    minutes: Mapping[date, int]
    sore: Mapping[date, float]
    bars: tuple[Bar, ...]
    trials: tuple[MobilityResult, ...]
    streak: int | None
    done: int
    goal: int
    reserve: int
    strength: int
    floor: float
    ceiling: float
    margin: float
    in_reach: bool = True  # there are as many days left in the week as to its goal

    @property
    def strength_days(self) -> int:
        """How many days of strength a week has room for."""
        return STRENGTH_DAYS

    @property
    def month(self) -> int:
        """Minutes of the last four weeks."""
        return sum(minutes for day, minutes in self.minutes.items() if self.today - day < MONTH)

    @property
    def sore_now(self) -> int | None:
        """The latest soreness; None where it was never told."""
        return int(self.sore[max(self.sore)]) if self.sore else None

    @property
    def left(self) -> int:
        """Days to go to the goal."""
        return max(self.goal - self.done, 0)

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        by_day = {
            name: {day.isoformat(): value for day, value in getattr(self, name).items()}
            for name in ("days", "minutes", "sore")
        }
        trials = [{**asdict(each), "day": each.day.isoformat()} for each in self.trials]
        dates = {name: getattr(self, name).isoformat() for name in ("today", "since")}
        return {**asdict(self), **by_day, **dates, "trials": trials}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "ProgressFigures":
        by_day = {
            name: {date.fromisoformat(day): value for day, value in stored[name].items()}
            for name in ("days", "minutes", "sore")
        }
        trials = [
            MobilityResult(**{**e, "day": date.fromisoformat(e["day"])}) for e in stored["trials"]
        ]
        changed = {
            **{name: date.fromisoformat(stored[name]) for name in ("today", "since")},
            "bars": tuple(Bar(**each) for each in stored["bars"]),
            "trials": tuple(trials),
        }
        return cls(**{**stored, **by_day, **changed})
