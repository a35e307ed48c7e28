"""The words that runners use, as authors keep them in lexicon/*.yaml, made ready for reading.

In each file `phrases` maps a section to concepts and their phrases (see `phrases` for how to
write one), and `words` names groups of words that phrases of that file use as `<name>`;
whatever else the file holds is a table for the code that is named after it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from content.authoring.document import library_folder

if TYPE_CHECKING:
    from content.language.compiler import CompiledLexicon

Names = Mapping[str, tuple[str, ...]]  # card id to everything that people call it
NAMELESS: Names = {}

GROUP = re.compile(r"<(?!n>)[a-z-]+>")


class LexiconError(ValueError):
    """A lexicon file that can't be used; the message names the file, the fault and the mend."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Phrases by concept ("area:quads") and the tables of each file, as written.

    `cards` are the ids of the cards that there are, each with what people call it; `compiled` is
    what content/language/compiler.py made of all this, with the names that it was made for.
    """

    phrases: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, Any]]
    cards: Names = field(default_factory=dict)
    compiled: "list[tuple[Names, CompiledLexicon]]" = field(
        default_factory=list, init=False, repr=False
    )

    @cached_property
    def exercises(self) -> Mapping[str, Mapping[str, Any]]:
        """Every exercise that we have heard of, by id: name, areas, kind and what people say."""
        exercises: Mapping[str, Mapping[str, Any]] = self.tables["exercises"]["exercises"]
        return exercises


T = TypeVar("T")


def once_for_each(make: Callable[[Lexicon], T]) -> Callable[[Lexicon], T]:
    """What that function makes of a lexicon: once for each, and forgotten with it.

    A lexicon takes tens of megabytes, and each edit of an author brings another one.
    """
    made = WeakKeyDictionary[Lexicon, T]()

    @wraps(make)
    def found(lexicon: Lexicon) -> T:
        try:
            return made[lexicon]
        except KeyError:
            made[lexicon] = make(lexicon)
            return made[lexicon]

    return found


def load_lexicon(root: Traversable | Path | None = None) -> Lexicon:
    """The lexicon in that folder, by default the one installed with Limber.

    Raises LexiconError with the file, the fault and the mend.
    """
    folder = root or library_folder() / "lexicon"
    pages = sorted(page.name for page in folder.iterdir() if page.name.endswith(".yaml"))
    tables = {
        name.removesuffix(".yaml"): _page(name, (folder / name).read_text("utf-8"))
        for name in pages
    }
    return lexicon_of(tables)


def lexicon_of(tables: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """The lexicon that these tables make, each by the name of its file.

    Raises LexiconError with the file, the fault and the mend.
    """
    phrases: dict[str, list[str]] = {}
    for name, page in tables.items():
        groups = {f"<{group}>": words for group, words in page.get("words", {}).items()}
        for section, concepts in page.get("phrases", {}).items():
            for concept, said in concepts.items():
                for phrase in _said(f"{name}.yaml", concept, said):
                    written = spelt_out(f"{name}.yaml", phrase, groups)
                    phrases.setdefault(f"{section}:{concept}", []).extend(written)
    return Lexicon({concept: tuple(said) for concept, said in phrases.items()}, tables)


def spelt_out(name: str, phrase: str, groups: Mapping[str, list[str]]) -> list[str]:
    """A phrase for each way of saying its groups: "<cant> walk" with every word for "can't"."""
    found = GROUP.search(phrase)
    if not found:
        return [phrase]
    if found[0] not in groups:
        mend = f"Mend: write {found[0][1:-1]} under “words:” in that file."
        raise LexiconError(f"lexicon/{name}: “{phrase}” names {found[0]}, no such group. {mend}")
    single = "|".join(word for word in groups[found[0]] if " " not in word)
    ways = [single] * bool(single) + [word for word in groups[found[0]] if " " in word]
    start, end = found.span()
    return [
        spelt
        for way in ways
        for spelt in spelt_out(name, phrase[:start] + way + phrase[end:], groups)
    ]


def _page(name: str, text: str) -> dict[str, Any]:
    from yaml import YAMLError  # late: see content/authoring/cache.py

    from content.authoring.plain_yaml import Numbered, plain

    try:
        page = plain(Numbered(text).get_single_node())
    except YAMLError as error:
        raise LexiconError(f"lexicon/{name}: {error}. Mend: see the line named.") from error
    if not isinstance(page, dict):
        raise LexiconError(f"lexicon/{name}: holds no entries. Mend: write “phrases:” first.")
    return page


def _said(name: str, concept: str, said: object) -> Iterator[str]:
    mend = "Mend: begin each phrase with “- ”, and put “quotes” around numbers."
    if not isinstance(said, list):
        raise LexiconError(f"lexicon/{name}: “{concept}” is no list. {mend}")
    for phrase in said:
        if not isinstance(phrase, str) or not phrase.strip():
            raise LexiconError(f"lexicon/{name}: “{phrase}” in “{concept}” is no phrase. {mend}")
        yield phrase
