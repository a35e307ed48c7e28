"""What all cards together keep to. Each rule yields a problem for whatever breaks it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from content.authoring.document import Document, Problem
from content.catalog.card import Card
from content.catalog.files.loader import CARDS, PROGRAMMES, ROUTINES, LibraryFiles
from content.catalog.programme import Programme
from content.catalog.routine import Routine
from content.catalog.taxonomy import Area, Kind, Moment


def easier_and_harder_run_one_way(library_files: LibraryFiles) -> Iterator[Problem]:
    """No card may be easier than itself by way of others."""
    rungs = list(_rungs(library_files))
    up: dict[str, set[str]] = defaultdict(set)
    for _, _, low, high in rungs:
        up[low].add(high)
    told: set[str] = set()
    for card_id, field, low, high in rungs:
        if low != high and low not in told and low in (above := _reached(high, up)):
            told |= {other for other in above if low in _reached(other, up)}
            mend = "let easier and harder lead one way"
            document = library_files.document(card_id)
            yield document.problem(("links", field), "comes back to this card in the end", mend)


def names_are_used_once(library_files: LibraryFiles) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for item, document in _named(library_files):
        owner = owners.setdefault(_plain(item.name), item.id)
        if owner != item.id:
            yield _taken(document, ("name",), item.name, owner)
    for item, document in _named(library_files):
        for index, alias in enumerate(item.aliases):
            owner = owners.setdefault(_plain(alias), item.id)
            if owner != item.id:
                yield _taken(document, ("aliases", index), alias, owner)


def everything_is_covered(library_files: LibraryFiles) -> Iterator[Problem]:
    cards = library_files.library.cards.values()
    if len(cards) < len(library_files.ids()):
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


LIBRARY_RULES: tuple[Callable[[LibraryFiles], Iterable[Problem]], ...] = (
    easier_and_harder_run_one_way,
    names_are_used_once,
    everything_is_covered,
)


def _named(library_files: LibraryFiles) -> Iterator[tuple[Card | Routine | Programme, Document]]:
    """Whatever has names that people may say, with its page."""
    for folder, items in (
        (CARDS, library_files.library.cards),
        (ROUTINES, library_files.library.routines),
        (PROGRAMMES, library_files.library.programmes),
    ):
        for item in items.values():
            yield item, library_files.document(item.id, folder)


def _taken(document: Document, place: tuple[str | int, ...], name: str, owner: str) -> Problem:
    return document.problem(
        place, f"“{name}” already belongs to {owner}", "keep it on one of the two"
    )


def _rungs(library_files: LibraryFiles) -> Iterator[tuple[str, str, str, str]]:
    """Each link as card, field, the lower card and the higher card."""
    for card in library_files.library.cards.values():
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
