"""Several days told at once, each with what was done: "sat 12 min, sun none, today half". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from content.intents.log.partly import in_time
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.days_behind import DayBehind, days_behind

FEWEST, LONGEST = 3, 240  # minutes
SPARE = 3  # words that may be left over
DONE = ("log:done", "log:did", "mends:whole", "listed:yes")
NONE = ("log:missed", "mends:none", "listed:none")
EVIDENCE = ("log:done", "log:did", "log:write", "log:part", "log:missed", "listed")
OTHER = (
    *("remind:word", "remind:change", "lasting:always", "when:tomorrow", "elsewhere:run"),
    *("grammar:future", "grammar:if", "grammar:other", "wish:show", "span", "told"),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What was done on a day: all or part of it, or nothing; the minutes if they are told."""

    intent: Intent
    minutes: int | None = None


def day_list(reading: ParsedMessage, today: date) -> tuple[Meaning, ...]:
    """A log for each day; empty unless each of two or more days has an amount."""
    days = days_behind(reading, today)
    if len({each.day for each in days}) < len(days) or len(days) < 2:  # noqa: PLR2004
        return ()
    if reading.has(*OTHER) or any(map(reading.inquires, set(reading.clauses))):
        return ()
    parts = _parts(reading, days)
    told = [_amount(reading, part) for part in parts]
    behind = reading.has("when:today") or any(
        each and each.intent is not Intent.DONE for each in told
    )
    if not behind and not reading.has(*EVIDENCE):
        return ()
    if all(told):
        return _clear(reading, parts, days, [each for each in told if each])
    return _alike(reading, days)


def _clear(
    reading: ParsedMessage,
    parts: Sequence[range],
    days: Sequence[DayBehind],
    told: Sequence[Amount],
) -> tuple[Meaning, ...]:
    """Only a few words may be left over, before the first of the days; else all days are shown,
    unless it is about something else as well.
    """
    left = content_words(reading) - _known(reading) - covered(days)
    leads = parts[0].start >= days[0].end
    if left and (len(left) > SPARE or not leads or max(left) > days[0].start):
        mixed = leads and len({each.intent for each in told}) > 1
        shown = Meaning(Intent.FIX, because=_said(reading, days[0], parts[0]))
        return (shown,) if mixed else ()
    ordered = sorted(zip(days, parts, told, strict=True), key=lambda each: each[0].day)
    return tuple(
        Meaning(
            amount.intent,
            day=day.day,
            minutes=amount.minutes,
            mends=True,
            because=_said(reading, day, part),
        )
        for day, part, amount in ordered
    )


def _said(reading: ParsedMessage, day: DayBehind, part: range) -> tuple[str, ...]:
    first, last = min(day.start, part.start), max(day.end, part.stop)
    inside = range(first, last)
    kept = [at for at in inside if reading.tokens[at].text[0].isalnum()]
    return reading.said(Mark(kept[0], kept[-1] + 1, "")) if kept else ()


def _parts(reading: ParsedMessage, days: Sequence[DayBehind]) -> list[range]:
    """The words of each day: those behind it, or those before it where these come first."""
    ends = [each.end for each in days]
    starts = [each.start for each in days]
    behind = [range(a, b) for a, b in zip(ends, [*starts[1:], len(reading.tokens)], strict=True)]
    before = [range(a, b) for a, b in zip([0, *ends[:-1]], starts, strict=True)]
    last = _amount(reading, behind[-1])
    return behind if last or not _amount(reading, before[0]) else before


def _amount(reading: ParsedMessage, part: range) -> Amount | None:
    """None unless exactly one is told there."""
    minutes = _minutes(reading, part)
    if minutes == 0 or _marked(reading, part, NONE):
        return Amount(Intent.MISSED)
    halves = [m for m in _marked(reading, part, ("log:part", "log:cut")) if not in_time(reading, m)]
    if halves:
        return Amount(Intent.PARTIAL, minutes)
    if minutes or _marked(reading, part, DONE):
        return Amount(Intent.DONE, minutes)
    return None


def _marked(reading: ParsedMessage, part: range, concepts: Sequence[str]) -> list[Mark]:
    return [m for m in reading.all_marks if m.concept in concepts and m.start in part]


def _minutes(reading: ParsedMessage, part: range) -> int | None:
    for each in reading.lengths:
        if each.start in part and each.unit in ("minute", "hour"):
            return each.minutes if each.minutes <= LONGEST else None
    for at in part:
        number = reading.number(at)
        if number is not None and (number == 0 or FEWEST <= number <= LONGEST):
            return number
    return None


def _known(reading: ParsedMessage) -> frozenset[int]:
    """The words of amounts, and those that lead in: "log:", "catching up on my log"."""
    marks = [m for m in reading.all_marks if m.concept.partition(":")[0] in ("log", "listed")]
    marks += [m for m in reading.all_marks if m.concept in (*DONE, *NONE, "mends:opener")]
    numbers = {at for at in range(len(reading.tokens)) if reading.number(at) is not None}
    return covered([*marks, *reading.lengths]) | numbers | covered(reading.all("grammar:not"))


def _alike(reading: ParsedMessage, days: Sequence[DayBehind]) -> tuple[Meaning, ...]:
    """The same on all of them: "did 10 min on sunday, monday and yesterday"."""
    first, last = days[0], days[-1]
    if reading.has("grammar:not"):
        return ()
    between = (
        reading.word(at) for one, other in pairwise(days) for at in range(one.end, other.start)
    )
    if any(word[:1].isalnum() and word not in ("and", "on", "plus", "both") for word in between):
        return ()
    beside = [range(first.start), range(last.end, len(reading.tokens))]
    told = list(_told(reading, beside))
    if len(told) != 1 or told[0].intent is Intent.MISSED:
        return ()
    if content_words(reading) - _known(reading) - covered(days):
        return ()
    said = reading.said(Mark(0, len(reading.tokens), ""))
    return tuple(
        Meaning(told[0].intent, day=each.day, minutes=told[0].minutes, mends=True, because=said)
        for each in sorted(days, key=lambda each: each.day)
    )


def _told(reading: ParsedMessage, parts: Sequence[range]) -> Iterator[Amount]:
    yield from filter(None, (_amount(reading, part) for part in parts))
