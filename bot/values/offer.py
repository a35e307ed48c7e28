"""A session as it is offered."""

from dataclasses import dataclass
from datetime import date

from content.coaching.recommend.choose import Reason


@dataclass(frozen=True, slots=True)
class Offer:
    """The session of one day: card ids in order, minutes in all, why these."""

    day: date
    cards: tuple[str, ...]
    minutes: int
    reasons: tuple[Reason, ...] = ()
