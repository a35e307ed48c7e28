"""A range-of-motion test under way: three tries on the left, three on the right. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from content.catalog.taxonomy import Side
from content.coaching.mobility_test.hip_extension import TRIES, OffTheTape, Try, index
from content.coaching.mobility_test.tape_measure import Read

HEIGHTS, ALL = 2, 3  # numbers of a try, without and with the thigh


@dataclass(frozen=True, slots=True)
class MobilityTest:
    """The tries so far by side, whether the tape shows inches, and whether the person who reads
    it is the one of the last test.
    """

    tries: Mapping[str, tuple[Try, ...]] = field(default_factory=dict)
    inches: bool = False
    same_helper: bool = True

    @property
    def side(self) -> Side | None:
        """The side whose turn it is; None once both are measured."""
        return next((side for side in Side if len(self.of(side)) < TRIES), None)

    @property
    def number(self) -> int:
        """Which try on that side it is, from 1."""
        return len(self.of(self.side)) + 1 if self.side else TRIES

    @property
    def last(self) -> Try | None:
        """The newest try of all."""
        made = [each for side in Side for each in self.of(side)]
        return made[-1] if made else None

    @property
    def needed(self) -> str:
        """How many numbers the next try needs at the least: `two` or `three`."""
        return "two" if self.last else "three"

    def of(self, side: Side) -> tuple[Try, ...]:
        return self.tries.get(side, ())

    def measured(self, read: Read) -> "MobilityTest":
        """With one more try; two lengths are the heights, on the thigh measured before.

        Raises OffTheTape with what is wrong: thigh, height, slope, or how many numbers are
        needed: `two` or `three`.
        """
        side = self.side
        if side is None:
            return self
        inches = self.inches and read.bare and not read.inches
        made = self._try((read.as_inches() if inches else read).cm)
        index(*made)
        tries = {**self.tries, side.value: (*self.of(side), made)}
        return replace(self, tries=tries, inches=self.inches or read.inches)

    def _try(self, cm: tuple[float, ...]) -> Try:
        if len(cm) == ALL:
            thigh, hip, knee = cm
            return thigh, hip, knee
        if len(cm) == HEIGHTS and self.last:
            hip, knee = cm
            return self.last[0], hip, knee
        raise OffTheTape(self.needed, f"{len(cm)} lengths")

    def back(self) -> "MobilityTest":
        """Without the last try."""
        side = next((each for each in reversed(Side) if self.of(each)), None)
        if side is None:
            return self
        return replace(self, tries={**self.tries, side.value: self.of(side)[:-1]})

    def stored(self) -> dict[str, Any]:
        tries = {side: [list(each) for each in made] for side, made in self.tries.items()}
        return {"tries": tries, "inches": self.inches, "same_helper": self.same_helper}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "MobilityTest":
        """Tries of the two lengths that were once measured are left out."""
        made = {side: [t for t in each if len(t) == ALL] for side, each in stored["tries"].items()}
        tries = {side: tuple((a, b, c) for a, b, c in each) for side, each in made.items()}
        return cls(tries, stored["inches"], stored.get("same_helper", True))
