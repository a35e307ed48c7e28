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
    kinds = ALIKE.get(meaning.kind, frozenset({meaning.kind})) if meaning.kind else frozenset()
    levelled = base is not None and meaning.intent in (Intent.EASIER, Intent.HARDER)
    around_a_run = meaning.moment in (None, Moment.BEFORE_RUN)
    every: list[tuple[str, object, Callable[[Card], bool]]] = [
        ("position", meaning.positions, lambda card: in_position(card, meaning)),
        ("area", areas, lambda card: not set(areas).isdisjoint(card.areas)),
        ("moment", not around_a_run, lambda card: suits(card, meaning.moment)),
        ("kit", meaning.has, lambda card: uses(card, meaning)),
        ("kind", kinds and not meaning.card, lambda card: card.kind in kinds),
        ("minutes", meaning.minutes, lambda card: in_time(card, meaning)),
        ("kind", levelled, lambda card: base is not None and card.kind is base.kind),
        ("level", meaning.level and not meaning.card, lambda card: _levelled(card, meaning)),
    ]
    return [(name, meets) for name, wished, meets in every if wished]


def _levelled(card: Card, meaning: Meaning) -> bool:
    return card.level == EASY if meaning.level == -1 else card.level > EASY


def in_position(card: Card, meaning: Meaning) -> bool:
    """Can it be done where the runner is? Nobody jumps on a train, or sits on its floor."""
    if not meaning.positions:
        return True
    floor = Position.SUPINE in meaning.positions
    chair = card.position is not Position.SEATED or Moment.DESK in card.moments
    return card.position in meaning.positions and not card.impact and (floor or chair)


def uses(card: Card, meaning: Meaning) -> bool:
    """Does it use some of the kit that was named?"""
    return not meaning.has.isdisjoint((*card.kit.required, *card.kit.optional))


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
