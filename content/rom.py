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
from math import asin, degrees
from statistics import median

MARGIN_DEGREES = 5.0
TRIES = 3
THIGH_CM = (25.0, 70.0)  # what a grown-up's thigh measures
SHORTEST_BREAK_DAYS = 14  # between tests: sooner, only noise changes


class OffTheTape(ValueError):
    """The lengths cannot be those of a leg; the text is for the log, not for the runner."""


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
        raise OffTheTape(f"a thigh of {thigh_cm} cm")
    if abs(drop_cm) > thigh_cm / 2:
        raise OffTheTape(f"a drop of {drop_cm} cm on a thigh of {thigh_cm} cm")
    return degrees(asin(drop_cm / thigh_cm))


def result(thigh_cm: float, drops_cm: Sequence[float]) -> float:
    """The middle one of the tries, in degrees to one decimal. Raises OffTheTape."""
    return round(median(angle(thigh_cm, drop) for drop in drops_cm), 1)


def change(before: float, now: float) -> Change:
    gained = round(now - before, 1)
    return Change(gained, abs(gained) >= MARGIN_DEGREES)
