"""The red flags as authors keep them in lexicon/flags.yaml: which signs raise which flag."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from content.language.lexicon import Lexicon
from content.screening.urgency import Urgency


class Condition(NamedTuple):
    """Signs that raise a flag together: one of each part, and nothing that excuses it.

    `rank` orders all conditions as the file does, the gravest flag first.
    """

    rank: int
    flag: str
    urgency: Urgency
    parts: tuple[frozenset[str], ...]
    unless: frozenset[str]


def raised(lexicon: Lexicon, signs: Collection[str], below: int) -> Iterator[Condition]:
    """The conditions for which those signs are enough, the gravest first, of a rank `below`."""
    all_, places = _conditions(lexicon)
    met = (1 << min(below, len(all_))) - 1
    for unasked, asking in places:
        told = unasked
        for sign in signs:
            told |= asking.get(sign, 0)
        met &= told
    while met:
        gravest = met & -met
        yield all_[gravest.bit_length() - 1]
        met ^= gravest


@lru_cache(maxsize=8)
def _conditions(lexicon: Lexicon) -> tuple[list[Condition], list[tuple[int, dict[str, int]]]]:
    """All conditions of all flags, the gravest first.

    And for the first, second … part: which conditions have no such part, and which ones a sign
    gives theirs, as bits by rank. A long message asks a hundred times.
    """
    flags: Sequence[Mapping[str, Any]] = lexicon.tables["flags"]["flags"]
    written = [(flag, when) for flag in flags for when in flag["when"]]
    all_ = [_condition(rank, *each) for rank, each in enumerate(written)]
    places = range(max(len(each.parts) for each in all_))
    return all_, [_asked(all_, place) for place in places]


def _asked(all_: Sequence[Condition], place: int) -> tuple[int, dict[str, int]]:
    unasked, asking = 0, dict[str, int]()
    for condition in all_:
        bit = 1 << condition.rank
        if place >= len(condition.parts):
            unasked |= bit
            continue
        for sign in condition.parts[place]:
            asking[sign] = asking.get(sign, 0) | bit
    return unasked, asking


def _condition(rank: int, flag: Mapping[str, Any], written: str) -> Condition:
    """What an author wrote, as parts and excuses: "groin + pain|ache - joke"."""
    needed, _, unless = written.partition(" - ")
    parts = tuple(frozenset(part.split("|")) for part in needed.split(" + "))
    excuses = frozenset(unless.split("|")) - {""}
    return Condition(rank, flag["id"], Urgency(flag["urgency"]), parts, excuses)
