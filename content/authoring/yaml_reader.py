"""YAML that remembers its lines, so that a fault can be told in words an author understands."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import yaml
from rapidfuzz import process

from content.authoring.document import Document, File, Place, Problem
from content.authoring.plain_yaml import Numbered, plain

FEW = 12  # as many words as a mend may list


class _Loader(Numbered):
    """YAML in which only whole numbers and nothing at all are not text."""


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])


def read_document(file: File, name: str) -> tuple[Document, list[Problem]]:
    """The file as a page. One that cannot be read is an empty page and a problem."""
    try:
        node, data, repeated = parsed(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        fault = f"cannot be read ({type(error).__name__})"
        return Document(name, None, {}), [
            Problem(name, 1, "", fault, "save it as a UTF-8 text file")
        ]
    except yaml.YAMLError as error:
        return Document(name, None, {}), [_not_yaml(name, error)]
    if node is None:
        return Document(name, None, {}), []
    document = Document(name, data, _Lines(node))
    return document, [document.problem(each, "is given twice", "keep one") for each in repeated]


def parsed(text: str) -> tuple[yaml.Node | None, Any, tuple[Place, ...]]:
    """The text as nodes and as plain data, and where a field is given twice.

    Raises yaml.YAMLError. Tests, which read the same files a hundred times, remember it.
    """
    node = _Loader(text).get_single_node()
    return node, plain(node), tuple(_repeated(node, ())) if node else ()


def nearest(word: str, known: list[str]) -> str:
    """A mend for a word that is not known: the nearest one that is, or all if they are few."""
    if close := process.extractOne(word, known, score_cutoff=70):
        return f"did you mean “{close[0]}”"
    return f"use one of {', '.join(known)}" if len(known) <= FEW else "remove it"


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


class _Lines(Mapping[Place, int]):
    """The line of every field, counted once something is wrong: mostly nothing is."""

    def __init__(self, node: yaml.Node) -> None:
        self._node = node

    @cached_property
    def _counted(self) -> dict[Place, int]:
        return dict(_lines(self._node, (), 1))

    def __getitem__(self, place: Place) -> int:
        return self._counted[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._counted)

    def __len__(self) -> int:
        return len(self._counted)


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
