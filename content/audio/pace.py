"""How fast the coach speaks. The clock of the work is the same at any pace."""

from enum import StrEnum


class Pace(StrEnum):
    NORMAL = "normal"
    SLOW = "slow"

    @property
    def speed(self) -> float:
        """Of speech; 1 is how fast the voice speaks by itself."""
        return 0.95 if self is Pace.NORMAL else 0.8

    @property
    def breath(self) -> float:
        """How much longer than usual the pauses between lines are."""
        return 1.0 if self is Pace.NORMAL else 1.6
