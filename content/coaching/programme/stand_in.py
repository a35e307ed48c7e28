"""What stands in for a card of a programme that the runner does not want to see. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from content.catalog.card import Card
from content.coaching.recommend.limits import KNEELING


def swapped(
    routine: Sequence[str], cards: Mapping[str, Card], hidden: Collection[str], *, kneeling: bool
) -> dict[str, str | None]:
    """For each unwanted card of a routine the one in its place; None where nothing comes near."""
    taken = {each for each in routine if each in cards}
    gone = [cards[e] for e in routine if e in taken and not _wanted(cards[e], hidden, kneeling)]
    wanted = [e for e in cards.values() if _wanted(e, hidden, kneeling)] if gone else []
    found: dict[str, str | None] = {}
    for card in gone:
        found[card.id] = next((e.id for e in _near(card, wanted, cards) if e.id not in taken), None)
        taken.add(found[card.id] or card.id)
    return found


def _wanted(card: Card, hidden: Collection[str], kneeling: bool) -> bool:
    return card.id not in hidden and (kneeling or card.position not in KNEELING)


def _near(card: Card, wanted: Collection[Card], cards: Mapping[str, Card]) -> Iterator[Card]:
    """Its relatives first, then cards of the same kind for the same spot that need no more kit."""
    links = card.links
    for linked in (links.no_kneeling, links.easier, links.no_kit, links.harder):
        if linked and cards[linked] in wanted:
            yield cards[linked]
    alike = [
        each
        for each in wanted
        if each.kind is card.kind
        and each.areas[0] is card.areas[0]
        and set(each.kit.required) <= set(card.kit.required)
    ]
    yield from sorted(alike, key=lambda each: (abs(each.level - card.level), each.id))
