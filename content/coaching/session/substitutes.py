"""Another card for the same purpose, when one is not wanted or cannot be done. Pure."""

from collections.abc import Collection, Mapping

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.plan import usable


def equivalent(
    card: Card, today: SessionInputs, cards: Mapping[str, Card], taken: Collection[str] = ()
) -> Card | None:
    """The card that does most of the same, of those that may be done today and are not `taken`.

    Its no-kit sister if the kit is what lacks, then the same kind for the same area, the nearest
    in level and length; None if nothing of the kind is left.
    """
    free = [each for each in cards.values() if each.id not in taken and each.id != card.id]
    fitting = [each for each in free if set(each.areas) & set(card.areas) and usable(each, today)]
    return min(fitting, key=lambda each: _apart(card, each), default=None)


def _apart(card: Card, other: Card) -> tuple[object, ...]:
    return (
        other.id != card.links.no_kit,
        other.kind is not card.kind,
        other.areas[0] is not card.areas[0],
        abs(other.level - card.level),
        abs(length(other) - length(card)),
        other.id,
    )
