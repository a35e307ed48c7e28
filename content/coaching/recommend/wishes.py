"""What is wished of a card, dearest first, and the cards that meet most of it."""

from collections.abc import Callable, Sequence
from itertools import combinations

from content.catalog.card import Card
from content.catalog.guide import minutes
from content.catalog.taxonomy import Kind, Moment, Position
from content.intents.meaning import Intent, Meaning

LYING = frozenset({Position.SUPINE, Position.SIDE_LYING})
EASY = 1
ALIKE = {
    Kind.DRILL: frozenset({Kind.DRILL, Kind.DYNAMIC}),
    Kind.DYNAMIC: frozenset({Kind.DYNAMIC, Kind.DRILL}),
}

Wish = tuple[str, Callable[[Card], bool]]


def wishes(meaning: Meaning, base: Card | None) -> list[Wish]:
    """The wishes, dearest first."""
    areas = meaning.areas or (base.areas if base else ())
    wishes: list[Wish] = []
    if areas:
        wishes.append(("area", lambda card: any(area in card.areas for area in areas)))
    if meaning.moment not in (None, Moment.BEFORE_RUN):
        wishes.append(("moment", lambda card: suits(card, meaning.moment)))
    if meaning.kind and not base:
        kinds = ALIKE.get(meaning.kind, frozenset({meaning.kind}))
        wishes.append(("kind", lambda card: card.kind in kinds))
    if meaning.minutes:
        wishes.append(("minutes", lambda card: in_time(card, meaning)))
    if meaning.intent in (Intent.EASIER, Intent.HARDER) and base:
        wishes.append(("kind", lambda card: card.kind is base.kind))
    if meaning.level and not meaning.card:
        wishes.append(
            ("level", lambda card: card.level == EASY if meaning.level == -1 else card.level > EASY)
        )
    return wishes


def in_time(card: Card, meaning: Meaning) -> bool:
    """Is it over within the minutes that were named?"""
    return minutes(card) < (meaning.minutes or 0) + 1


def suits(card: Card, moment: Moment | None) -> bool:
    """Does a card suit a desk, a bed, a day? Those that say so do, and no runs on rest days."""
    if moment in card.moments:
        return True
    return moment is Moment.BED and card.position in LYING and not card.kit.required


def best_fit(allowed: Sequence[Card], wishes: Sequence[Wish]) -> tuple[list[Card], tuple[str, ...]]:
    """The cards that meet all wishes, or all but the fewest and least dear."""
    for count in range(len(wishes) + 1):
        for gone in combinations(reversed(wishes), count):
            kept = [wish for wish in wishes if wish not in gone]
            fitting = [card for card in allowed if all(meets(card) for _, meets in kept)]
            if fitting:
                return fitting, tuple(name for name, _ in reversed(gone))
    return list(allowed), tuple(name for name, _ in wishes)
