"""An own session in words: "my three are clamshell and couch stretch", "do my three". Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse

MOST = 6
_MINE = r"my (?:own (?:session|routine)|own three|own|three|favou?rites?|routine)"
_IS = re.compile(rf"\b{_MINE} (?:are|is|should be|will be)\b|\b{_MINE}:", re.IGNORECASE)
_KEEP = re.compile(
    rf"^(?:please )?(?:keep|save|remember|make) (?:this|that|these|it|them|those)(?: \w+)?"
    rf"(?: as)? {_MINE}\b",
    re.IGNORECASE,
)
_SHOW = re.compile(
    rf"^(?:please )?(?:(?:do|start|show(?: me)?|give me|let's do|i want|today) )?{_MINE}"
    r"(?: please| today| now)?[.!]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OwnSession:
    """`keep` the cards that are named, or what is on the screen where none is; else show it."""

    keep: bool
    cards: tuple[str, ...] = ()


def own_session(
    text: str, lexicon: Lexicon, names: Mapping[str, tuple[str, ...]]
) -> OwnSession | None:
    """What a message says of an own session; None where it says nothing of it."""
    text = text.strip()
    if _SHOW.match(text):
        return OwnSession(keep=False)
    if _KEEP.match(text):
        return OwnSession(keep=True)
    if begins := _IS.search(text):
        cards = _named(text[begins.end() :], lexicon, names)
        return OwnSession(keep=True, cards=cards) if cards else None
    return None


def _named(text: str, lexicon: Lexicon, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The cards in the order of naming."""
    marks = parse(text, compiled(lexicon, names)).all("card")
    return tuple(dict.fromkeys(mark.concept.partition(":")[2] for mark in marks))[:MOST]
