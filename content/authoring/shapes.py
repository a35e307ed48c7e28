"""What plain data has to look like where its keys are words of runners, and a model can't say it.

A shape looks at the data at one place of a document and yields a problem for each fault.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from content.authoring.document import Document, Place, Problem
from content.authoring.yaml_reader import nearest

Shape = Callable[[Document, Place, Any], Iterator[Problem]]

SWALLOWED = " - "  # a list item that YAML took for the end of the line before


def text(document: Document, place: Place, data: Any) -> Iterator[Problem]:
    """One line of words."""
    if not isinstance(data, str):
        yield document.problem(place, f"should be text, not {data!r}", "put it in “quotes”")
    elif not data.strip():
        yield document.problem(place, "is empty", "write it, or remove the line")
    elif SWALLOWED in data:
        mend = "begin each line below the one before, in the same column"
        yield document.problem(place, f"“{data}” holds two lines, joined by “ - ”", mend)


def any_text(document: Document, place: Place, data: Any) -> Iterator[Problem]:
    """Words of which a dash may be one."""
    if not isinstance(data, str) or not data:
        yield document.problem(place, f"should be text, not {data!r}", "put it in “quotes”")


def number(document: Document, place: Place, data: Any) -> Iterator[Problem]:
    if not isinstance(data, int):
        yield document.problem(place, f"should be a number, not “{data}”", "write a whole number")


def matching(pattern: str, mend: str) -> Shape:
    """Text of that pattern."""

    def check(document: Document, place: Place, data: Any) -> Iterator[Problem]:
        if not re.fullmatch(pattern, str(data)):
            yield document.problem(place, f"is “{data}”", mend)

    return check


def one_of(known: Collection[str], what: str) -> Shape:
    """One of the ids that are known."""

    def check(document: Document, place: Place, data: Any) -> Iterator[Problem]:
        if str(data) not in known:
            yield document.problem(place, f"“{data}” is no {what}", nearest(str(data), [*known]))

    return check


def items(shape: Shape = text) -> Shape:
    """A list of such, none of them twice."""

    def check(document: Document, place: Place, data: Any) -> Iterator[Problem]:
        if not isinstance(data, list):
            yield document.problem(place, "should be a list", "begin each line with “- ”")
            return
        seen = set[str]()
        for index, each in enumerate(data):
            yield from shape(document, (*place, index), each)
            if (written := repr(each)) in seen:
                yield document.problem((*place, index), f"“{each}” is there twice", "keep one")
            seen.add(written)

    return check


def table(shape: Shape, known: Collection[str] = (), what: str = "") -> Shape:
    """Any number of such by name; by the names that are `known`, if those are given."""

    def check(document: Document, place: Place, data: Any) -> Iterator[Problem]:
        if not isinstance(data, dict):
            yield document.problem(place, "should hold lines with a name and a colon", _NAMED)
            return
        for name, each in data.items():
            if known and str(name) not in known:
                mend = nearest(str(name), [*known])
                yield document.problem((*place, str(name)), f"“{name}” is no {what}", mend)
            yield from shape(document, (*place, str(name)), each)

    return check


_NAMED = "write lines such as “name: …” below it"


def record(needed: Mapping[str, Shape], more: Mapping[str, Shape] | None = None) -> Shape:
    """Fields by name: all that are needed, and no others but `more`."""
    fields = {**(more or {}), **needed}

    def check(document: Document, place: Place, data: Any) -> Iterator[Problem]:
        if not isinstance(data, dict):
            yield document.problem(place, "should hold lines with a name and a colon", _NAMED)
            return
        for name in needed.keys() - data.keys():
            mend = f"add a line that starts with “{name}:”"
            yield document.problem((*place, name), "is missing", mend)
        for name, each in data.items():
            if shape := fields.get(name):
                yield from shape(document, (*place, name), each)
            else:
                mend = nearest(str(name), [*fields])
                yield document.problem((*place, str(name)), "is not a field here", mend)

    return check
