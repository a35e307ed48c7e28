"""Flags that can be raised: conditions of signs and findings that there are, and words for each."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from content.authoring.document import Document, Place, Problem
from content.authoring.yaml_reader import nearest
from content.catalog.taxonomy import Condition as State
from content.screening.flags import kept

BY_NUMBER = ("child", "elder", "fever")  # see content/screening/numbers.py
JOINTS = re.compile(r" \+ | & |\|")
WORDS = "messages/words.yaml"


def flag_problems(
    documents: Mapping[str, Document], advice: Mapping[str, Any]
) -> Iterator[Problem]:
    """What is wrong with the conditions of both files, and flags without a word for the runner."""
    flags, composed = documents["flags"], documents.get("redflags")
    calm = [*_names(flags, "calm")]
    signs, findings = [*_names(flags, "sign")], [*calm, *BY_NUMBER, *kept(State)]
    if clinical := documents.get("clinical"):
        calm += _names(clinical, "calm")
        findings += [
            name for section in clinical.data["phrases"] for name in _names(clinical, section)
        ]
    yield from _twice(flags)
    yield from _rows(flags, "flags", "id", (signs, calm), advice)
    if composed:
        known = (findings, [*findings, *calm])
        yield from _rows(composed, "rules", "flag", known, advice)
        yield from _rows(composed, "doubts", "flag", known, None)


def _twice(flags: Document) -> Iterator[Problem]:
    known: set[str] = set()
    for at, flag in enumerate(flags.data["flags"]):
        if flag["id"] in known:
            yield flags.problem(("flags", at, "id"), f"“{flag['id']}” is there twice", "keep one")
        known.add(flag["id"])


def _names(document: Document, section: str) -> list[str]:
    return [*document.data["phrases"].get(section, ())]


def _rows(
    document: Document,
    table: str,
    field: str,
    known: tuple[list[str], list[str]],
    advice: Mapping[str, Any] | None,
) -> Iterator[Problem]:
    """Each flag of a table; `known` are what raises a flag and what excuses it."""
    for at, row in enumerate(document.data.get(table, ())):
        if not row["when"]:
            place = (table, at, "when")
            yield document.problem(place, "is empty", "name the signs that raise it")
        for number, written in enumerate(row["when"]):
            yield from _condition(document, (table, at, "when", number), written, *known)
        if advice is not None and row[field] not in advice:
            mend = f"write “{row[field]}:” below “flags:” in {WORDS}"
            yield document.problem((table, at, field), f"“{row[field]}” has no words", mend)


def _condition(
    document: Document, place: Place, written: str, signs: list[str], calm: list[str]
) -> Iterator[Problem]:
    """A condition such as “groin + pain|ache - joke”, part by part."""
    needed, _, unless = written.partition(" - ")
    for sign in JOINTS.split(needed):
        if sign not in signs:
            fault = f"“{written}” names the sign “{sign}”, which nobody wrote"
            yield document.problem(place, fault, nearest(sign, signs))
    for excuse in unless.split("|") if unless else ():
        if excuse not in calm:
            fault = f"“{written}” is excused by “{excuse}”, which nobody wrote"
            yield document.problem(place, fault, nearest(excuse, calm))
