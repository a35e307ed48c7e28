"""Where a runner is: "I'm in Leeds", "same as Paris", "GMT+1", "it's ten past nine here"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said
from content.places import Place, find_city, offset_of
from content.places.spelling import fold, near
from content.places.zone_names import by_abbreviation, by_name

MOST_NAMES, LONGEST = 6, 4  # names that are looked up in a message, and words of each
NEAR = 4  # words from "grew" to the name of the place
FAR_LARGER = 4  # times, for a place to be meant where the question is where somebody is

_SPACED = re.compile(r"^(utc|gmt) (?:and|plus|\+) ?")  # "gmt + 1"; a plus is read as "and"
_WORDS = re.compile(r"[,;!?()]|[^\s,;!?()]+")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What was told of a zone: places that may be meant, a distance from UTC, or a clock."""

    places: tuple[Place, ...] = ()
    offset: timedelta | None = None
    clock: time | None = None


def zone(said: Said, _known: Known) -> Found | None:
    """A distance from UTC, else a place, else what the clock says there."""
    names = list(_names(said))[:MOST_NAMES]
    for name in names:
        if (offset := offset_of(_SPACED.sub(r"\1+", name))) is not None:
            return Found(Whereabouts(offset=offset), _spots(said, name))
    clock = next((each for each in said.reading.clocks if each.at and not each.named), None)
    looked_up = [(name, find_city(name)) for name in names if not (clock and _counts(name))]
    found = [(name, _likely(name, places)) for name, places in looked_up if places]
    told = [each for each in found if _is_meant(said, *each)]
    clear = [each for each in told if each[1][0].sure or len(each[1]) == 1]
    clear = [each for each in clear if not _was_there(said, each[0])] or clear
    if clear or (told and clock is None):
        _, places = (clear or told)[0]
        used = frozenset().union(*(_spots(said, each) for each, _ in told))
        return Found(Whereabouts(places=places[:1] if clear else places), used)
    if clock is None:
        return None
    spots = frozenset(range(clock.start, clock.end))
    wished = any(token.text == "me" for token in said.reading.tokens)  # "wake me at 6:40"
    return None if wished or said.left(spots) else Found(Whereabouts(clock=clock.at), spots)


def _spots(said: Said, name: str) -> frozenset[int]:
    """The places of the words of a name."""
    words = name.split()
    return frozenset(
        at
        for at, token in enumerate(said.reading.tokens)
        if token.raw and any(token.raw in word for word in words)
    ) or frozenset(range(len(said.reading.tokens)))


def _was_there(said: Said, name: str) -> bool:
    """Is it where somebody came from: "I grew up in Lyon", "we moved from Leeds"?"""
    table = said.reading.tables["answers"]["questions"]["zone"]
    start = min(_spots(said, name))
    words = [said.reading.tokens[at].raw for at in range(max(0, start - NEAR), start)]
    return words[-1:] == ["from"] or not set(words).isdisjoint(table["was-there"])


def _is_meant(said: Said, name: str, found: tuple[Place, ...]) -> bool:
    """A name spelt otherwise is guessed only where hardly anything else is said."""
    spelt = fold(name) in {fold(found[0].name), fold(found[0].country), fold(found[0].region)}
    exact = spelt or by_name(name) or by_abbreviation(name)
    if name in said.words.small and not exact:  # "what" and "yes" are no places
        return False
    alone = not said.left(_spots(said, name)) and not said.other_matters(())
    return bool(exact) or alone


def _likely(name: str, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Only the first of places with that very name, where it is far larger than the others."""
    first, *others = places
    rivals = [each for each in others if each.name == first.name and each.zone != first.zone]
    largest = max((each.population for each in rivals), default=0)
    if near(fold(name), [fold(first.name)]) and first.population >= FAR_LARGER * largest:
        return (first,)
    return places


def _counts(name: str) -> bool:
    return any(letter.isdecimal() for letter in name)


def _names(said: Said) -> Iterator[str]:
    """What may be a name: first what stands after "in", "near", "same as", then the rest."""
    table = said.reading.tables["answers"]["questions"]["zone"]
    before, idle = frozenset(table["before-a-name"]), frozenset(table["no-name"])
    chunks = list(_chunks(_WORDS.findall(said.reading.text), before))
    chunks = [(led, _before_not(words)) for led, words in chunks]
    for led in (True, False):
        for words in (words for after, words in chunks if after is led):
            for name in dict.fromkeys((" ".join(words).strip("."), " ".join(_bare(words, idle)))):
                if 0 < len(name.split()) <= LONGEST:
                    yield name


def _chunks(words: Sequence[str], before: frozenset[str]) -> Iterator[tuple[bool, list[str]]]:
    """The words between signs and words such as "in", and whether such a word leads them."""
    led, chunk = False, list[str]()
    for word in words:
        if word in before or word in ",;!?()":
            yield led, chunk
            led, chunk = word in before, []
        else:
            chunk.append(word)
    yield led, chunk


def _before_not(words: list[str]) -> list[str]:
    """What stands before a "not": "not London" names no place, nor does "I have not time"."""
    return words[: words.index("not")] if "not" in words else words


def _bare(words: Sequence[str], idle: frozenset[str]) -> list[str]:
    """Without the words at either end that are no part of a name."""
    start, end = 0, len(words)
    while start < end and words[start].strip(".'") in idle:
        start += 1
    while start < end and words[end - 1].strip(".'") in idle:
        end -= 1
    return [word.strip(".") for word in words[start:end]]
