"""All that Limber teaches, with the reasons and the sources behind it, ready to be served."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.authoring.document import ContentError, File, library_folder
from content.catalog.barrier import Barrier
from content.catalog.card import Card
from content.catalog.programme import Programme
from content.catalog.progression import ProgressionRule
from content.catalog.references import Rationale, Source
from content.catalog.routine import Routine


@dataclass(frozen=True, slots=True)
class Library:
    """Everything by id, each in the order of the ids. `rules` end the weeks of programmes.

    `barriers` are offered by the weekly check-in, and `run_words` tell a race and a long run.
    """

    cards: Mapping[str, Card]
    routines: Mapping[str, Routine]
    programmes: Mapping[str, Programme]
    whys: Mapping[str, Rationale]
    rules: Mapping[str, ProgressionRule]
    sources: Mapping[str, Source]
    barriers: Mapping[str, Barrier]
    run_words: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Card id to everything that people call it."""
        return {card.id: (card.name, *card.aliases) for card in self.cards.values()}


def load(root: File | None = None) -> Library:
    """The library under that folder, by default the one that is installed with Limber.

    Raises ContentError with all that cannot be read and all references that lead nowhere. What
    makes content good rather than whole is for `check`.
    """
    from content.catalog.files.cross_references import broken_references
    from content.catalog.files.loader import (
        read,  # late, as in all of content: see content/authoring/cache.py
    )

    library_files = read(root or library_folder())
    if problems := sorted({*library_files.problems, *broken_references(library_files)}):
        raise ContentError(tuple(problems))
    return library_files.library
