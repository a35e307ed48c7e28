"""Reads the files of a library, and keeps what can be read apart from what cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from content.authoring.document import Document, File, Problem
from content.authoring.model import Model
from content.authoring.shapes import SWALLOWED, Shape, items, record
from content.authoring.shapes import text as line
from content.authoring.validation import parse
from content.authoring.yaml_reader import read_document, texts
from content.catalog.barrier import Barrier
from content.catalog.card import Card
from content.catalog.library import Library
from content.catalog.programme import Programme
from content.catalog.progression import ProgressionRule
from content.catalog.references import Claim, Rationale, Source
from content.catalog.routine import Routine

CARDS, ROUTINES, PROGRAMMES = "cards", "routines", "programmes"
WHYS, RULES = "facts/why.yaml", "facts/progress.yaml"
RUNS, RUN_WORDS = "facts/runs.yaml", record(dict.fromkeys(("race", "long", "speed"), items(line)))
SOURCES, CLAIMS, BARRIERS = "sources.yaml", "claims.yaml", "barriers.yaml"

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The files as their authors left them: what could be read, where it stands, what could not."""

    library: Library
    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]

    def document(self, item_id: str, folder: str = CARDS) -> Document:
        return self.documents[f"{folder}/{item_id}.yaml"]

    def has(self, item_id: str, folder: str = CARDS) -> bool:
        """Is there a file of that id in that folder, readable or not?"""
        return f"{folder}/{item_id}.yaml" in self.documents

    def ids(self, folder: str = CARDS) -> list[str]:
        """The ids of all files in that folder, readable or not."""
        names = (name for name in self.documents if name.startswith(f"{folder}/"))
        return [name.removeprefix(f"{folder}/").removesuffix(".yaml") for name in names]

    def entries(self, name: str) -> list[str]:
        """The ids in that file, readable or not."""
        return list(self.documents[name].data or ())


def read(root: File) -> LibraryFiles:
    """Everything under that folder, readable or not."""
    reader = _Reader(root)
    library = Library(
        cards=MappingProxyType(dict(reader.files(CARDS, Card))),
        routines=MappingProxyType(dict(reader.files(ROUTINES, Routine))),
        programmes=MappingProxyType(dict(reader.files(PROGRAMMES, Programme))),
        whys=MappingProxyType(dict(reader.entries(WHYS, Rationale))),
        rules=MappingProxyType(dict(reader.entries(RULES, ProgressionRule))),
        sources=MappingProxyType(dict(reader.entries(SOURCES, Source))),
        barriers=MappingProxyType(dict(reader.entries(BARRIERS, Barrier))),
        run_words=MappingProxyType(dict(reader.words(RUNS, RUN_WORDS))),
    )
    return LibraryFiles(
        library=library,
        claims=tuple(reader.items(CLAIMS, Claim)),
        documents=MappingProxyType(reader.documents),
        problems=tuple(sorted(reader.problems)),
    )


def swallowed(document: Document) -> Iterator[Problem]:
    """Lines that YAML took for the end of the line before, so that no runner sees them alone."""
    for place, said in texts(document.data):
        yield from line(document, place, said) if SWALLOWED in said else ()


class _Reader:
    """Reads file after file and gathers the pages and their problems."""

    def __init__(self, root: File) -> None:
        self.root = root
        self.documents: dict[str, Document] = {}
        self.problems: list[Problem] = []

    def files(self, folder: str, model: type[M]) -> Iterator[tuple[str, M]]:
        for name in self._names(folder):
            document, item_id = self._page(f"{folder}/{name}"), name.removesuffix(".yaml")
            data = self._mapping(document)
            if "id" in data:
                fault, mend = "is not a field here", "remove it, the file name is the id"
                self.problems.append(document.problem(("id",), fault, mend))
            self.problems += swallowed(document)
            if data and (item := self._parse(model, document, {**data, "id": item_id})):
                yield item_id, item

    def entries(self, name: str, model: type[M]) -> Iterator[tuple[str, M]]:
        document = self._page(name)
        for key, data in self._mapping(document).items():
            if entry := self._parse(model, document, data, key):
                yield key, entry

    def items(self, name: str, model: type[M]) -> Iterator[M]:
        document = self._page(name)
        entries = document.data if self._is(list, document, "begin each entry with “- ”") else ()
        for index, data in enumerate(entries):
            if item := self._parse(model, document, data, index):
                yield item

    def words(self, name: str, shape: Shape) -> Iterator[tuple[str, tuple[str, ...]]]:
        document = self._page(name)
        faults = [*shape(document, (), self._mapping(document))]
        self.problems += faults
        if not faults:
            yield from ((key, tuple(said)) for key, said in document.data.items())

    def _names(self, name: str) -> list[str]:
        folder = self.root / name
        if not folder.is_dir():
            mend = f"add the folder of {name}"
            self.problems.append(Problem(name, 1, "", "is not there", mend))
            return []
        names = [file.name for file in folder.iterdir() if file.name.endswith(".yaml")]
        return sorted(names, key=lambda name: name.removesuffix(".yaml"))

    def _page(self, name: str) -> Document:
        document, problems = read_document(self.root.joinpath(*name.split("/")), name)
        self.documents[name] = document
        self.problems += problems
        return document

    def _mapping(self, document: Document) -> dict[str, object]:
        if self._is(dict, document, "write lines such as “name: …”"):
            return {str(key): value for key, value in document.data.items()}
        return {}

    def _is(self, shape: type, document: Document, mend: str) -> bool:
        fits = isinstance(document.data, shape)
        if not fits and all(problem.file != document.name for problem in self.problems):
            self.problems.append(document.problem((), "does not hold what it should", mend))
        return fits

    def _parse(
        self, model: type[M], document: Document, data: object, *place: str | int
    ) -> M | None:
        value, problems = parse(model, document, data, place)
        self.problems += problems
        return value
