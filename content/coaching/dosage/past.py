"""A session that was offered or done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from content.coaching.dosage.volume import Amount, Seconds


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session of an earlier day, or of today. `share` is how much of it was done, 0 to 1, and
    `sides` the seconds on each side of cards for which that is known.
    """

    day: date
    cards: tuple[str, ...]
    share: float = 1.0
    sides: Mapping[str, Seconds] = field(default_factory=dict)

    def amount(self, card: str) -> Amount:
        return self.sides.get(card, self.share)
