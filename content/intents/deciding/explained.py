"""Which words of a message one meaning of it accounts for. Pure; the table is explains.yaml."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import time

from content.intents.about_runner.distances import durations
from content.intents.deciding.costs import Cost, cost
from content.intents.deciding.reading import Reading
from content.intents.meaning import Intent, Meaning
from content.language.content_words import covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.when.clock import NOON, Clock
from content.language.when.dates import weekdays
from content.language.when.durations import Length
from content.language.when.week_turns import week_turn

# The slots that times, lengths, weekdays and dates go into.
CLOCKS = ("run", "at", "end", "also", "hours", "others")
LENGTHS = ("minutes", "shift", "day", "until", "weeks", "skips", "run")
WEEKDAYS = ("days", "day", "since", "until", "others", "lengths", "skips", "weeks")
DATES = ("day", "since", "until", "skips", "also_on")
NUMBERS = ("amount", "minutes")
NEXT = ("next", "this", "last", "every", "each")
BEFORE = ("after", "before", "around", "by", "about", "over", "during", "between", "until")
LED_BY = ("every", "each", "another", "extra", "max", "only", "next", "following", "coming")
TOLD = (Intent.DONE, Intent.PARTIAL, Intent.MISSED)
TRAVELLING = (Intent.PAUSE, Intent.EXCUSED, Intent.MOVED)
DISTANCES = ("k", "km", "kilometre", "mile", "miler")
ASKED_ABOUT = ("kind", "area", "spot", "feel", "kit", "moment", "log:session", "log:done")
WORD = re.compile(r"[^\W_]+")
DEFAULTS = {each.name: each.default for each in fields(Meaning)}


def read_as(parsed: ParsedMessage, meaning: Meaning) -> Reading:
    """The meaning with the words that it accounts for."""
    spans = _spans(parsed, meaning)
    if cost(meaning.intent) > Cost.NOTE:
        spans = (each for span in spans for each in _solid(parsed, span))
    found = covered(spans).intersection(range(len(parsed.tokens)))
    return Reading((meaning,), found & _of_its_run(parsed, meaning) if meaning.skips else found)


def _of_its_run(parsed: ParsedMessage, meaning: Meaning) -> frozenset[int]:
    """Where a run that moves is told: days of other clauses are of something else."""
    every = frozenset(range(len(parsed.tokens)))
    if meaning.intent is not Intent.RUN_TOLD or meaning.day is None:
        return every
    days = {meaning.day.weekday(), *(each.weekday() for each in meaning.skips)}
    named = [each for each in weekdays(parsed) if each.day in days]
    told = covered([*quoted(parsed, meaning.because), *named])
    clauses = {parsed.clauses[at] for at in told}
    return frozenset(at for at in every if parsed.clauses[at] in clauses)


def _asked_about(parsed: ParsedMessage, meaning: Meaning) -> Iterator[Span]:
    """What a general question is about: the parts and kinds that its own clause names."""
    if meaning.intent is not Intent.TOPIC:
        return
    clauses = {parsed.clauses[mark.start] for mark in parsed.all("topic")}
    about = parsed.all(*ASKED_ABOUT)
    yield from (mark for mark in about if parsed.clauses[mark.start] in clauses)


def _solid(parsed: ParsedMessage, span: Span) -> Iterator[Span]:
    """A span without the gap in it: of "got … in", what stands between says something else."""
    marks = [m for m in parsed.all_marks if (m.start, m.end) == (span.start, span.end)]
    if marks and all(mark.loose for mark in marks):
        yield Mark(span.start, span.start + 1, "")
        yield Mark(span.end - 1, span.end, "")
    else:
        yield span


def filled(meaning: Meaning) -> set[str]:
    """The names of what a meaning says."""
    return {name for name, empty in DEFAULTS.items() if getattr(meaning, name) != empty}


def _spans(parsed: ParsedMessage, meaning: Meaning) -> Iterator[Span]:
    slots = filled(meaning)
    yield from parsed.all(*_concepts(parsed, meaning, slots))
    yield from quoted(parsed, meaning.because)
    yield from _plain(parsed, parsed.tables["explains"]["plain"].get(meaning.intent.value, ()))
    yield from _when(parsed, meaning, slots)
    yield from _asked_about(parsed, meaning)
    if meaning.intent is Intent.RUN_TOLD and meaning.minutes:
        yield from durations(parsed)
    if slots.intersection(NUMBERS):
        yield from _numbers(parsed)
    if meaning.fewer_days:
        yield from _plain(parsed, ("or",))  # "not on mondays or fridays"
    if meaning.place:
        yield from _plain(parsed, WORD.findall(meaning.place.lower()))
    if meaning.intent in TRAVELLING:
        yield from (*_names(parsed), *parsed.lengths, *weekdays(parsed))


def _when(parsed: ParsedMessage, meaning: Meaning, slots: set[str]) -> Iterator[Span]:
    """Times, lengths, days and weeks that the slots hold."""
    if slots.intersection(CLOCKS):
        yield from (_with_hour_words(parsed, each) for each in parsed.clocks)
        yield from parsed.times.occasions
        yield from _old_times(parsed)
    if slots.intersection(LENGTHS):
        yield from (_with_lead(parsed, each) for each in parsed.lengths)
    if slots.intersection(WEEKDAYS):
        yield from (
            Mark(each.start - (each.how in NEXT), each.end, "") for each in weekdays(parsed)
        )
    if meaning.hours:
        yield from _bare_hours(parsed, meaning.hours)
    if meaning.weeks and (turn := week_turn(parsed)):
        yield turn
    if meaning.intent in TOLD:
        yield from (_with_hour_words(parsed, each) for each in parsed.clocks if each.named)
    if slots.intersection(DATES):
        yield from parsed.written_dates


def _concepts(parsed: ParsedMessage, meaning: Meaning, slots: set[str]) -> set[str]:
    """The concepts that stand behind an intent and behind what is filled."""
    table = parsed.tables["explains"]
    by_slot = (table["slots"].get(name, ()) for name in slots)
    wanted = table["intents"].get(meaning.intent.value, ())
    return {*wanted, *(concept for concepts in by_slot for concept in concepts)}


def quoted(parsed: ParsedMessage, said: tuple[str, ...]) -> Iterator[Span]:
    """Where the words that a meaning quotes stand in the message."""
    raws = [token.raw for token in parsed.tokens]
    for words in (each.split() for each in dict.fromkeys(said) if each):
        for at in range(len(raws) - len(words) + 1):
            if raws[at : at + len(words)] == words:
                yield Mark(at, at + len(words), "")


def _plain(parsed: ParsedMessage, words: Iterable[str]) -> Iterator[Span]:
    """Single words, as written or as meant."""
    known = frozenset(words)
    for at, token in enumerate(parsed.tokens):
        if token.text in known or token.raw in known:
            yield Mark(at, at + 1, "")


def _with_hour_words(parsed: ParsedMessage, clock: Clock) -> Span:
    """A time with the half of the day beside it and the "around" or "after" before it."""
    start, end = clock.start, clock.end
    halves = parsed.tables["clock"]["halves"]
    while any(parsed.word(at) in halves for at in (end, end + 1, end + 2)):
        end += 1
    return Mark(start - (parsed.word(start - 1) in BEFORE), end, "")


def _bare_hours(parsed: ParsedMessage, hours: Iterable[time]) -> Iterator[Span]:
    """The numbers of these hours: "quiet hours 22 to 6"."""
    wanted = {each.hour % NOON for each in hours}
    for at in range(len(parsed.tokens)):
        number = parsed.number(at)
        if number is not None and number % NOON in wanted:
            yield Mark(at, at + 1, "")


def _old_times(parsed: ParsedMessage) -> Iterator[Span]:
    """The time that was: "8, not 7", "7 is too early", "can't do 7 anymore"."""
    for at in range(len(parsed.tokens)):
        if parsed.number(at) is None:
            continue
        if parsed.word(at - 1) in ("not", "from", "than"):
            yield Mark(at - 1, at + 1, "")
        if parsed.word(at - 2) == "not" and parsed.word(at - 1) == "at":
            yield Mark(at - 2, at + 1, "")
        if parsed.word(at - 2) == "instead":
            yield Mark(at - 2, at + 1, "")
        if [parsed.word(at - 3), parsed.word(at - 2), parsed.word(at - 1)] == ["can", "not", "do"]:
            yield Mark(at - 3, at + 1 + (parsed.word(at + 1) == "anymore"), "")
        if parsed.word(at + 2) == "too":
            yield Mark(at, at + 4, "")


def _names(parsed: ParsedMessage) -> Iterator[Span]:
    """Where somebody is off to: a word that we don't know, after "in" or "to"."""
    for at, token in enumerate(parsed.tokens):
        if parsed.word(at - 1) in ("in", "to") and token.raw not in parsed.words.spelling.known:
            yield Mark(at, at + 1, "")


def _with_lead(parsed: ParsedMessage, length: Length) -> Span:
    """A length together with the "every" or "another" before it, and the "ago" behind."""
    led = parsed.word(length.start - 1) in LED_BY
    ago = parsed.word(length.end) in ("ago", "more", "max")
    return Mark(length.start - led, length.end + ago, "")


def _numbers(parsed: ParsedMessage) -> Iterator[Span]:
    """Bare numbers, with the unit of a run behind them."""
    for at, token in enumerate(parsed.tokens):
        if token.is_number or parsed.number(at) is not None:
            yield Mark(at, at + 1 + (parsed.word(at + 1) in DISTANCES), "")
