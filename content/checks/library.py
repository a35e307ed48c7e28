"""What all cards together keep to. Each rule yields a problem for whatever breaks it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from content.authoring.document import Page, Problem
from content.catalog.card import Card
from content.catalog.loader import CARDS, PROGRAMMES, ROUTINES, Shelf
from content.catalog.programme import Programme
from content.catalog.routine import Routine
from content.catalog.taxonomy import Area, Kind, Moment


def easier_and_harder_run_one_way(shelf: Shelf) -> Iterator[Problem]:
    """No card may be easier than itself by way of others."""
    rungs = list(_rungs(shelf))
    up: dict[str, set[str]] = defaultdict(set)
    for _, _, low, high in rungs:
        up[low].add(high)
    told: set[str] = set()
    for card_id, field, low, high in rungs:
        if low != high and low not in told and low in (above := _reached(high, up)):
            told |= {other for other in above if low in _reached(other, up)}
            mend = "let easier and harder lead one way"
            page = shelf.page(card_id)
            yield page.problem(("links", field), "comes back to this card in the end", mend)


def names_are_used_once(shelf: Shelf) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for item, page in _named(shelf):
        owner = owners.setdefault(_plain(item.name), item.id)
        if owner != item.id:
            yield _taken(page, ("name",), item.name, owner)
    for item, page in _named(shelf):
        for index, alias in enumerate(item.aliases):
            owner = owners.setdefault(_plain(alias), item.id)
            if owner != item.id:
                yield _taken(page, ("aliases", index), alias, owner)


def everything_is_covered(shelf: Shelf) -> Iterator[Problem]:
    cards = shelf.cards.values()
    if len(cards) < len(shelf.ids()):
        return  # a card that cannot be read yet may cover what seems to be missing
    bare = [card for card in cards if not card.kit.required]
    wanted: tuple[tuple[str, Iterable[str], set[str]], ...] = (
        ("areas", Area, {area for card in bare for area in card.areas}),
        ("moments", Moment, {moment for card in bare for moment in card.moments}),
        ("kind", Kind, {card.kind for card in bare}),
    )
    for field, words, served in wanted:
        for word in sorted(set(words) - served):
            fault, mend = f"nothing serves {word} without kit", f"write a card for {word}"
            yield Problem(CARDS, 1, field, fault, mend)


LIBRARY_RULES: tuple[Callable[[Shelf], Iterable[Problem]], ...] = (
    easier_and_harder_run_one_way,
    names_are_used_once,
    everything_is_covered,
)


def _named(shelf: Shelf) -> Iterator[tuple[Card | Routine | Programme, Page]]:
    """Whatever has names that people may say, with its page."""
    for folder, items in (
        (CARDS, shelf.cards),
        (ROUTINES, shelf.routines),
        (PROGRAMMES, shelf.programmes),
    ):
        for item in items.values():
            yield item, shelf.page(item.id, folder)


def _taken(page: Page, place: tuple[str | int, ...], name: str, owner: str) -> Problem:
    return page.problem(place, f"“{name}” already belongs to {owner}", "keep it on one of the two")


def _rungs(shelf: Shelf) -> Iterator[tuple[str, str, str, str]]:
    """Each link as card, field, the lower card and the higher card."""
    for card in shelf.cards.values():
        if card.links.easier:
            yield card.id, "easier", card.links.easier, card.id
        if card.links.harder:
            yield card.id, "harder", card.id, card.links.harder


def _reached(start: str, up: dict[str, set[str]]) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        new = up[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))
