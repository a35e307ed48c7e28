"""Time under a stretch, for each area and side: what a card is worth, what a week still lacks.

At least five minutes a week make a muscle longer (Thomas 2018), and past about ten nothing more
is gained (Ingram 2024): rule R3. Held and moving range work counts; strength is counted in days.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from content.card import Card
from content.terms import Area, Kind, Side, Sides
from content.walk import work_seconds

FLOOR_S, CEILING_S = 300, 600  # a week
RANGE = frozenset({Kind.STRETCH, Kind.MOBILIZE})

Spot: TypeAlias = tuple[Area, Side]
Ledger: TypeAlias = Mapping[Spot, float]  # seconds


def worth(card: Card) -> float:
    """Seconds of range work that the card gives to each side of each of its areas."""
    if card.kind not in RANGE:
        return 0.0
    return work_seconds(card) / (2 if card.sides is Sides.ALTERNATE else 1)


def ledger(done: Iterable[tuple[Card, float]], before: Ledger | None = None) -> Ledger:
    """The ledger of cards of which that share was done, on top of what stood there before."""
    book = defaultdict[Spot, float](float, before or {})
    for card, share in done:
        seconds = worth(card) * share
        for area in card.areas if seconds else ():
            for side in Side:
                book[area, side] += seconds
    return book


def weaker_side(book: Ledger, area: Area) -> float:
    """Seconds on the side that has had less."""
    return min(book.get((area, side), 0.0) for side in Side)


def has_room(book: Ledger, card: Card) -> bool:
    """Does the card keep all its areas within the ceiling?"""
    seconds = worth(card)
    return not seconds or all(
        book.get((area, side), 0.0) + seconds <= CEILING_S for area in card.areas for side in Side
    )
