"""A day that takes the place of another: "thursday's to saturday", "friday instead". Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from content.language.parsed_message import ParsedMessage
from content.language.when.dates import next_such, weekdays

BETWEEN = ("on", "the", "my", "this", "a", "coming", "in", "for")  # before a day, and no direction
FROM = ("from", "of", "than", "not", "no", "skip", "cancel", "drop")
TO = ("to", "for", "with", "until", "onto", "become", "becomes")
BEFORE_OWN = 3  # tokens between a day and what is its own: "friday's long easy run"
PAIRING = ("and", "&", "/")  # "swap my tuesday and thursday runs" says no direction
MOVED = 2  # days that something is moved between
DAY = timedelta(days=1)
Move = tuple[date, date]  # the day that it leaves, and the one that it comes to


@dataclass(frozen=True, slots=True)
class Told:
    """A day in tokens `start` to `end`."""

    start: int
    end: int
    day: date


def days_ahead(reading: ParsedMessage, today: date) -> list[Told]:
    """The weekdays that are named, today and tomorrow, in their order."""
    found = [Told(e.start, e.end, next_such(reading, e, today)) for e in weekdays(reading)]
    for name, ahead in (("today", 0), ("tomorrow", 1), ("after-tomorrow", 2)):
        marks = reading.all(f"when:{name}")
        found += [Told(each.start, each.end, today + ahead * DAY) for each in marks]
    return sorted(found, key=lambda each: each.start)


def moves(reading: ParsedMessage, days: list[Told], own: Collection[int]) -> tuple[Move, ...]:
    """One move between two days, both ways where the words don't say which; else none.

    `own` are the places of what is moved: the day right before one of them is the day it leaves.
    """
    if len({each.day for each in days}) != MOVED:
        return ()
    first, second = days[0], next(each for each in days if each.day != days[0].day)
    paired = reading.word(first.end) in PAIRING and second.start - first.end == 1
    left = {e.day for e in days if not paired and _leaves(reading, e, own)}
    taken = {each.day for each in days if _takes(reading, each)}
    if not (left or taken) or left & taken:
        return (first.day, second.day), (second.day, first.day)
    if len(taken) > 1:
        return ()
    both = {first.day, second.day}
    target = next(iter(taken or both - left), None)
    source = next(iter(both - {target}))
    return ((source, target),) if target and left <= {source} else ()


def is_directed(reading: ParsedMessage, days: list[Told]) -> bool:
    """Is any of them said to be left, or to be one on which it cannot be?"""
    left = any(_direction(reading, each) in FROM for each in days)
    return left or any(_denied(reading, each) for each in days)


def _denied(reading: ParsedMessage, told: Told) -> bool:
    """Is it a day without it: "can't run friday, saturday it is"?"""
    clause = reading.clauses[told.start]
    return any(m.start < told.start for m in reading.inside(clause, "grammar:not"))


def _leaves(reading: ParsedMessage, told: Told, own: Collection[int]) -> bool:
    """Is it the day that it had?"""
    if _direction(reading, told) in FROM:
        return True
    if _takes(reading, told):
        return False
    ahead = range(told.end, told.end + BEFORE_OWN)
    near = {*own} & {*ahead}
    joints = {reading.word(at) for at in range(told.end, min(near, default=told.end))}
    return bool(near and not joints & {*TO, *FROM, ",", "and"}) or _denied(reading, told)


def _takes(reading: ParsedMessage, told: Told) -> bool:
    """Is it the day that it has now?"""
    return _direction(reading, told) in TO or _is_instead(reading, told.end)


def _is_instead(reading: ParsedMessage, at: int) -> bool:
    """Does "instead" or "it is" stand there, behind a day that comes in the place of another?"""
    behind = [reading.word(at), reading.word(at + 1)]
    return (behind[0] == "instead" and behind[1] != "of") or behind == ["it", "is"]


def _direction(reading: ParsedMessage, told: Told) -> str:
    """The word that says whether it leaves that day or comes to it."""
    at = told.start - 1
    while reading.word(at) in BETWEEN and reading.word(at) not in TO:
        at -= 1
    if reading.word(at) in BETWEEN or reading.word(at) in TO:
        before = reading.word(at - 1)
        return reading.word(at) if before not in FROM else before
    return reading.word(at)
