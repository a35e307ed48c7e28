"""What a template says about itself, in the comment that it begins with.

The comment opens with the occasion, one sentence. Then comes a line for each name that the
template is filled in with: what it means and in which unit, its type, and an example or several:

    {# The daily reminder.
       minutes: about how long it takes, whole minutes (int) = 6
       after: what it follows (text or none) = your coffee
       cards[].name: today's cards in order (text) = Leg swings | Couch stretch
    #}

A group is told field by field, and `[]` stands for each item of a list.
"""

import re
from dataclasses import dataclass, field
from typing import Self

from content.authoring.document import Problem

TYPES = ("text", "int", "yes or no", "date", "datetime", "one of …", "pair", "mapping", "group")
NEED_EXAMPLE = ("text", "pair", "mapping")

_COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}", re.DOTALL)
_LINE = re.compile(
    r"(?P<path>[a-z_]+(?:\[\])?(?:\.[a-z_]+(?:\[\])?)*): (?P<meaning>.+?)"
    r" \((?P<type>[^()]+)\)(?: = (?P<examples>.+))?"
)
_TYPE = re.compile(
    r"(?P<kind>text|int|yes or no|date|datetime|pair|mapping|group|one of (?P<options>[\w, -]+?))"
    r"(?P<empty> or empty)?(?P<none>,? or none)?"
)


@dataclass(frozen=True, slots=True)
class Name:
    """One documented name. `options` are the texts of a “one of”; `line` counts from 1."""

    path: str
    meaning: str
    kind: str
    line: int
    options: tuple[str, ...] = ()
    may_be_empty: bool = False
    may_be_none: bool = False
    examples: tuple[str, ...] = ()

    @property
    def top(self) -> str:
        """The name that the template is called with."""
        return re.split(r"[.\[]", self.path)[0]


@dataclass(frozen=True, slots=True)
class Doc:
    """What the comment says, and what is wrong with it."""

    occasion: str = ""
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @classmethod
    def of(cls, source: str, file: str) -> Self:
        """Reads the comment at the head of a template; `file` is for the problems."""
        comment = _COMMENT.match(source)
        if not comment or not comment[1].strip():
            mend = "begin the file with {# when it is sent, then a line for each name #}"
            return cls(problems=(Problem(file, 1, "", "does not tell its context", mend),))
        first, *lines = comment[1].split("\n")
        read = [
            _name(line.strip(), number, file)
            for number, line in enumerate(lines, 2)
            if line.strip()
        ]
        return cls(
            first.strip(),
            tuple(each for each in read if isinstance(each, Name)),
            tuple(each for each in read if isinstance(each, Problem)),
        )


def _name(text: str, line: int, file: str) -> Name | Problem:
    found = _LINE.fullmatch(text)
    if not found:
        mend = "write “name: meaning, unit (type) = example”"
        name = text.partition(":")[0]
        return Problem(file, line, name, "is not documented the usual way", mend)
    path, kind = found["path"], _TYPE.fullmatch(found["type"])
    if not kind:
        fault = f"has an unknown type: {found['type']}"
        return Problem(file, line, path, fault, f"use {', '.join(TYPES)}, also with “or none”")
    if kind["kind"] in NEED_EXAMPLE and not found["examples"]:
        return Problem(file, line, path, "has no example", "end the line with “ = ” and one")
    return Name(
        path=path,
        meaning=found["meaning"],
        kind="one of" if kind["options"] else kind["kind"],
        line=line,
        options=tuple(re.split(r",\s*", kind["options"])) if kind["options"] else (),
        may_be_empty=bool(kind["empty"]),
        may_be_none=bool(kind["none"]),
        examples=tuple(
            each.strip() for each in (found["examples"] or "").split("|") if each.strip()
        ),
    )
