"""More than one card for a wish: a session of about the minutes that were named. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.profile import Profile
from content.catalog.taxonomy import Kind
from content.coaching.recommend.limits import may_be_shown
from content.coaching.recommend.ranking import rank
from content.coaching.recommend.wishes import wishes
from content.intents.meaning import Meaning

LONG = 8  # minutes; for fewer, one card will do
HARDEST_UNASKED = 2


def asks_for_several(meaning: Meaning) -> bool:
    """Is there time for more than the one card that a wish is answered with?"""
    return meaning.card is None and meaning.named is None and (meaning.minutes or 0) >= LONG


def several(
    meaning: Meaning, profile: Profile, cards: Mapping[str, Card], hidden: frozenset[str]
) -> tuple[str, ...]:
    """Cards that fill the minutes, in the order of `Kind`: those that meet most wishes first."""
    shut, untimed = hidden | meaning.without, replace(meaning, minutes=None)
    allowed = [card for card in cards.values() if may_be_shown(card, untimed, profile, shut)]
    wished = wishes(untimed, None)
    hardest = HARDEST_UNASKED + (meaning.level == 1)
    ranked = sorted(
        (card for card in allowed if card.level <= hardest),
        key=lambda card: (
            sum(not meets(card) for _, meets in wished),
            rank(card, untimed, profile, cards, ()),
        ),
    )
    picked = _filling(ranked, meaning.minutes or LONG)
    return tuple(card.id for card in sorted(picked, key=lambda card: list(Kind).index(card.kind)))


def _filling(ranked: Sequence[Card], minutes: int) -> list[Card]:
    """As many as there is time for."""
    picked: list[Card] = []
    for card in ranked:
        if sum(map(length, picked)) + length(card) <= minutes:
            picked.append(card)
    return picked
