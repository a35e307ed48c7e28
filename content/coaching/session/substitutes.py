"""Which card comes in the place of one that is not wanted or cannot be done. Pure."""

from collections.abc import Collection, Mapping, Sequence

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.coaching.recommend.limits import KNEELING
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.plan import usable


def equivalent(
    card: Card, today: SessionInputs, cards: Mapping[str, Card], taken: Collection[str] = ()
) -> Card | None:
    """The card that does most of the same, of those that may be done today and are not `taken`."""
    free = [each for each in cards.values() if each.id not in taken and each.id != card.id]
    fitting = [each for each in free if set(each.areas) & set(card.areas) and usable(each, today)]
    return _nearest(card, fitting)


def stand_ins(
    routine: Sequence[str], cards: Mapping[str, Card], hidden: Collection[str], *, kneeling: bool
) -> dict[str, str | None]:
    """For each unwanted card of a routine the one in its place; None where nothing comes near."""
    taken = {each for each in routine if each in cards}
    gone = [cards[e] for e in routine if e in taken and not _wanted(cards[e], hidden, kneeling)]
    wanted = [e for e in cards.values() if _wanted(e, hidden, kneeling)] if gone else []
    found: dict[str, str | None] = {}
    for card in gone:
        near = [each for each in wanted if each.id not in taken and _alike(card, each)]
        other = _nearest(card, near)
        found[card.id] = other.id if other else None
        taken.add(found[card.id] or card.id)
    return found


def _wanted(card: Card, hidden: Collection[str], kneeling: bool) -> bool:
    return card.id not in hidden and (kneeling or card.position not in KNEELING)


def _alike(card: Card, other: Card) -> bool:
    """Is it linked, or of the same kind for the same area with no more kit?"""
    links = card.links
    return other.id in (links.no_kneeling, links.easier, links.no_kit, links.harder) or (
        other.kind is card.kind
        and other.areas[0] is card.areas[0]
        and set(other.kit.required) <= set(card.kit.required)
    )


def _nearest(card: Card, others: Collection[Card]) -> Card | None:
    """The one for the same purpose: a sister without kit or kneeling, else by what it trains.

    Of the same kind for the same area, the nearest in level and length; None if there are none.
    """
    return min(others, key=lambda other: _apart(card, other), default=None)


def _apart(card: Card, other: Card) -> tuple[object, ...]:
    return (
        other.id not in (card.links.no_kit, card.links.no_kneeling),
        other.kind is not card.kind,
        other.areas[0] is not card.areas[0],
        abs(other.level - card.level),
        abs(length(other) - length(card)),
        other.id,
    )
