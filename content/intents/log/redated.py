"""A log that is of another day, or of none: "it was saturday, not monday", "drop monday"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from content.intents.deciding.certainty import asked, asked_which
from content.intents.log.partly import in_time
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered, phrases
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.remarks import remarks
from content.language.spans import Span
from content.language.when.days_behind import DayBehind, days_behind

DAY = timedelta(days=1)
LONGEST = 16  # words
BEFORE_DAY = ("on", "for", "the", "from", "of", "at")
JOINTS = ("but", "when", "that", "which")
DENYING = ("not", "than", "nor")
OTHER = ("remind:word", "when:tomorrow", "elsewhere:run", "wish:show", "lasting")
OPEN = ("if", "unless", "suppose", "until", "whenever")
PAST = ("was", "were", "did", "had", "made", "fake", "mine", "log", "entry", "watched")


@dataclass(frozen=True, slots=True)
class Told:
    """What the log says: done or partial by day, and the day that the last message logged."""

    days: Mapping[date, Intent]
    just: date | None = None


def redated(reading: ParsedMessage, log: Told, today: date) -> Meaning | None:
    """The log with its right day; a question where it is not clear which one is meant."""
    if not _speaks_of_log(reading):
        return None
    named = days_behind(reading, today)
    denied = [each.day for each in named if _is_denied(reading, each)]
    meant = [each.day for each in named if not _is_denied(reading, each)]
    if denied and not meant and reading.has("mends:earlier"):
        meant = [denied[0] - DAY]
    if len(denied) == 1 and len(meant) == 1:
        return _from_to(reading, log, denied[0], meant[0], named)
    if len(meant) == 2 and not denied and reading.has("mends:moves"):  # noqa: PLR2004
        known = meant[0] in log.days
        return _from_to(reading, log, meant[0], meant[1], named) if known else None
    if len(meant) == 1 and not denied and log.just and reading.has("mends:elsewhere"):
        return _from_to(reading, log, log.just, meant[0], named)
    return None


def removed(reading: ParsedMessage, log: Told, today: date) -> Meaning | None:
    """The log of a day to be taken away: "drop monday, that was my flatmate's"."""
    named = days_behind(reading, today)
    if len(named) != 1 or named[0].day not in log.days or not _speaks_of_log(reading):
        return None
    gone, empty = reading.has("mends:removes"), reading.has("mends:empty")
    if not gone and not empty:
        return None
    meaning = Meaning(Intent.UNDO, day=named[0].day, mends=True, because=_said(reading, named[0]))
    past = any(token.text in PAST or token.raw.endswith("'s") for token in reading.tokens)
    sure = past or empty or log.just or reading.has("grammar:other")
    return meaning if sure else asked(meaning)


def minutes_of(reading: ParsedMessage, log: Told, today: date) -> Meaning | None:
    """How long the log of a day was: "sunday was 25 min, not 20"."""
    named = days_behind(reading, today)
    day = named[0].day if len(named) == 1 else None
    told = [each for each in reading.lengths if each.unit == "minute"]
    told = [each for each in told if reading.word(each.start - 1) not in DENYING]
    if day is None or day not in log.days or len(told) != 1 or not _speaks_of_log(reading):
        return None
    if not reading.has("mends:opener", "log:instead"):
        return None
    left = _left(reading, named) - _numbers(reading)
    meaning = Meaning(log.days[day], day=day, minutes=told[0].minutes, mends=True)
    return asked(meaning, phrases(reading, left)) if left else meaning


def _numbers(reading: ParsedMessage) -> frozenset[int]:
    return frozenset(at for at in range(len(reading.tokens)) if reading.number(at) is not None)


def put_back(reading: ParsedMessage, log: Told, today: date) -> Meaning | None:
    """A day that counts again, with its minutes: "put monday back, 9 minutes"."""
    named = days_behind(reading, today)
    if len(named) != 1 or named[0].day in log.days or not reading.has("mends:again"):
        return None
    minutes = next((each.minutes for each in reading.lengths), None)
    if not minutes or not _speaks_of_log(reading):
        return None
    left = _left(reading, named)
    meaning = Meaning(Intent.DONE, day=named[0].day, minutes=minutes, mends=True)
    return asked(meaning, phrases(reading, left)) if left else meaning


def _speaks_of_log(reading: ParsedMessage) -> bool:
    timed = any(not clock.named and not _half_one(reading, clock) for clock in reading.clocks)
    asks = any(reading.inquires(each) and not reading.polite(each) for each in {*reading.clauses})
    opens = any(token.text in OPEN for token in reading.tokens)
    return not (reading.size > LONGEST or reading.has(*OTHER) or timed or asks or opens)


def _half_one(reading: ParsedMessage, clock: Span) -> bool:
    """Is it the half one that was logged, and no time: "the half one was on sunday"?"""
    return reading.word(clock.start) == "half" and reading.word(clock.end - 1) == "one"


def _is_denied(reading: ParsedMessage, day: DayBehind) -> bool:
    """ "Not on monday", "instead of monday", "rather than yesterday"."""
    at = day.start - 1
    while reading.word(at) in BEFORE_DAY and reading.word(at - 1) != "instead":
        at -= 1
    return reading.word(at) in DENYING or (reading.word(at), reading.word(at - 1)) == (
        "of",
        "instead",
    )


def _from_to(
    reading: ParsedMessage, log: Told, source: date, day: date, named: Sequence[DayBehind]
) -> Meaning | None:
    """From the day at which it stands; the one that fits what was told, if that is another."""
    status = _status(reading)
    if source == day:
        return None
    if source in log.days and status in (None, log.days[source]):
        left = _left(reading, named)
        moved = _moved(log, source, day)
        unsure = left or day in log.days
        return asked(moved, phrases(reading, left)) if unsure else moved
    fits = [each for each, was in log.days.items() if was is status and each != day]
    offers = [_moved(log, each, day) for each in sorted(fits, reverse=True)[:2]]
    return asked_which(*offers) if offers else None


def _moved(log: Told, source: date, day: date) -> Meaning:
    return Meaning(log.days[source], day=day, since=source, mends=True)


def _status(reading: ParsedMessage) -> Intent | None:
    """Whether half a session is spoken of, or a whole one."""
    halves = any(_half_one(reading, clock) for clock in reading.clocks)
    parts = [m for m in reading.all("log:part") if halves or not in_time(reading, m)]
    if parts:
        return Intent.PARTIAL
    return Intent.DONE if reading.has("mends:whole") else None


def _left(reading: ParsedMessage, named: Sequence[DayBehind]) -> frozenset[int]:
    halves = [each for each in reading.clocks if _half_one(reading, each)]
    known = covered([*named, *_marks(reading), *reading.lengths, *halves])
    joints = {at for at, token in enumerate(reading.tokens) if token.text in JOINTS}
    return content_words(reading) - known - joints - remarks(reading)


def _marks(reading: ParsedMessage) -> Iterator[Mark]:
    for mark in reading.all_marks:
        if mark.concept.partition(":")[0] in ("log", "mends") or mark.concept == "grammar:not":
            yield mark


def _said(reading: ParsedMessage, day: DayBehind) -> tuple[str, ...]:
    return reading.said(Mark(day.start, day.end, ""))
