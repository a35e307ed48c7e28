"""Runs of several days told at once: "fri 6 easy, sat rest, sun 17 long", "11/11 6.2 km". Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from content.intents.about_runner.distances import FARTHEST, distances, figure
from content.intents.about_runner.runs import was_done
from content.intents.deciding.certainty import asked
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered, phrases
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.calendar_days import coming
from content.language.when.days_behind import DayBehind, days_behind

DAY, WEEK = timedelta(days=1), timedelta(days=7)
FEWEST = 2  # days of a list
LATELY = timedelta(days=60)  # a date before that is one to come
REST = ("rest", "off", "nothing", "none")
OF_RUNS = ("easy", "long", "tempo", "recovery", "steady", "intervals", "x")
TOOK = re.compile(r"\d{1,2}(:\d\d){1,2}")
OTHER = ("remind:word", "remind:change", "wish:show", "grammar:if", "grammar:other", "run:others")
KNOWN = (
    "elsewhere",
    "run",
    "log:did",
    "log:done",
    "log:write",
    "meta:program",
    "level",
    "span",
    "remind:this-week",
    "remind:next-week",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A day and the words that tell of its run; `km` is None for repeats and where it rests."""

    day: DayBehind
    words: range
    km: float | None
    rests: bool = False


def run_list(reading: ParsedMessage, today: date) -> tuple[Meaning, ...]:
    """A run for each day that has one. None is written unless all are understood, and all are
    over, or all to come: else it is asked.
    """
    days = days_behind(reading, today)
    if len(days) < FEWEST or reading.has(*OTHER) or any(map(reading.asks, set(reading.clauses))):
        return ()
    parts = [part for words in _around(reading, days) if (part := _part(reading, *words))]
    runs = [part for part in parts if not part.rests]
    if len(parts) < len(days) or not runs or not _of_runs(reading):
        return ()
    dates = _dates(reading, parts, today)
    dated = [(part, day) for part, day in zip(parts, dates, strict=True) if day]
    told = [_told(reading, part, day) for part, day in dated if not part.rests]
    left = _left(reading, parts)
    if left or len(told) < len(runs):
        return (asked(told[0], phrases(reading, left)),) if told else ()
    free = [(part, day) for part, day in dated if part.rests and day >= today]
    return (*told, _rest(reading, free)) if free else tuple(told)


def _rest(reading: ParsedMessage, free: Sequence[tuple[Part, date]]) -> Meaning:
    """No run on these days, be it that they had one or not."""
    said = tuple(each for part, _ in free for each in _said(reading, part))
    days = tuple(day for _, day in free)
    return Meaning(Intent.RUN_TOLD, on=False, skips=days, named=REST[0], because=said)


def _around(reading: ParsedMessage, days: Sequence[DayBehind]) -> Iterator[tuple[DayBehind, range]]:
    """The words of each day: behind it, or before it where these come first."""
    size = len(reading.tokens)
    starts, ends = [each.start for each in days], [each.end for each in days]
    before = any(reading.number(at) is not None for at in range(starts[0]))
    first = [0, *ends[:-1]] if before else ends
    last = starts if before else [*starts[1:], size]
    yield from zip(days, map(range, first, last), strict=True)


def _part(reading: ParsedMessage, day: DayBehind, words: range) -> Part | None:
    texts = [reading.word(at) for at in words]
    numbers = [km for at in words if (km := figure(reading, at)) is not None]
    told = [each.km for each in distances(reading) if each.start in words]
    if len(told) == 1:
        return Part(day, words, told[0])
    if "x" in texts or any("x" in each and each[0].isdigit() for each in texts):
        return Part(day, words, None)
    if not numbers and not set(texts).isdisjoint(REST):
        return Part(day, words, None, rests=True)
    bare = len(numbers) == 1 and 0 < numbers[0] <= FARTHEST
    return Part(day, words, numbers[0]) if bare else None


def _of_runs(reading: ParsedMessage) -> bool:
    """Is it about runs, and not about minutes or hours?"""
    words = any(token.text in OF_RUNS for token in reading.tokens)
    return not reading.lengths and (words or bool(distances(reading)))


def _dates(reading: ParsedMessage, parts: Sequence[Part], today: date) -> list[date | None]:
    """The date of each; None where some are over and some to come."""
    written = {each.start: each for each in reading.written_dates}
    behind = [part.day.day for part in parts]
    if all(part.day.start in written for part in parts):
        ahead = [coming(written[part.day.start], today) for part in parts]
        late = [today - day > LATELY for day in behind]
        found = [new if old else day for day, new, old in zip(behind, ahead, late, strict=True)]
        return found if len(set(late)) == 1 else [None for _ in parts]
    if was_done(reading, "run:did", "log:write", "log:done"):
        return list(behind)
    return _in_order(reading, [day.weekday() for day in behind], today)


def _in_order(reading: ParsedMessage, weekdays: Sequence[int], today: date) -> list[date | None]:
    """Days to come, each after the one before; of this week, none that is over."""
    monday = today - today.weekday() * DAY
    this = reading.has("span:this-week", "remind:this-week")
    last = monday + WEEK - DAY if reading.has("remind:next-week") else today
    found: list[date | None] = []
    for weekday in weekdays:
        day = monday + weekday * DAY
        if this:
            found.append(day if day > today else None)
            continue
        while day <= last:
            day += WEEK
        found.append(day)
        last = day
    return found


def _told(reading: ParsedMessage, part: Part, day: date) -> Meaning:
    named = " ".join(reading.word(at) for at in part.words)
    said = _said(reading, part)
    return Meaning(Intent.RUN_TOLD, amount=part.km, day=day, named=named, because=said)


def _said(reading: ParsedMessage, part: Part) -> tuple[str, ...]:
    first, last = min(part.day.start, part.words.start), max(part.day.end, part.words.stop)
    kept = [at for at in range(first, last) if reading.tokens[at].text[0].isalnum()]
    return reading.said(Mark(kept[0], kept[-1] + 1, ""))


def _left(reading: ParsedMessage, parts: Sequence[Part]) -> frozenset[int]:
    """The words that tell neither of a day nor of its run."""
    marks = [m for m in reading.all_marks if m.concept in KNOWN or m.concept.split(":")[0] in KNOWN]
    plain = {
        at
        for at, token in enumerate(reading.tokens)
        if token.text in (*OF_RUNS, *REST)
        or figure(reading, at) is not None
        or TOOK.fullmatch(token.text)
        or token.text[0].isdigit()
    }
    return content_words(reading) - covered([*marks, *(part.day for part in parts)]) - plain
