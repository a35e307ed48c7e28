"""Short words in the middle of a walk: pause, next, how long is left, it hurts, enough. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from content.catalog.taxonomy import Side
from content.language.compiler import compiled
from content.language.lexicon import Lexicon

_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


class Aside(StrEnum):
    HALT = "halt"  # "stop": a countdown rests, else the walk ends
    PAUSE = "pause"
    START = "start"  # for which the session need not be under way
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    RETURN = "return"  # "back": the step before, or the runner is back
    REPEAT = "repeat"  # shown once more
    ONCE_MORE = "once-more"  # done once more: "one more", "do it again"
    RESTART = "restart"  # the move from its beginning
    LONGER = "longer"
    LEFT = "left"  # "how long is left?"
    AFTER = "after"  # "what comes next?"
    SIDE = "side"  # "which side?"
    HOW = "how"  # "how do I do this?"
    OTHER_SIDE = "other-side"  # "switch": on to the side that has not worked yet
    SIDE_FIRST = "side-first"  # "other leg first", "right side first"
    SOUND_OFF = "sound-off"
    SOUND_ON = "sound-on"
    LOUDER = "louder"
    QUIETER = "quieter"
    HANDS = "hands"  # "my hands are full"
    ALL_RIGHT = "all-right"  # "ok": on, where something waits for the runner
    EASIER = "easier"
    HARDER = "harder"
    SKIP = "skip"
    TIME = "time"
    HURTS = "hurts"
    DISLIKE = "dislike"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Said:
    """The authors' phrases as messages are held against them."""

    asides: Mapping[str, Aside]
    none: frozenset[str]
    pain: Mapping[str, str]


def _said(lexicon: Lexicon) -> Said:
    """Made once: every message is held against all of them."""
    found: Said = compiled(lexicon).often("asides", lambda _: _made(lexicon))("")
    return found


def _made(lexicon: Lexicon) -> Said:
    table = lexicon.tables["asides"]
    return Said(
        {_plain(each): Aside(name) for name, said in table["asides"].items() for each in said},
        frozenset(_plain(each) for each in table["none-of-it"]),
        {_plain(each): kind for kind, said in table["pain"].items() for each in said},
    )


def aside(text: str, lexicon: Lexicon) -> Aside | None:
    """What a whole message means while a card is being walked; None if it is no such word.

    Small words around it may be there: "ok next please", "pause the timer for a sec".
    """
    table, said = lexicon.tables["asides"], _said(lexicon)
    ways = bare(text, table)
    meant = next((said.asides[each] for each in ways if each in said.asides), None)
    return meant or _made_of(text, table)


def opening(text: str, lexicon: Lexicon) -> Aside | None:
    """What a longer message begins with: "hang on, my kid is calling"."""
    words = _plain(text).split()
    begun = (aside(" ".join(words[:end]), lexicon) for end in range(len(words) - 1, 0, -1))
    return next(filter(None, begun), None)


def side_named(text: str) -> Side | None:
    """The one side that a short message names."""
    words = set(_plain(text).split())
    named = [side for side in Side if side.value in words]
    return named[0] if len(named) == 1 else None


def none_of_it(text: str, lexicon: Lexicon) -> bool:
    """Does a whole message say that nothing of a list is true: "no, none of these"?"""
    table, none = lexicon.tables["asides"], _said(lexicon).none
    return any(way in none for way in bare(text, table))


def pain_kind(text: str, lexicon: Lexicon) -> str | None:
    """How it hurts, where a whole message says that: "sharp"; "no" and "it passed" are a little."""
    if none_of_it(text, lexicon):
        return "little"
    table, kinds = lexicon.tables["asides"], _said(lexicon).pain
    ways = bare(text, table)
    return next((kinds[each] for each in ways if each in kinds), None)


def labelled(text: str, labels: Mapping[str, str]) -> str | None:
    """The name of the button that says the same as a whole message; small marks do not matter."""
    said = _plain(text)
    return next((name for name, label in labels.items() if said and _plain(label) == said), None)


def _made_of(text: str, table: Mapping[str, Any]) -> Aside | None:
    """What some words say together in any order: "ok done that side what now", "which knee"."""
    words = set(_plain(text).split())
    for name, said in table["made-of"].items():
        told = all(words & {*each} for each in said["needs"])
        if told and words <= {*chain(*said["needs"]), *said["beside"]}:
            return Aside(name)
    return None


def bare(text: str, table: Mapping[str, Any]) -> Iterator[str]:
    """A message in plain words, and again with ever fewer small ones around it."""
    return _barer(_plain(text), table["openers"], table["closers"])


def _barer(said: str, openers: Iterable[str], closers: Iterable[str]) -> Iterator[str]:
    """The words with ever fewer small ones at the beginning, and then at the end."""
    while said:
        yield from _shorter_at_end(said, closers)
        opener = next((each for each in openers if said.startswith(each + " ")), None)
        if opener is None:
            return
        said = said.removeprefix(opener).strip()


def _shorter_at_end(said: str, closers: Iterable[str]) -> Iterator[str]:
    while said:
        yield said
        closer = next((each for each in closers if said.endswith(" " + each)), None)
        if closer is None:
            return
        said = said.removesuffix(closer).strip()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().translate(_APOSTROPHES)))
