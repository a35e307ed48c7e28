"""Was it seen by somebody qualified: "the physio says it is fine"? Pure."""

from collections.abc import Mapping

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse

MORE = frozenset({"but", "however", "now", "also", "though", "since", "still", "worse", "today"})
NOT_YET = frozenset({"no", "not", "yet", "if", "until", "when", "next", "years", "never", "hope"})
BACK_FROM = "back-from:"


def was_seen(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message that tells of being better name who has had a look?"""
    return parse(text, compiled(lexicon, cards)).has("care:clinician")


def told_verdict(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Has somebody qualified had a look and said something: "the doc says I may walk"?"""
    return _verdict(parse(text, compiled(lexicon, cards)))


def told_finding(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Is a finding only what they call it: "she saw me and said it's a strain"? After "but" or
    "now" there may be more.
    """
    reading = parse(text, compiled(lexicon, cards))
    more = any(token.text in MORE for token in reading.tokens)
    return not more and reading.has("care:called") and _verdict(reading)


def back_from(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> str | None:
    """The flag of what they may run again after: "physio let me run after my calf tear"."""
    reading = parse(text, compiled(lexicon, cards))
    marks = [mark for mark in reading.marks if mark.concept.startswith(BACK_FROM)]
    cleared = [mark for mark in reading.all("care:allowed-back") if not reading.negated(mark)]
    more = any(token.text in (*MORE, *NOT_YET) for token in reading.tokens)
    if not marks or not cleared or more or "?" in text or not reading.has("care:clinician"):
        return None
    return (
        None if reading.asks(reading.clause_of(cleared[0])) else marks[0].concept[len(BACK_FROM) :]
    )


def _verdict(reading: ParsedMessage) -> bool:
    told = (mark for mark in reading.all("care:verdict") if not reading.negated(mark))
    return any(not reading.asks(reading.clause_of(mark)) for mark in told)
