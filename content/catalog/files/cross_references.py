"""What refers to something has to find it: nothing else would stop a bot in mid-sentence.

The bot refuses to start on a broken tie, and the content check tells the same.
"""

from collections.abc import Iterable, Iterator

from content.authoring.document import Document, Place, Problem
from content.authoring.yaml_reader import nearest
from content.catalog.files.loader import (
    CARDS,
    PROGRAMMES,
    ROUTINES,
    RULES,
    SOURCES,
    WHYS,
    LibraryFiles,
)

OURS = "ours"  # stands for a source where we put something together ourselves
CALLED = {CARDS: "card", ROUTINES: "routine", PROGRAMMES: "programme"}


def broken_references(library_files: LibraryFiles) -> Iterator[Problem]:
    """Every reference that leads nowhere."""
    yield from _from_cards(library_files)
    yield from _from_routines(library_files)
    yield from _from_programmes(library_files)
    for name, entries in ((WHYS, library_files.library.whys), (RULES, library_files.library.rules)):
        for entry_id, entry in entries.items():
            place = (entry_id, "sources")
            yield from _known(
                entry.sources, place, library_files.documents[name], SOURCES, library_files
            )


def called(
    ids: Iterable[str], place: Place, document: Document, folder: str, library_files: LibraryFiles
) -> Iterator[Problem]:
    """A problem for each id at that place of which that folder has no file."""
    for index, item_id in enumerate(ids):
        if not library_files.has(item_id, folder):
            fault = f"no {CALLED[folder]} is called “{item_id}”"
            yield document.problem(
                (*place, index), fault, nearest(item_id, library_files.ids(folder))
            )


def _from_cards(library_files: LibraryFiles) -> Iterator[Problem]:
    for card in library_files.library.cards.values():
        document = library_files.document(card.id)
        for field, target in card.links.named():
            if not library_files.has(target):
                fault, mend = f"no card is called “{target}”", nearest(target, library_files.ids())
                yield document.problem(("links", field), fault, mend)
        yield from _known(card.why, ("why",), document, WHYS, library_files)
        yield from _known(card.sources, ("sources",), document, SOURCES, library_files)


def _from_routines(library_files: LibraryFiles) -> Iterator[Problem]:
    for routine in library_files.library.routines.values():
        document = library_files.document(routine.id, ROUTINES)
        yield from called(routine.cards, ("cards",), document, CARDS, library_files)
        yield from _known(routine.why, ("why",), document, WHYS, library_files)
        yield from _known(routine.sources, ("sources",), document, SOURCES, library_files)


def _from_programmes(library_files: LibraryFiles) -> Iterator[Problem]:
    for programme in library_files.library.programmes.values():
        document = library_files.document(programme.id, PROGRAMMES)
        for number, week in enumerate(programme.weeks):
            for index, pool in enumerate(week.pools):
                place = ("weeks", number, "pools", index, "routines")
                yield from called(pool.routines, place, document, ROUTINES, library_files)
        yield from called(
            programme.suits.after, ("suits", "after"), document, PROGRAMMES, library_files
        )
        yield from _known(programme.progress, ("progress",), document, RULES, library_files)
        yield from _known(programme.back_off, ("back_off",), document, RULES, library_files)
        yield from _known(programme.why, ("why",), document, WHYS, library_files)
        yield from _known(programme.sources, ("sources",), document, SOURCES, library_files)


def _known(
    ids: Iterable[str], place: Place, document: Document, name: str, library_files: LibraryFiles
) -> Iterator[Problem]:
    """A problem for each id at that place that is no entry of that file."""
    known = library_files.entries(name)
    for index, entry_id in enumerate(ids):
        if entry_id not in known and (name, entry_id) != (SOURCES, OURS):
            fault = f"“{entry_id}” is not in {name}"
            yield document.problem((*place, index), fault, nearest(entry_id, known))
