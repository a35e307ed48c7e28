"""Strength in a week: sets for each muscle, and days that really had some (rule R5). Pure.

A set counts for every muscle that its card names. Four hard sets a week are the least that a
muscle should get; a day counts as one of strength from four sets on.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from content.catalog.card import Card
from content.catalog.guide import set_seconds
from content.catalog.taxonomy import Area, Kind
from content.coaching.dosage.past import PastSession

WEEKLY_SETS = 4
REAL_DAY = 4  # sets of a day, whatever muscle they are for
HARD_S = 20  # a set of fewer seconds is an activation
MUSCLES = (
    Area.GLUTES,
    Area.QUADS,
    Area.HAMSTRINGS,
    Area.HIP_FLEXORS,
    Area.OUTER_HIP,
    Area.ANKLES,  # the calves
    Area.INNER_THIGH,
)


def hard_sets(card: Card) -> int:
    hard = card.kind is Kind.STRENGTHEN and set_seconds(card.dose) >= HARD_S
    return card.dose.sets if hard else 0


def muscle_sets(cards: Iterable[Card]) -> Counter[Area]:
    """Hard sets for each muscle."""
    found = Counter[Area]()
    for card in cards:
        found.update({area: hard_sets(card) for area in card.areas if area in MUSCLES})
    return found


def strength_days(past: Sequence[PastSession], cards: Mapping[str, Card]) -> list[date]:
    """Days on which any strength was done, which want a day of recovery."""
    return [each.day for each in past if each.share and any(map(_strong(cards), each.cards))]


def real_strength_days(past: Sequence[PastSession], cards: Mapping[str, Card]) -> list[date]:
    """Days with enough of it to count."""
    sets = Counter[date]()
    for each in past:
        known = (cards[card] for card in each.cards if card in cards)
        sets[each.day] += round(each.share * sum(map(hard_sets, known)))
    return sorted(day for day, count in sets.items() if count >= REAL_DAY)


def _strong(cards: Mapping[str, Card]) -> Callable[[str], bool]:
    return lambda card: card in cards and cards[card].kind is Kind.STRENGTHEN
