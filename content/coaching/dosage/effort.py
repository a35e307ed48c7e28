"""How hard strength felt, told after a session: what the doses grow or step back by. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

APART = timedelta(days=5)  # asked at every session, it would be noise


class Effort(StrEnum):
    """By what was left, and by the form of the last repetitions."""

    EASY = "easy"  # many more would have been possible
    RIGHT = "right"  # two or three were left
    HARD = "hard"  # the form slipped


def asks_again(felt: Mapping[date, Effort], day: date) -> bool:
    """Is it time for the next form check? Once in a while, and soon where the form slipped."""
    last = max(felt, default=None)
    return last is None or day - last >= APART or felt[last] is Effort.HARD
