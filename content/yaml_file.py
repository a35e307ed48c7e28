"""YAML that remembers its lines, so that a fault can be told in words an author understands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import process

from content.plain_yaml import plain

Place = tuple[str | int, ...]
File = Traversable | Path

FEW = 12  # as many words as a mend may list


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
class Page:
    """A YAML file as plain data, with the line of every field. `name` is its path in content/."""

    name: str
    data: Any
    lines: Mapping[Place, int]

    def problem(self, place: Place, fault: str, mend: str) -> Problem:
        """A problem at that place, or at the nearest place around it that the file has."""
        around = (place[:end] for end in range(len(place), -1, -1))
        line = next((self.lines[p] for p in around if p in self.lines), 1)
        return Problem(self.name, line, field_name(place), fault, mend)


class _Loader(yaml.CSafeLoader):
    """YAML in which only whole numbers and nothing at all are not text: no, on and 004 stay."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(0|[1-9][0-9]*)$"), list("0123456789")
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])


def read_page(file: File, name: str) -> tuple[Page, list[Problem]]:
    """The file as a page. One that cannot be read is an empty page and a problem."""
    try:
        node = _Loader(file.read_text(encoding="utf-8")).get_single_node()
        data = plain(node)
    except (OSError, UnicodeDecodeError) as error:
        fault = f"cannot be read ({type(error).__name__})"
        return Page(name, None, {}), [Problem(name, 1, "", fault, "save it as a UTF-8 text file")]
    except yaml.YAMLError as error:
        return Page(name, None, {}), [_not_yaml(name, error)]
    if node is None:
        return Page(name, None, {}), []
    page = Page(name, data, dict(_lines(node, (), 1)))
    twice = [page.problem(place, "is given twice", "keep one") for place in _repeated(node, ())]
    return page, twice


def nearest(word: str, known: list[str]) -> str:
    """A mend for a word that is not known: the nearest one that is, or all if they are few."""
    if close := process.extractOne(word, known, score_cutoff=70):
        return f"did you mean “{close[0]}”"
    return f"use one of {', '.join(known)}" if len(known) <= FEW else "remove it"


def field_name(place: Place) -> str:
    """The place as authors count: ("steps", 1) is `steps.2`."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


def texts(data: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in plain data, with its place."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*place, index))


def _lines(node: yaml.Node, place: Place, line: int) -> Iterator[tuple[Place, int]]:
    yield place, line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*place, str(key.value)), key.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _lines(item, (*place, index), item.start_mark.line + 1)


def _repeated(node: yaml.Node, place: Place) -> Iterator[Place]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                yield (*place, name)
            seen.add(name)
            yield from _repeated(value, (*place, name))


def _not_yaml(name: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    fault = f"is not YAML ({getattr(error, 'problem', None) or 'unreadable'})"
    mend = "check the indentation, and quote sentences that contain a colon"
    return Problem(name, mark.line + 1 if mark else 1, "", fault, mend)
