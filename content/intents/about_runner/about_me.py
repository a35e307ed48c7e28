"""What is said about Limber as a program, and the name that a runner wants to be called. Pure."""

import re

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.tokens import Token

MOST = 3  # words of a name
INSTEAD = ("i", "am")  # "don't call me Sam, I am Alex"


def told(reading: ParsedMessage) -> Meaning | None:
    """A fault of ours that is reported, or the runner's name."""
    return _bug(reading) or _name(reading)


def _bug(reading: ParsedMessage) -> Meaning | None:
    marks = reading.all("meta:bug")
    if not marks or reading.has("area", "feel"):
        return None
    return Meaning(Intent.BUG, because=reading.said(marks[0]))


def _name(reading: ParsedMessage) -> Meaning | None:
    for mark in reading.all("meta:name"):
        if name := _after(reading, _start(reading, mark)):
            return Meaning(Intent.NAME, named=name, because=(*reading.said(mark), name))
    return None


def _start(reading: ParsedMessage, mark: Mark) -> int | None:
    """Where the name begins; after a "not" it is in the clause that says what it is instead."""
    if not reading.negated(mark):
        return mark.end
    words = [token.text for token in reading.tokens]
    later = range(mark.end, len(words) - 1)
    return next((at + 2 for at in later if tuple(words[at : at + 2]) == INSTEAD), None)


def _after(reading: ParsedMessage, start: int | None) -> str | None:
    """Up to three words that may be a name, up to the end of the clause."""
    if start is None:
        return None
    found: list[str] = []
    for token in reading.tokens[start : start + MOST]:
        if not _may_be_name(token, reading):
            break
        found.append(token.raw)
    return " ".join(found) or None


def _may_be_name(token: Token, reading: ParsedMessage) -> bool:
    return token.raw.isalpha() and token.text not in reading.tables["about-me"]["not-names"]


def as_written(name: str, text: str) -> str:
    """The name with the letters, small or large, that the message has."""
    found = re.search(re.escape(name), text, re.IGNORECASE)
    written = found[0] if found else name
    return written.title() if written.islower() else written
