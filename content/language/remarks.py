"""Clauses that only say why: "i've a wedding", "too busy then", "my shift changed". Pure."""

from collections.abc import Iterator
from functools import lru_cache

from content.language.parsed_message import ONE_MESSAGE, ParsedMessage
from content.language.spans import Span
from content.language.when.dates import weekdays

LEAST = 3  # words of a message that ends with what the coach is called
COUNTING = ("wish", "turn", "span")  # what wishes for more, takes back, or says how long


@lru_cache(maxsize=ONE_MESSAGE)
def remarks(parsed: ParsedMessage) -> frozenset[int]:
    """The places of words that tell of the runner's day and leave what else was said as it is.

    Such a clause tells of somebody or something ("I", "my", "the dog has"), says why ("because",
    "too"), or what "it" or another time is like. Else it names no time and nothing of the body, and
    has no word that wishes for something, narrows it or takes it back: "I need it quiet", "we have
    guests this month" and "I was joking" are none. "You muppet" is one wherever it ends a message.
    """
    clauses = set(parsed.clauses)
    if len(clauses) == 1:
        return _called(parsed)
    told = {parsed.clauses[each.start] for each in _when(parsed)}
    counting = {word for name in COUNTING for word in _words(parsed, name)}
    counting |= {*parsed.tables["clock"]["months"]}
    told |= {parsed.clauses[at] for at, each in enumerate(parsed.tokens) if each.text in counting}
    told |= {parsed.clause_of(mark) for mark in parsed.all(*_words(parsed, "never"))}
    mine = {each for each in clauses - told if _opens(parsed, each)}
    mine |= _judged(parsed)
    reasons = frozenset(at for at, number in enumerate(parsed.clauses) if number in mine)
    return reasons | _called(parsed)


def _called(parsed: ParsedMessage) -> frozenset[int]:
    """What the coach is called at the end: "you muppet"."""
    said = [at for at, token in enumerate(parsed.tokens) if token.text[0].isalnum()]
    if len(said) < LEAST or parsed.word(said[-2]) != "you" or said[-1] - said[-2] != 1:
        return frozenset()
    known = any(mark.start <= said[-1] < mark.end for mark in parsed.all_marks)
    counts = parsed.number(said[-1]) is not None or _small_word(parsed, said[-1])
    return frozenset() if known or counts else frozenset(said[-2:])


def _small_word(parsed: ParsedMessage, at: int) -> bool:
    """A word that goes on with "you", and names nobody: "before you do", "if you can"."""
    return any(parsed.word(at) in group for group in parsed.tables["small-words"]["small"].values())


def _when(parsed: ParsedMessage) -> Iterator[Span]:
    """All that says when; "useless at night" names no time."""
    yield from (each for each in parsed.clocks if not each.named)
    yield from parsed.lengths
    yield from parsed.written_dates
    yield from weekdays(parsed)


def _judged(parsed: ParsedMessage) -> set[int]:
    """The clauses of times that do not suit, beside one that does: "seven is too late"."""
    clocks = {each: parsed.clauses[each.start] for each in parsed.clocks if not each.named}
    judged = {clocks[each] for each in clocks if _suits_not(parsed, each.end)}
    return judged if set(clocks.values()) - judged else set()


def _suits_not(parsed: ParsedMessage, at: int) -> bool:
    liked = {parsed.word(at + 1), parsed.word(at + 2)} & {*_words(parsed, "liking")}
    denied = parsed.word(at + 1) == "not"
    return parsed.word(at) in ("is", "was", "does", "would") and (denied or not liked)


def _opens(parsed: ParsedMessage, clause: int) -> bool:
    """Does it begin as a reason does, small words aside?"""
    skipped = _words(parsed, "skip")
    inside = (at for at, number in enumerate(parsed.clauses) if number == clause)
    words = [word for at in inside if (word := parsed.word(at))[0].isalnum()]
    first = next((word for word in words if word not in skipped), "")
    owned = first in _words(parsed, "owned") and _tells(words, _words(parsed, "verbs"))
    return owned or _judges(parsed, words, first) or first in _words(parsed, "begin")


def _tells(words: list[str], verbs: tuple[str, ...]) -> bool:
    """Is something told of it, and not what it has to be: "it has to be by mail"?"""
    pairs = zip(words, [*words[1:], ""], strict=True)
    told = [after for word, after in pairs if word in verbs]
    return bool(told) and "to" not in told


def _judges(parsed: ParsedMessage, words: list[str], first: str) -> bool:
    """Does it say what something is like: "it's doing my head in", "so annoying"?"""
    pointing, judging = _words(parsed, "pointing"), _words(parsed, "judging")
    alone = set(words) <= {*pointing, *judging, *_words(parsed, "skip")}
    return alone or (first in pointing and not set(words).isdisjoint(judging))


def _words(parsed: ParsedMessage, name: str) -> tuple[str, ...]:
    return tuple(parsed.tables["small-words"]["reasons"][name])
