"""A time of day: "before work around 6", "quarter to 8", "lunch", "an hour before my run"."""

import re
from datetime import time, timedelta
from itertools import pairwise

from content.intents.answers.answer import Aside, Found, Known
from content.intents.answers.said import Said, name_of, places
from content.language.content_words import covered
from content.language.parsed_message import ParsedMessage
from content.language.when.clock import Clock
from content.language.when.dates import weekdays

NOON, HOURS, HUNDRED = 12, 24, 100
FIRST_MORNING = 5  # a bare 1 to 4 is an afternoon
VARIES, BEFORE_RUN, AT_RUN, AFTER_RUN = "varies", "before-run", "at-run", "after-run"
AROUND_A_RUN = (BEFORE_RUN, AT_RUN, AFTER_RUN)
AGED, YEARS = ("am", "aged", "turned", "turning"), ("year", "yo", "yr")
DISTANCES = ("k", "km", "mile", "kilometre")
THAT = ("that", "it", "this")
AN_HOUR, A_MINUTE = timedelta(hours=1), timedelta(minutes=1)
A_DAY = 24 * 60  # minutes

_DOTTED = re.compile(r"(?<![\d:.])(\d{1,2})[. ]([0-5]\d)(?![\d:.])")


def run_at(said: Said, known: Known) -> Found | None:
    """When somebody runs, or that it varies."""
    return _time(said, known)


def remind_at(said: Said, known: Known) -> Found | None:
    """When to be reminded, also as the time of the run or around it."""
    return _time(said, known)


def _time(said: Said, known: Known) -> Found | None:
    phrase = said.value()
    used = frozenset(places(said.values))
    if any(clock.at is None for clock in said.reading.clocks):
        return None
    if phrase and name_of(phrase) in AROUND_A_RUN:
        around = _around_a_run(said.reading, name_of(phrase), known)
        if around is not None:
            return Found(around, used | frozenset(_length_places(said.reading)))
    if _each_its_own(said.reading):
        return Found(Aside.WHICH, covered(said.reading.clocks) | used)
    if (clock := _clock(said.reading)) is not None:
        at, spots = clock
        return Found(_later(at, phrase, said), used | spots)
    if _around_that(said.reading):
        return None
    if phrase is None or name_of(phrase) in AROUND_A_RUN:
        return _named(said.reading)
    return Found(name_of(phrase), used)


def _around_that(reading: ParsedMessage) -> bool:
    """ "First I have tea, so after that": no word of it tells the time."""
    pairs = pairwise(token.text for token in reading.tokens)
    return any(before in ("after", "before") and that in THAT for before, that in pairs)


def _named(reading: ParsedMessage) -> Found | None:
    """A time that a word only hints at, such as "at dusk"."""
    clock = next((each for each in reading.clocks if each.at and each.named), None)
    if clock is None:
        return None
    return Found(f"{clock.at:%H:%M}", frozenset(range(clock.start, clock.end)))


def _clock(reading: ParsedMessage) -> tuple[Clock, frozenset[int]] | None:
    """The time that is settled on ("let's say"), else the first; where none is, a bare number is
    an hour, since one was asked for.
    """
    clear = _clear(reading)
    if clear:
        settled = [each for each in clear if reading.word(each.start - 1) == "say"]
        first = next((each for each in clear if not _of_a_day(reading, each)), clear[0])
        first = settled[-1] if settled else first
        return first, frozenset(range(first.start, first.end))
    return _dotted(reading) or _bare(reading)


def _clear(reading: ParsedMessage) -> list[Clock]:
    denied = _denied(reading)
    clear = (clock for clock in reading.clocks if clock.at and not clock.named)
    return [clock for clock in clear if clock.start not in denied]


def _each_its_own(reading: ParsedMessage) -> bool:
    """Has each of several times a day of its own? That is more than the one that was asked for."""
    clear = _clear(reading)
    return len(clear) > 1 and all(_of_a_day(reading, each) for each in clear)


def _of_a_day(reading: ParsedMessage, clock: Clock) -> bool:
    """Is it the time of a weekday: "6:15, Sundays 8"?"""
    ends = [at for at, token in enumerate(reading.tokens) if token.ends]
    first = max([at for at in ends if at < clock.start], default=-1)
    last = min([at for at in ends if at >= clock.end], default=len(reading.tokens))
    return any(first < day.start < last for day in weekdays(reading))


def _denied(reading: ParsedMessage) -> frozenset[int]:
    """Where the time stands that a "not" takes out: "not at 6, at 7"."""
    nots = [at + 1 for at, token in enumerate(reading.tokens) if token.text == "not"]
    return frozenset(at + (reading.word(at) in ("at", "around", "about")) for at in nots)


def _dotted(reading: ParsedMessage) -> tuple[Clock, frozenset[int]] | None:
    found = _DOTTED.search(reading.text)
    if not found or int(found[1]) >= HOURS:
        return None
    spots = frozenset(
        at for at, token in enumerate(reading.tokens) if token.text in (found[0], *found.groups())
    )
    return Clock(0, 0, time(int(found[1]), int(found[2]))), spots


def _bare(reading: ParsedMessage) -> tuple[Clock, frozenset[int]] | None:
    denied = _denied(reading)
    counted = {at for at in _length_places(reading) if reading.word(at + 1) != "h"}
    for at in range(len(reading.tokens)):
        number = reading.number(at)
        if number is None or at in counted | denied or _far(reading, at) or _aged(reading, at):
            continue
        if reading.word(at) in ("one", "oh") and reading.size > 1:
            continue
        hour, minute = divmod(number, 100) if number > HUNDRED else (number, 0)
        if hour < HOURS and minute < A_DAY // HOURS:
            likely = hour + NOON if 0 < hour < FIRST_MORNING else hour
            return Clock(at, at + 1, time(likely, minute), guessed=hour <= NOON), frozenset({at})
    return None


def _far(reading: ParsedMessage, at: int) -> bool:
    return reading.word(at + 1) in DISTANCES


def _aged(reading: ParsedMessage, at: int) -> bool:
    """ "I am 15 and I run" tells no hour."""
    return reading.word(at - 1) in AGED or reading.word(at + 1) in YEARS


def _later(clock: Clock, phrase: object, said: Said) -> str:
    """In the half of the day that the words beside it tell: "after dinner, about 8"."""
    at = clock.at
    assert at is not None  # noqa: S101 - times that no clock shows were refused
    evening = any(_evening(name_of(mark)) for mark in said.values)
    if phrase and clock.guessed and evening and at.hour < NOON:
        at = at.replace(hour=at.hour + NOON)
    return f"{at:%H:%M}"


def _evening(value: str) -> bool:
    return value[:2].isdecimal() and int(value[:2]) > NOON


def _around_a_run(reading: ParsedMessage, where: str, known: Known) -> str | None:
    """The time of the run that was told, or so long before or after it."""
    stored = known.get("run_at")
    if not stored or not stored[0].isdecimal():
        return None
    away = timedelta(minutes=reading.lengths[0].minutes) if reading.lengths else None
    steps = {AT_RUN: timedelta(0), BEFORE_RUN: -(away or AN_HOUR / 2), AFTER_RUN: away or AN_HOUR}
    hour, minute = map(int, stored.split(":"))
    minutes = (timedelta(hours=hour, minutes=minute) + steps[where]) // A_MINUTE % A_DAY
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _length_places(reading: ParsedMessage) -> list[int]:
    return [at for each in reading.lengths for at in range(each.start, each.end)]
