"""A range-of-motion test under way: three tries on the left, three on the right. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from content.catalog.taxonomy import Side
from content.coaching.mobility_test.hip_extension import THIGH_CM, TRIES, OffTheTape, angle
from content.coaching.mobility_test.tape_measure import Read

Try = tuple[float, float]  # thigh and drop, cm


@dataclass(frozen=True, slots=True)
class MobilityTest:
    """The tries so far by side, and whether the tape shows inches."""

    tries: Mapping[str, tuple[Try, ...]] = field(default_factory=dict)
    inches: bool = False

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

    def of(self, side: Side) -> tuple[Try, ...]:
        return self.tries.get(side, ())

    def measured(self, read: Read) -> "MobilityTest":
        """With one more try; a single length is the drop, on the thigh measured before.

        Raises OffTheTape with what is wrong: thigh, drop, or `two` numbers are needed.
        """
        side = self.side
        if side is None:
            return self
        inches = self.inches and read.bare and not read.inches
        thigh, drop = self._pair((read.as_inches() if inches else read).cm)
        angle(thigh, drop)
        tries = {**self.tries, side.value: (*self.of(side), (thigh, drop))}
        return MobilityTest(tries, self.inches or read.inches)

    def _pair(self, cm: tuple[float, ...]) -> Try:
        if len(cm) == 1:
            if self.last is None:
                raise OffTheTape("two", "a single length")
            return self.last[0], cm[0]
        thigh, drop = cm
        if abs(thigh) < THIGH_CM[0] <= abs(drop):  # told the other way round
            thigh, drop = abs(drop), thigh
        return thigh, drop

    def back(self) -> "MobilityTest":
        """Without the last try."""
        side = next((each for each in reversed(Side) if self.of(each)), None)
        if side is None:
            return self
        return MobilityTest({**self.tries, side.value: self.of(side)[:-1]}, self.inches)

    def stored(self) -> dict[str, Any]:
        tries = {side: [list(each) for each in made] for side, made in self.tries.items()}
        return {"tries": tries, "inches": self.inches}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "MobilityTest":
        tries = {side: tuple((a, b) for a, b in each) for side, each in stored["tries"].items()}
        return cls(tries, stored["inches"])
