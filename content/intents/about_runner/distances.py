"""How far a run was and how long it took: "two miles", "18 km, 1h42", "10 in 54". Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.language.amounts import amount
from content.language.parsed_message import ParsedMessage

MILE = 1.609344
MILES, KM = "miles", "km"
UNITS = ("k", "km", "kilometre", "mile", "miler")
FARTHEST = 200.0  # kilometres; more is a slip or a joke
PACE = (3, 10)  # minutes a kilometre that people run
HOURS = re.compile(r"(\d):([0-5]\d):[0-5]\d")
HALF, MARATHON = 21.1, 42.2


@dataclass(frozen=True, slots=True)
class Distance:
    """Kilometres in tokens `start` to `end`, with the unit in which they were told."""

    start: int
    end: int
    km: float
    unit: str


@dataclass(frozen=True, slots=True)
class Duration:
    """The minutes that a run took, in tokens `start` to `end`."""

    start: int
    end: int
    minutes: int


def distances(reading: ParsedMessage) -> list[Distance]:
    """All that are told with a unit, but for repeats: "8x1k"."""
    found = []
    units = (at for at, token in enumerate(reading.tokens) if at and token.text in UNITS)
    for at in units:
        told = figure(reading, at - 1)
        if told is None or reading.word(at - 2) == "x":
            continue
        unit = MILES if reading.word(at).startswith("mile") else KM
        found.append(Distance(at - 1, at + 1, in_km(told, unit), unit))
    return found


def figure(reading: ParsedMessage, at: int) -> float | None:
    """The number of that token, in digits or as a word."""
    if reading.tokens[at].is_number:
        return amount(reading.tokens[at].text) if reading.tokens[at].text[0].isdigit() else None
    spelt = reading.number(at)
    return None if spelt is None else float(spelt)


def in_km(told: float, unit: str | None) -> float:
    return round(told * (MILE if unit == MILES else 1), 1)


def race_distance(reading: ParsedMessage) -> float | None:
    """Of a marathon or half of one, in kilometres."""
    at = next((n for n, token in enumerate(reading.tokens) if token.text == "marathon"), None)
    if at is None:
        return None
    return HALF if "half" in (reading.word(at - 1), reading.word(at - 2)) else MARATHON


def durations(reading: ParsedMessage) -> Iterator[Duration]:
    """Lengths of time, also as watches show them: "1h42", "3:58:12"."""
    for each in reading.lengths:
        if each.unit in ("minute", "hour") and each.lead not in ("every", "each"):
            yield Duration(each.start, each.end, each.minutes)
    for at, token in enumerate(reading.tokens):
        if ":" in token.text and (found := HOURS.fullmatch(token.text)):
            yield Duration(at, at + 1, int(found[1]) * 60 + int(found[2]))
        if token.text != "h":
            continue
        hours, minutes = reading.word(at - 1), reading.word(at + 1)
        if hours.isdecimal() and minutes.isdecimal():
            told = int(amount(hours) or 0) * 60 + int(amount(minutes) or 0)
            yield Duration(at - 1, at + 2, told)


def paced(reading: ParsedMessage) -> tuple[Distance, Duration] | None:
    """A bare number and a time that make a runner's pace: "10 done, easy, 55 min", "10 in 54"."""
    took = next(durations(reading), None) or _in_minutes(reading)
    if took is None:
        return None
    taken = range(took.start, took.end)
    for at in (n for n in range(len(reading.tokens)) if n not in taken):
        km = figure(reading, at)
        if km and PACE[0] * km <= took.minutes <= PACE[1] * km and _is_bare(reading, at):
            return Distance(at, at + 1, km, KM), took
    return None


def _is_bare(reading: ParsedMessage, at: int) -> bool:
    """ "10 done", "10 in", "did 10": no count of anything else."""
    before, behind = reading.word(at - 1), reading.word(at + 1)
    marks = {m.start for m in reading.all_marks if m.concept in ("run:did", "level:easier")}
    return before not in ("/", "x", "at", ":") and (behind in ("in", ",", "") or at + 1 in marks)


def _in_minutes(reading: ParsedMessage) -> Duration | None:
    """ "In 54", right behind the distance."""
    for at in (n for n, token in enumerate(reading.tokens) if n and token.text == "in"):
        number = reading.number(at + 1)
        if number and reading.number(at - 1):
            return Duration(at, at + 2, number)
    return None
