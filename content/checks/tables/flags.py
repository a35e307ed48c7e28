"""Flags that raise, advise and rest: conditions of known signs, words for each, areas for each."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from content.authoring.document import Document, Place, Problem
from content.authoring.shapes import Shape, items, one_of, record, table
from content.authoring.yaml_reader import nearest
from content.catalog.taxonomy import Area

LOCKS = "facts/locks.yaml"
AREAS = items(one_of([*Area], "area"))
EVERYTHING, NAMED = "all", "named"


def flag_problems(
    flags: Document, locks: Document, advice: Mapping[str, Any], further: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with the conditions, and flags without a word for the runner.

    `further` are flags that other files raise.
    """
    signs, calm = (_names(flags, section) for section in ("sign", "calm"))
    known: list[str] = []
    for at, flag in enumerate(flags.data["flags"]):
        if flag["id"] in known:
            yield flags.problem(("flags", at, "id"), f"“{flag['id']}” is there twice", "keep one")
        known.append(flag["id"])
        if not flag["when"]:
            yield flags.problem(("flags", at, "when"), "is empty", "name the signs that raise it")
        for number, written in enumerate(flag["when"]):
            yield from _condition(flags, ("flags", at, "when", number), written, signs, calm)
        if flag["id"] not in advice:
            mend = f"write “{flag['id']}:” below “flags:” in messages/words.yaml"
            yield flags.problem(("flags", at, "id"), f"“{flag['id']}” has no words", mend)
    yield from table(_rests, [*known, *further], "flag")(locks, (), locks.data)


def _names(flags: Document, section: str) -> list[str]:
    return [*flags.data["phrases"].get(section, ())]


def _condition(
    flags: Document, place: Place, written: str, signs: list[str], calm: list[str]
) -> Iterator[Problem]:
    """A condition such as “groin + pain|ache - joke”, part by part."""
    needed, _, unless = written.partition(" - ")
    for sign in (each for part in needed.split(" + ") for each in part.split("|")):
        if sign not in signs:
            fault = f"“{written}” names the sign “{sign}”, which is not below “sign:”"
            yield flags.problem(place, fault, nearest(sign, signs))
    for excuse in unless.split("|") if unless else ():
        if excuse not in calm:
            fault = f"“{written}” is excused by “{excuse}”, which is not below “calm:”"
            yield flags.problem(place, fault, nearest(excuse, calm))


def _rests(document: Document, place: Place, data: Any) -> Iterator[Problem]:
    """What rests: everything, what the message names, or a list; and whether a word ends it."""
    if isinstance(data, dict):
        yield from record({"rests": _rested}, {"gone": one_of(("true", "false"), "yes or no")})(
            document, place, data
        )
    else:
        yield from _rested(document, place, data)


def _rested(document: Document, place: Place, data: Any) -> Iterator[Problem]:
    shape: Shape = AREAS if isinstance(data, list) else one_of((EVERYTHING, NAMED), "rest")
    yield from shape(document, place, data)
