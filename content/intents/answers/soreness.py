"""Soreness in words, as the buttons take it: "a two? no, a three", "6, both sides". Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from content.intents.answers.answer import Found, Known
from content.intents.answers.question_words import question_words
from content.intents.answers.readers.one_of import one_of
from content.intents.answers.said import Said, places
from content.intents.small_talk import WORST
from content.language.compiler import compiled
from content.language.corrected import corrected
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse

SCALE, PLACE = "soreness", "sore_place"  # questions of lexicon/answers.yaml
OF_TEN = frozenset({"of", "/", "from"})
CORRECTS = frozenset({"no", "not", "actually", "rather", "more", "make", "sorry", "wait"})
NAMES = frozenset({"sore", "soreness"})
POINTS = frozenset({"this", "that", "the", "which", "another", "each", "every"})
MORE = frozenset({"more", "another", "extra"})
WHEN = frozenset({"when", "if", "while", "on", "only", "just", "mostly", "going", "after"})
AT = frozenset({"at", "by", "until", "till", "before", "after"})  # a time, and no amount


class Told(NamedTuple):
    """`named` says that the message speaks of soreness by itself, asked or not."""

    amount: int
    place: str | None
    named: bool


def told_soreness(text: str, lexicon: Lexicon) -> Told | None:
    """A number from 0 to 10 and nothing that is another matter, else None."""
    words = compiled(lexicon)
    reading = corrected(parse(text, words))
    place = one_of(Said(reading, question_words(PLACE, words)), {})
    beside = place.used if place else frozenset[int]()
    said = Said(reading, question_words(SCALE, words))
    found = _score(said, beside)
    if found is None or _other(reading, found):
        return None
    if said.left(found.used | beside | _circumstance(said, found.used)):
        return None
    named = any(token.text in NAMES for token in reading.tokens)
    return Told(found.value, str(place.value) if place else None, named)


def _other(reading: ParsedMessage, found: Found) -> bool:
    """ "5 minutes", "at 7"."""
    counted = {at for each in reading.lengths for at in range(each.start, each.end)}
    timed = {at for at in found.used if at and reading.word(at - 1) in AT}
    return bool(timed) or not counted.isdisjoint(found.used)


def _circumstance(said: Said, used: frozenset[int]) -> frozenset[int]:
    """When it is felt, told behind it and of no other matter: "3, only on stairs"."""
    reading = said.reading
    behind = range(max(used, default=len(reading.tokens)) + 1, len(reading.tokens))
    begins = next((at for at in behind if reading.word(at) in WHEN), len(reading.tokens))
    places = frozenset(range(begins, len(reading.tokens)))
    counted = any(reading.number(at) is not None for at in places)
    return frozenset() if counted or said.other_matters(used | places) else places


def soreness(said: Said, _known: Known) -> Found | None:
    """The number, or 0 for "not at all"."""
    return _score(said, frozenset())


def _score(said: Said, beside: frozenset[int]) -> Found | None:
    told = {at: each for at, each in _numbers(said.reading) if at not in beside}
    numbers = {at: each for at, each in told.items() if not _is_scale(said.reading, at)}
    if numbers:
        amount = _meant(said.reading, numbers)
        return Found(amount, frozenset(told)) if amount <= WORST else None
    return Found(0, frozenset(places(said.values))) if said.value() else None


def _numbers(reading: ParsedMessage) -> Iterator[tuple[int, int]]:
    """The place of each number, but for "2 more", "another 8" and "this one"."""
    for at in range(len(reading.tokens)):
        number = reading.number(at)
        if number is None or reading.word(at + 1) in MORE or reading.word(at - 1) in MORE:
            continue
        if not (reading.word(at) == "one" and at and reading.word(at - 1) in POINTS):
            yield at, number


def _is_scale(reading: ParsedMessage, at: int) -> bool:
    """ "Out of 10" is no answer."""
    return reading.number(at) == WORST and at > 0 and reading.word(at - 1) in OF_TEN


def _meant(reading: ParsedMessage, numbers: dict[int, int]) -> int:
    """The last one where it puts the others right, else the highest: "4 to 5"."""
    first, last = min(numbers), max(numbers)
    between = {token.text for token in reading.tokens[first:last]}
    return numbers[last] if between & CORRECTS else max(numbers.values())
