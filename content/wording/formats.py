"""How one runner reads times, distances and marks: the same message, written otherwise. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

NOON, MILE_KM = 12, 1.609344
_CLOCK = re.compile(r"(?<![\d:.])([01]\d|2[0-3]):([0-5]\d)(?![\d:])")
_KM = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?) km\b")


class Format(StrEnum):
    """What a runner may ask for. Of each pair one is usual."""

    CLOCK_12 = "clock-12"
    CLOCK_24 = "clock-24"
    MILES = "miles"
    KM = "km"
    WORDS = "words"  # days in words, for a screen reader
    SQUARES = "squares"


USUAL = {
    Format.CLOCK_12: Format.CLOCK_24,
    Format.MILES: Format.KM,
    Format.WORDS: Format.SQUARES,
}
OPPOSITE = USUAL | {usual: other for other, usual in USUAL.items()}


@dataclass(frozen=True, slots=True)
class Marks:
    """The mark of each kind of day and its words, and the names of the days from Monday."""

    signs: Mapping[str, str]
    words: Mapping[str, str]
    days: Sequence[str]


def formatted(text: str, wanted: frozenset[Format], marks: Marks) -> str:
    """The text as it was asked for; as it is where nothing was."""
    if Format.WORDS in wanted:
        text = _in_words(text, marks)
    if Format.CLOCK_12 in wanted:
        text = _CLOCK.sub(_twelve, text)
    return _KM.sub(_miles, text) if Format.MILES in wanted else text


def _twelve(found: re.Match[str]) -> str:
    hour = int(found[1])
    return f"{hour % NOON or NOON}:{found[2]} {'pm' if hour >= NOON else 'am'}"


def _miles(found: re.Match[str]) -> str:
    return f"{round(float(found[1]) / MILE_KM, 1):g} mi"


def _in_words(text: str, marks: Marks) -> str:
    """A row of seven marks as the days that it shows; single marks as their words."""
    signs = "".join(set(marks.signs.values()))
    row = re.compile(rf"[{signs}]{{{len(marks.days)}}}( *)")
    text = row.sub(lambda found: _row(found[0].rstrip(), marks, found[1][:1]), text)
    return re.sub(rf"[{signs}]", lambda found: _named(found[0], marks), text)


def _row(row: str, marks: Marks, behind: str) -> str:
    told = [
        f"{day} {name}"
        for day, sign in zip(marks.days, row, strict=False)
        if (name := _named(sign, marks))
    ]
    return f"({', '.join(told)})" + behind if told else ""


def _named(sign: str, marks: Marks) -> str:
    named = (name for name, each in marks.signs.items() if each == sign)
    return next((marks.words.get(name, "") for name in named), "")
