"""What refers to something has to find it: nothing else would stop a bot in mid-sentence.

The bot refuses to start on a broken tie, and the content check tells the same.
"""

from collections.abc import Iterable, Iterator

from content.authoring.document import Page, Place, Problem
from content.authoring.yaml_reader import nearest
from content.catalog.loader import CARDS, PROGRAMMES, ROUTINES, RULES, SOURCES, WHYS, Shelf

OURS = "ours"  # stands for a source where we put something together ourselves
CALLED = {CARDS: "card", ROUTINES: "routine", PROGRAMMES: "programme"}


def ties(shelf: Shelf) -> Iterator[Problem]:
    """Every reference that leads nowhere."""
    yield from _from_cards(shelf)
    yield from _from_routines(shelf)
    yield from _from_programmes(shelf)
    for name, entries in ((WHYS, shelf.whys), (RULES, shelf.rules)):
        for entry_id, entry in entries.items():
            place = (entry_id, "sources")
            yield from _known(entry.sources, place, shelf.pages[name], SOURCES, shelf)


def called(
    ids: Iterable[str], place: Place, page: Page, folder: str, shelf: Shelf
) -> Iterator[Problem]:
    """A problem for each id at that place of which that folder has no file."""
    for index, item_id in enumerate(ids):
        if not shelf.has(item_id, folder):
            fault = f"no {CALLED[folder]} is called “{item_id}”"
            yield page.problem((*place, index), fault, nearest(item_id, shelf.ids(folder)))


def _from_cards(shelf: Shelf) -> Iterator[Problem]:
    for card in shelf.cards.values():
        page = shelf.page(card.id)
        for field, target in card.links.named():
            if not shelf.has(target):
                fault, mend = f"no card is called “{target}”", nearest(target, shelf.ids())
                yield page.problem(("links", field), fault, mend)
        yield from _known(card.why, ("why",), page, WHYS, shelf)
        yield from _known(card.sources, ("sources",), page, SOURCES, shelf)


def _from_routines(shelf: Shelf) -> Iterator[Problem]:
    for routine in shelf.routines.values():
        page = shelf.page(routine.id, ROUTINES)
        yield from called(routine.cards, ("cards",), page, CARDS, shelf)
        yield from _known(routine.why, ("why",), page, WHYS, shelf)
        yield from _known(routine.sources, ("sources",), page, SOURCES, shelf)


def _from_programmes(shelf: Shelf) -> Iterator[Problem]:
    for programme in shelf.programmes.values():
        page = shelf.page(programme.id, PROGRAMMES)
        for number, week in enumerate(programme.weeks):
            for index, pool in enumerate(week.pools):
                place = ("weeks", number, "pools", index, "routines")
                yield from called(pool.routines, place, page, ROUTINES, shelf)
        yield from called(programme.suits.after, ("suits", "after"), page, PROGRAMMES, shelf)
        yield from _known(programme.progress, ("progress",), page, RULES, shelf)
        yield from _known(programme.back_off, ("back_off",), page, RULES, shelf)
        yield from _known(programme.why, ("why",), page, WHYS, shelf)
        yield from _known(programme.sources, ("sources",), page, SOURCES, shelf)


def _known(
    ids: Iterable[str], place: Place, page: Page, name: str, shelf: Shelf
) -> Iterator[Problem]:
    """A problem for each id at that place that is no entry of that file."""
    known = shelf.entries(name)
    for index, entry_id in enumerate(ids):
        if entry_id not in known and (name, entry_id) != (SOURCES, OURS):
            fault = f"“{entry_id}” is not in {name}"
            yield page.problem((*place, index), fault, nearest(entry_id, known))
