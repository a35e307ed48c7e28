"""A file of authors as plain data, and what is wrong with it, in words that they understand."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

Place = tuple[str | int, ...]
File = Traversable | Path


def library_folder() -> File:
    """Where the authors' files are that come with Limber."""
    return files("content") / "library"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file. Lines count from 1, and so do the items in a field: `steps.2`."""

    file: str
    line: int
    field: str
    fault: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line} {self.field}".rstrip()
        return f"{place}: {self.fault}. Mend: {self.mend}."


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain data, with the line of every field. `name` is its path in content/."""

    name: str
    data: Any
    lines: Mapping[Place, int]

    def problem(self, place: Place, fault: str, mend: str) -> Problem:
        """A problem at that place, or at the nearest place around it that the file has."""
        around = (place[:end] for end in range(len(place), -1, -1))
        line = next((self.lines[p] for p in around if p in self.lines), 1)
        return Problem(self.name, line, field_name(place), fault, mend)


def field_name(place: Place) -> str:
    """The place as authors count: ("steps", 1) is `steps.2`."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


class ContentError(ValueError):
    """What authors wrote can't be used; the message has one line for every problem."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
