"""Only what somebody reviewed: the library without the cards that nobody signed off. Pure."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from content.catalog.card import Card
from content.catalog.files.sign_off import Standing, model_version
from content.catalog.library import Library


def standing(card: Card, today: date) -> Standing:
    """What the sign-off of a card is worth on that day."""
    return card.sign_off.standing(model_version(card), today)


def is_reviewed(card: Card, today: date) -> bool:
    return standing(card, today) is Standing.REVIEWED


def reviewed_library(library: Library, today: date) -> Library:
    """The library as if the other cards had never been written.

    No link leads to one of them, a routine with one is gone, and so is a programme with such a
    routine: whatever selects a card finds reviewed ones only.
    """
    kept = {card.id: card for card in library.cards.values() if is_reviewed(card, today)}
    cards = {name: _linked(card, kept) for name, card in kept.items()}
    routines = {r.id: r for r in library.routines.values() if kept.keys() >= {*r.cards}}
    programmes = {
        each.id: each
        for each in library.programmes.values()
        if all(routines.keys() >= {*p.routines} for week in each.weeks for p in week.pools)
    }
    return replace(
        library,
        cards=MappingProxyType(cards),
        routines=MappingProxyType(routines),
        programmes=MappingProxyType(programmes),
    )


def _linked(card: Card, kept: dict[str, Card]) -> Card:
    gone = {field: None for field, target in card.links.named() if target not in kept}
    return replace(card, links=replace(card.links, **gone)) if gone else card
