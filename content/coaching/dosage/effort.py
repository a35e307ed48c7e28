"""How hard strength felt, told after a session: what the doses grow or step back by. Pure."""

from enum import StrEnum


class Effort(StrEnum):
    """By what was left, and by the form of the last repetitions."""

    EASY = "easy"  # many more would have been possible
    RIGHT = "right"  # two or three were left
    HARD = "hard"  # the form slipped
