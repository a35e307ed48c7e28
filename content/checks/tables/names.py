"""One word, one meaning: no word under two areas, no name for two exercises."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from content.authoring.document import Document, Problem
from content.catalog.files.loader import LibraryFiles


def shared_words(areas: Document) -> Iterator[Problem]:
    """Words that are written under more than one area."""
    owners: dict[str, str] = {}
    for area, said in areas.data["phrases"]["area"].items():
        for index, phrase in enumerate(said):
            owner = owners.setdefault(plain(phrase), area)
            if owner != area:
                place = ("phrases", "area", area, index)
                fault = f"“{phrase}” already belongs to {owner}"
                yield areas.problem(place, fault, "keep it under one of the two")


def aliases_given_twice(library_files: LibraryFiles) -> Iterator[Problem]:
    """Aliases that a card has twice, or as its name."""
    for card in library_files.library.cards.values():
        seen = {plain(card.name)}
        for index, alias in enumerate(card.aliases):
            if plain(alias) in seen:
                fault = f"“{alias}” is there twice"
                document = library_files.document(card.id)
                yield document.problem(("aliases", index), fault, "keep one")
            seen.add(plain(alias))


def aliases_of_others(exercises: Document, library_files: LibraryFiles) -> Iterator[Problem]:
    """Aliases of a card that the lexicon gives to another exercise: a name for both finds none."""
    owners: dict[str, str] = {}
    listed: Mapping[str, Any] = exercises.data["exercises"]
    for exercise, entry in listed.items():
        for said in (entry["name"], *entry.get("say", ())):
            owners.setdefault(plain(said), exercise)
    for card in library_files.library.cards.values():
        for index, alias in enumerate(card.aliases):
            owner = owners.get(plain(alias), card.id)
            if owner != card.id:
                fault = f"“{alias}” belongs to {owner} in lexicon/exercises.yaml"
                mend = "keep it on one of the two"
                yield library_files.document(card.id).problem(("aliases", index), fault, mend)


def plain(name: str) -> str:
    """A name as it is compared: words alone, in small letters."""
    return " ".join(re.findall(r"[\w|~<>.]+", name.casefold()))
