"""Left and right: which side a card begins with, and which gets a set more. Pure."""

from typing import NamedTuple

from content.catalog.card import Card
from content.catalog.taxonomy import Side, Sides
from content.coaching.dosage.volume import CEILING_S, FLOOR_S, RANGE, Ledger, worth


class Lean(NamedTuple):
    """The side to begin with, and whether it gets a set `more`."""

    first: Side = Side.LEFT
    more: bool = False

    @property
    def code(self) -> str:
        """As short as a button needs it: "", "l", "r", "ll" or "rr"."""
        return "" if self == EVEN else self.first[0] * (1 + self.more)

    @property
    def other(self) -> Side:
        """The side that comes second."""
        return Side.RIGHT if self.first is Side.LEFT else Side.LEFT

    @classmethod
    def of(cls, code: str) -> "Lean":
        """Raises KeyError."""
        return {each.code: each for each in (cls(s, m) for s in Side for m in (False, True))}[code]


EVEN = Lean()


def lean(card: Card, book: Ledger, worse: Side | None = None) -> Lean:
    """How to walk the card on top of the week's ledger.

    The side that is behind by a set or more goes first, and gets a set more while it is under
    the floor; the one that the runner calls `worse` gets it in any case. Never past the ceiling.
    """
    if card.sides is not Sides.EACH:
        return EVEN
    first = worse or _behind(card, book)
    if first is None:
        return EVEN
    wanted = worse or book.get((card.areas[0], first), 0.0) < FLOOR_S
    return Lean(first, bool(wanted and card.kind in RANGE and _room(card, book, first)))


def _set(card: Card) -> float:
    return worth(card) / card.dose.sets


def _behind(card: Card, book: Ledger) -> Side | None:
    had = {side: book.get((card.areas[0], side), 0.0) for side in Side}
    apart = max(had.values()) - min(had.values())
    return min(had, key=lambda side: had[side]) if apart and apart >= _set(card) else None


def _room(card: Card, book: Ledger, side: Side) -> bool:
    more = worth(card) + _set(card)
    return all(book.get((area, side), 0.0) + more <= CEILING_S for area in card.areas)
