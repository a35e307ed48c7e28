"""The home test of hip extension with a tape: from two lengths to degrees, and whether it changed.

The runner lies on a firm bed or table with one leg hanging over its edge, the other knee held to
the chest. Two tape measures: along the thigh from the hip bone to the middle of the kneecap, and
straight up from the kneecap to the height of the table. Their ratio is the sine of the angle by
which the thigh is below (positive) or above (negative) the level of the table. Tape and
trigonometry agree well between trained testers (ICC 0.90 to 0.95, PMC4560013); the test by
eye does not (PMC4991856), so a change counts only past a stated margin: rule R11.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from math import asin, degrees
from statistics import median

MARGIN_DEGREES = 5.0
TRIES = 3
THIGH_CM = (25.0, 70.0)  # what a grown-up's thigh measures
SHORTEST_BREAK_DAYS = 14  # between tests: sooner, only noise changes
OFFER_AFTER_DAYS = 21  # with a weekly look back, the offer comes within two to four weeks
FIRST_AFTER_DAYS = 6  # days with Limber before the first offer
SAME_TIME_H = 4  # hours apart on the clock that still are the same time of day
DAY_MINUTES = 24 * 60


class OffTheTape(ValueError):
    """The lengths cannot be those of a leg; `what` is thigh or drop, the text is for the log."""

    def __init__(self, what: str, text: str) -> None:
        super().__init__(text)
        self.what = what


@dataclass(frozen=True, slots=True)
class Measured:
    """One side of an earlier test: its local day and time of day, and the degrees."""

    day: date
    at: time | None
    degrees: float


@dataclass(frozen=True, slots=True)
class Change:
    """Degrees gained since the test before, and whether that is more than the test's own noise."""

    gained: float
    real: bool


def angle(thigh_cm: float, drop_cm: float) -> float:
    """Degrees of extension. `drop_cm` is positive below the table and negative above it.

    Raises OffTheTape.
    """
    shortest, longest = THIGH_CM
    if not shortest <= thigh_cm <= longest:
        raise OffTheTape("thigh", f"a thigh of {thigh_cm} cm")
    if abs(drop_cm) > thigh_cm / 2:
        raise OffTheTape("drop", f"a drop of {drop_cm} cm on a thigh of {thigh_cm} cm")
    return degrees(asin(drop_cm / thigh_cm))


def result(tries: Sequence[tuple[float, float]]) -> float:
    """The middle one of tries of thigh and drop in cm, in degrees. Raises OffTheTape."""
    return round(median(angle(*each) for each in tries), 1)


def spread(tries: Sequence[tuple[float, float]]) -> float:
    """How far apart the tries are, in degrees."""
    found = [angle(*each) for each in tries]
    return round(max(found) - min(found), 1)


def change(before: float, now: float) -> Change:
    gained = round(now - before, 1)
    return Change(gained, abs(gained) >= MARGIN_DEGREES)


def comparable(earlier: Sequence[Measured], day: date, at: time) -> Measured | None:
    """The latest test to compare with: two weeks ago or more, at about the same time of day."""
    fit = [
        each
        for each in earlier
        if (day - each.day).days >= SHORTEST_BREAK_DAYS and (not each.at or _near(each.at, at))
    ]
    return max(fit, key=lambda each: each.day, default=None)


def _near(one: time, other: time) -> bool:
    apart = abs((one.hour - other.hour) * 60 + one.minute - other.minute)
    return min(apart, DAY_MINUTES - apart) <= SAME_TIME_H * 60


def next_day(last: date) -> date:
    """The first day on which another test tells something."""
    return last + timedelta(days=SHORTEST_BREAK_DAYS)


def is_due(last: date | None, since: date, day: date) -> bool:
    """Is it time to offer one? `since` is the runner's first day with Limber."""
    if last is None:
        return (day - since).days >= FIRST_AFTER_DAYS
    return (day - last).days >= OFFER_AFTER_DAYS
