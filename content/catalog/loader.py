"""Reads the files of a library, and keeps what can be read apart from what cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from content.authoring.document import File, Page, Problem
from content.authoring.model import Model
from content.authoring.validation import parse
from content.authoring.yaml_reader import read_page
from content.catalog.card import Card
from content.catalog.programme import Programme
from content.catalog.progression import Rule
from content.catalog.references import Claim, Source, Why
from content.catalog.routine import Routine
from content.intents.barriers import Barrier

CARDS, ROUTINES, PROGRAMMES = "cards", "routines", "programmes"
WHYS, RULES = "facts/why.yaml", "facts/progress.yaml"
SOURCES, CLAIMS, BARRIERS = "sources.yaml", "claims.yaml", "barriers.yaml"

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files as their authors left them: what could be read, where it stands, what could not."""

    cards: Mapping[str, Card]
    routines: Mapping[str, Routine]
    programmes: Mapping[str, Programme]
    whys: Mapping[str, Why]
    rules: Mapping[str, Rule]
    sources: Mapping[str, Source]
    claims: tuple[Claim, ...]
    barriers: Mapping[str, Barrier]
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...]

    def page(self, item_id: str, folder: str = CARDS) -> Page:
        return self.pages[f"{folder}/{item_id}.yaml"]

    def has(self, item_id: str, folder: str = CARDS) -> bool:
        """Is there a file of that id in that folder, readable or not?"""
        return f"{folder}/{item_id}.yaml" in self.pages

    def ids(self, folder: str = CARDS) -> list[str]:
        """The ids of all files in that folder, readable or not."""
        names = (name for name in self.pages if name.startswith(f"{folder}/"))
        return [name.removeprefix(f"{folder}/").removesuffix(".yaml") for name in names]

    def entries(self, name: str) -> list[str]:
        """The ids in that file, readable or not."""
        return list(self.pages[name].data or ())


def read(root: File) -> Shelf:
    """Everything under that folder, readable or not."""
    reader = _Reader(root)
    return Shelf(
        cards=MappingProxyType(dict(reader.files(CARDS, Card))),
        routines=MappingProxyType(dict(reader.files(ROUTINES, Routine))),
        programmes=MappingProxyType(dict(reader.files(PROGRAMMES, Programme))),
        whys=MappingProxyType(dict(reader.entries(WHYS, Why))),
        rules=MappingProxyType(dict(reader.entries(RULES, Rule))),
        sources=MappingProxyType(dict(reader.entries(SOURCES, Source))),
        claims=tuple(reader.items(CLAIMS, Claim)),
        barriers=MappingProxyType(dict(reader.entries(BARRIERS, Barrier))),
        pages=MappingProxyType(reader.pages),
        problems=tuple(sorted(reader.problems)),
    )


class _Reader:
    """Reads file after file and gathers the pages and their problems."""

    def __init__(self, root: File) -> None:
        self.root = root
        self.pages: dict[str, Page] = {}
        self.problems: list[Problem] = []

    def files(self, folder: str, model: type[M]) -> Iterator[tuple[str, M]]:
        for name in self._names(folder):
            page, item_id = self._page(f"{folder}/{name}"), name.removesuffix(".yaml")
            data = self._mapping(page)
            if "id" in data:
                fault, mend = "is not a field here", "remove it, the file name is the id"
                self.problems.append(page.problem(("id",), fault, mend))
            if data and (item := self._parse(model, page, {**data, "id": item_id})):
                yield item_id, item

    def entries(self, name: str, model: type[M]) -> Iterator[tuple[str, M]]:
        page = self._page(name)
        for key, data in self._mapping(page).items():
            if entry := self._parse(model, page, data, key):
                yield key, entry

    def items(self, name: str, model: type[M]) -> Iterator[M]:
        page = self._page(name)
        entries = page.data if self._is(list, page, "begin each entry with “- ”") else ()
        for index, data in enumerate(entries):
            if item := self._parse(model, page, data, index):
                yield item

    def _names(self, name: str) -> list[str]:
        folder = self.root / name
        if not folder.is_dir():
            mend = f"add the folder of {name}"
            self.problems.append(Problem(name, 1, "", "is not there", mend))
            return []
        names = [file.name for file in folder.iterdir() if file.name.endswith(".yaml")]
        return sorted(names, key=lambda name: name.removesuffix(".yaml"))

    def _page(self, name: str) -> Page:
        page, problems = read_page(self.root.joinpath(*name.split("/")), name)
        self.pages[name] = page
        self.problems += problems
        return page

    def _mapping(self, page: Page) -> dict[str, object]:
        if self._is(dict, page, "write lines such as “name: …”"):
            return {str(key): value for key, value in page.data.items()}
        return {}

    def _is(self, shape: type, page: Page, mend: str) -> bool:
        fits = isinstance(page.data, shape)
        if not fits and all(problem.file != page.name for problem in self.problems):
            self.problems.append(page.problem((), "does not hold what it should", mend))
        return fits

    def _parse(self, model: type[M], page: Page, data: object, *place: str | int) -> M | None:
        value, problems = parse(model, page, data, place)
        self.problems += problems
        return value
