"""A correction of what was just said: "no wait, 7", "actually 25 minutes", "that was yesterday".

It is one only if little but the new value is left when its opening words are taken away. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from content.intents.log.partly import in_time, is_contrast
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered
from content.language.corrected import corrected
from content.language.parsed_message import ParsedMessage
from content.language.remarks import remarks
from content.language.tokens import Token
from content.language.when.dates import past_day, weekdays

LONGEST = 10  # words of the new value
FEWEST = 3  # minutes that are told as a bare number
DAY = timedelta(days=1)
OPENER = "mends:opener"
STAYING = ("mends:as-was", "mends:dropped", "mends:keeps", OPENER, "grammar:polite")
VALUES = ("log", "mends", "when", "card", "area", "spot", "loc", "side", "kind")


@dataclass(frozen=True, slots=True)
class Logged:
    """What was logged just now: done or partial, and of which day."""

    intent: Intent
    day: date
    minutes: int | None = None
    cards: tuple[str, ...] = ()


def of_log(reading: ParsedMessage, logged: Logged, today: date) -> Meaning | None:
    """What the log of just now should have said; an undo if nothing of it is true."""
    rest = _rest(reading)
    if rest is None or not _explained(rest):
        return None
    if rest.has("mends:none", "log:missed"):
        return Meaning(Intent.UNDO)
    kept = Meaning(
        logged.intent,
        day=logged.day,
        minutes=logged.minutes,
        card=next(iter(logged.cards), None),
        cards=logged.cards,
    )
    return next(_mended(rest, kept, today), None)


def _mended(rest: ParsedMessage, kept: Meaning, today: date) -> Iterator[Meaning]:
    """What stays with what is new: a day, a length, less or more of it."""
    earlier = [kept.day - DAY] if rest.has("mends:earlier") and kept.day else []
    days = earlier or past_day(rest, today)
    minutes = next((each.minutes for each in rest.lengths), _bare(rest, kept))
    parts = [mark for mark in rest.all("log:part") if not in_time(rest, mark)]
    if any(not is_contrast(rest, mark) for mark in parts):
        yield replace(kept, intent=Intent.PARTIAL, minutes=minutes)
    if rest.has("mends:whole"):
        yield replace(kept, intent=Intent.DONE, minutes=minutes)
    if days:
        yield replace(kept, day=days[0], minutes=minutes or kept.minutes)
    if minutes:
        yield replace(kept, minutes=minutes)


def _bare(rest: ParsedMessage, kept: Meaning) -> int | None:
    """A bare number that takes the place of minutes: "it was twelve"."""
    told = [n for at in range(len(rest.tokens)) if (n := rest.number(at)) is not None]
    alone = len(told) == 1 and kept.minutes and not rest.clocks and not weekdays(rest)
    return told[0] if alone and told[0] >= FEWEST else None


class AsWas(IntEnum):
    """How sure it is that the last change is to be taken back, where a message says no more."""

    NO = 0
    PERHAPS = 1  # "never mind"
    SURELY = 2  # "leave it as it was"


def as_it_was(reading: ParsedMessage) -> AsWas:
    """Is all that the message says that things shall be as they were: "oh, leave it as it was"?"""
    if reading.size > LONGEST or any(map(reading.inquires, set(reading.clauses))):
        return AsWas.NO
    told = [mark for mark in reading.all_marks if mark.concept in STAYING]
    if content_words(reading) - covered(told) - remarks(reading):
        return AsWas.NO
    said = {mark.concept for mark in told}
    if "mends:as-was" in said:
        return AsWas.SURELY
    return AsWas.PERHAPS if "mends:dropped" in said else AsWas.NO


def in_full(reading: ParsedMessage, last: Intent) -> str | None:
    """The whole message that a correction of another one stands for."""
    if corrected(reading) is not reading:
        return None  # what it takes back is its own
    says = reading.tables["corrections"]["says"].get(last.value)
    rest = _rest(reading) if says else None
    if rest is None or not _explained(rest):
        return None
    value = _restated(rest)
    words = " ".join(token.text for token in value.tokens)
    return next((says[kind].format(rest=words) for kind in _kinds(value) if kind in says), None)


def _restated(rest: ParsedMessage) -> ParsedMessage:
    """The value as it was put at last: "half eight, so 7:30"."""
    so = [at for at, token in enumerate(rest.tokens) if token.text == "so"]
    return _part(rest, rest.tokens[so[-1] + 1 :]) if so else rest


def _kinds(rest: ParsedMessage) -> Iterator[str]:
    """What the rest names, the surest first."""
    named = {
        "length": bool(rest.lengths),
        "clock": bool(rest.clocks),
        "number": rest.size == 1 and rest.number(0) is not None,
        "place": rest.has("area", "card", "spot"),
        "side": rest.has("side"),
        "kind": rest.has("kind"),
    }
    deeds = [mark for mark in rest.all("remind", "log") if not in_time(rest, mark)]
    return (kind for kind, there in named.items() if there and not deeds)


def _explained(rest: ParsedMessage) -> bool:
    """Is every word part of a value: "10 minutes", and not "10 minutes late"?"""
    spans = [(each.start, each.end) for each in rest.lengths]
    spans += [(each.start, each.end) for each in rest.clocks]
    spans += [(each.start, each.end) for each in weekdays(rest)]
    spans += [(m.start, m.end) for m in rest.all_marks if m.concept.partition(":")[0] in VALUES]
    known = {at for start, end in spans for at in range(start, end)}
    fillers = [*rest.tables["spelling"]["fillers"], "of", "i"]
    return all(
        at in known
        or rest.number(at) is not None
        or token.is_number
        or token.text in fillers
        or not token.text[0].isalnum()
        for at, token in enumerate(rest.tokens)
    )


def _rest(reading: ParsedMessage) -> ParsedMessage | None:
    """The words between the openers at the beginning and the end; None without an opener."""
    marks = [mark for mark in reading.all_marks if mark.concept == OPENER]
    starts = {mark.start: mark.end for mark in reversed(marks)}
    ends = {mark.end: mark.start for mark in marks}
    first, last = 0, len(reading.tokens)
    while first < last and (first in starts or not reading.word(first)[0].isalnum()):
        first = starts.get(first, first + 1)
    while last > first and (last in ends or not reading.word(last - 1)[0].isalnum()):
        last = ends.get(last, last - 1)
    opened = any(mark.end <= first or mark.start >= last for mark in marks)
    kept = reading.tokens[first:last]
    if not opened or not 0 < len(kept) <= LONGEST:
        return None
    return _part(reading, kept)


def _part(reading: ParsedMessage, tokens: tuple[Token, ...]) -> ParsedMessage:
    return ParsedMessage(" ".join(token.raw for token in tokens), tokens, reading.words)
