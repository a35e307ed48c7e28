"""Was it seen by somebody qualified: "the physio says it is fine"? Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.when.dates import coming_day

MORE = frozenset({"but", "however", "now", "also", "though", "since", "still", "worse", "today"})
NOT_YET = frozenset({"no", "not", "yet", "if", "until", "when", "next", "years", "never", "hope"})
BACK_FROM = "back-from:"
DAYS = ("day", "week", "month")


class Rest(NamedTuple):
    """What a clinician wants until a day: that nothing moves, or only that nobody runs."""

    until: date
    only_runs: bool


def was_seen(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message that tells of being better name who has had a look?"""
    return parse(text, compiled(lexicon, cards)).has("care:clinician")


def asks_if_needed(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Is it asked whether somebody has to have a look at all: "is that really necessary"?"""
    reading = parse(text, compiled(lexicon, cards))
    clauses = {reading.clause_of(mark) for mark in reading.all("care:needed")}
    return any(reading.asks(each) for each in clauses)


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


def told_rest(
    text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]], today: date
) -> Rest | None:
    """Until when it is to rest: "rest until Friday", "no running for two weeks"."""
    reading = parse(text, compiled(lexicon, cards))
    rest = [mark for mark in reading.all("care:rest") if not reading.negated(mark)]
    runs = reading.all("care:no-runs")
    if not (rest or runs) or "?" in text or any(token.text in MORE for token in reading.tokens):
        return None
    spans = (each.days for each in reading.lengths if each.unit in DAYS and each.days)
    days = next(spans, None)
    until = today + timedelta(days=days) if days else coming_day(reading, today)
    return Rest(until, only_runs=bool(runs)) if until and until > today else None


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
