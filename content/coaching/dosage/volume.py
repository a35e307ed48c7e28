"""Time under a stretch, for each area and side: what a card is worth, what a week still lacks.

At least five minutes a week make a muscle longer (Thomas 2018), and past about ten nothing more
is gained (Ingram 2024): rule R3. Held and moving range work counts; strength is counted in days.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from content.catalog.card import Card
from content.catalog.guide import work_seconds
from content.catalog.taxonomy import Area, Kind, Side, Sides

# A week. The floor hangs together with the doses: five days of a core card of a minute reach it.
FLOOR_S, CEILING_S = 300, 600
RANGE = frozenset({Kind.STRETCH, Kind.MOBILIZE})

SIDES = tuple(Side)

Spot: TypeAlias = tuple[Area, Side]
Ledger: TypeAlias = Mapping[Spot, float]  # seconds
Seconds: TypeAlias = Mapping[str, float]  # of work, by side
Amount: TypeAlias = float | Seconds  # a share of the dose, or what each side had


def dose_each(card: Card) -> float:
    """Seconds of work that the whole card gives to each side."""
    return work_seconds(card) / (2 if card.sides is Sides.ALTERNATE else 1)


@lru_cache(1 << 10)
def worth(card: Card) -> float:
    """Seconds of range work that the card gives to each side of each of its areas."""
    return dose_each(card) if card.kind in RANGE else 0.0


def ledger(done: Iterable[tuple[Card, Amount]], before: Ledger | None = None) -> Ledger:
    """The ledger of cards of which that much was done, on top of what stood there before."""
    book: dict[Spot, float] = defaultdict(float, before or {})
    for card, amount in done:
        if card.kind not in RANGE:
            continue
        for side in SIDES:
            seconds = worth(card) * amount if isinstance(amount, int | float) else amount[side]
            for area in card.areas if seconds else ():
                book[area, side] += seconds
    return book


def weaker_side(book: Ledger, area: Area) -> float:
    """Seconds on the side that has had less."""
    return min([book.get((area, side), 0.0) for side in SIDES])


def has_room(book: Ledger, card: Card) -> bool:
    """Does the card keep all its areas within the ceiling?"""
    seconds = worth(card)
    if not seconds:
        return True
    fullest = max([book.get((area, side), 0.0) for area in card.areas for side in SIDES])
    return fullest + seconds <= CEILING_S
