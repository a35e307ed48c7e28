"""The home test of hip extension with a tape: from lengths to an index, and whether it changed.

The runner lies on a firm bed or table with one leg hanging over its edge, the other knee held to
the chest. A helper measures between two marks, the bony point at the outer hip (greater
trochanter) and the outer side of the knee: their distance, and how high each is above the floor.
The slope between them, in degrees, is the index: positive with the knee below the hip. Tape and
trigonometry agree well between trained testers (ICC 0.90 to 0.95, PMC4560013); the test by
eye does not (PMC4991856). At home nobody checks the pelvis, so the index says nothing of what is
normal; only its change is told, past a margin that grows with the spread of the tries: rule R11.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from math import asin, degrees
from statistics import median

MARGIN = 8.0  # points of the index, at the least
SPREADS = 2  # times the spread of the tries
TRIES = 3
THIGH_CM = (25.0, 70.0)  # what a grown-up's thigh measures
HEIGHT_CM = (15.0, 150.0)  # of a mark above the floor, on a bed or a table
SHORTEST_BREAK_DAYS = 14  # between tests: sooner, only noise changes
OFFER_AFTER_DAYS = 21  # with a weekly look back, the offer comes within two to four weeks
FIRST_AFTER_DAYS = 6  # days with Limber before the first offer
SAME_TIME_H = 4  # hours apart on the clock that still are the same time of day
DAY_MINUTES = 24 * 60


class OffTheTape(ValueError):
    """The lengths cannot be those of a leg; `what` is thigh, height or slope, or how many numbers
    are needed; the text is for the log.
    """

    def __init__(self, what: str, text: str) -> None:
        super().__init__(text)
        self.what = what


Try = tuple[float, float, float]  # thigh, height of the hip mark, height of the knee mark, cm


@dataclass(frozen=True, slots=True)
class Measured:
    """One side of a test: its local day and time of day, the index, and how far its tries are
    apart.
    """

    day: date
    at: time | None
    index: float
    spread: float = 0.0

    @property
    def steady(self) -> bool:
        """Do the tries agree well enough to compare them with anything?"""
        return self.spread <= MARGIN


@dataclass(frozen=True, slots=True)
class Change:
    """Points gained since the test before, and whether that is more than the test's own noise."""

    gained: float
    real: bool


def index(thigh_cm: float, hip_cm: float, knee_cm: float) -> float:
    """How steeply the thigh falls from the hip mark to the knee mark. Raises OffTheTape."""
    _within(THIGH_CM, thigh_cm, "thigh")
    for height in (hip_cm, knee_cm):
        _within(HEIGHT_CM, height, "height")
    drop = hip_cm - knee_cm
    if abs(drop) > thigh_cm / 2:
        raise OffTheTape("slope", f"a drop of {drop} cm on a thigh of {thigh_cm} cm")
    return degrees(asin(drop / thigh_cm))


def _within(limits: tuple[float, float], cm: float, what: str) -> None:
    least, most = limits
    if not least <= cm <= most:
        raise OffTheTape(what, f"a {what} of {cm} cm")


def result(tries: Sequence[Try]) -> float:
    """The index of the middle one of the tries. Raises OffTheTape."""
    return round(median(index(*each) for each in tries), 1)


def spread(tries: Sequence[Try]) -> float:
    """How far apart the tries are, in points."""
    found = [index(*each) for each in tries]
    return round(max(found) - min(found), 1)


def margin(*spreads: float) -> float:
    """Points from which a difference is real, for tries that are so far apart."""
    return max(MARGIN, SPREADS * max(spreads, default=0.0))


def change(before: Measured, now: Measured) -> Change | None:
    """None where the tries of one of them are too far apart for any verdict."""
    if not (before.steady and now.steady):
        return None
    gained = round(now.index - before.index, 1)
    return Change(gained, abs(gained) >= margin(before.spread, now.spread))


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
