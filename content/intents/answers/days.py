"""Days of the week: "mon wed and sat morning", "all but friday", "tues/thurs + long run sunday"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places
from content.language.parsed_message import ParsedMessage

WEEK = frozenset(range(7))
EVERY = frozenset({0, 2, 4, 6})  # every other day, as near as a week comes to it
SHORT = {
    "mo": "monday",
    "tu": "tuesday",
    "we": "wednesday",
    "th": "thursday",
    "fr": "friday",
    "sa": "saturday",
    "su": "sunday",
}
A_FEW = 2
REACH = 6  # words that an "except" still speaks about
NONE, ALL, RUNS, RESTS = "none", "all", "runs", "rests"

Span = tuple[int, int, frozenset[int]]  # first and last place, and the days that they tell


def run_days(said: Said, known: Known) -> Found | None:
    """Weekdays; an empty list for somebody who does not run."""
    found = remind_days(said, known)
    none = said.value(NONE)
    return found or (Found([], frozenset(places([none]))) if none else None)


def remind_days(said: Said, known: Known) -> Found | None:
    """Weekdays, also as those with a run or without one."""
    picked, dropped, used = _told(said)
    if picked or dropped:
        days = (picked or WEEK) - dropped
        return Found(sorted(days), used) if days else None
    around = said.value(RUNS, RESTS)
    if around and known.get("run_days"):
        runs = frozenset(known["run_days"])
        days = runs if name_of(around) == RUNS else WEEK - runs
        return Found(sorted(days), frozenset(places([around]))) if days else None
    every = said.value(ALL)
    return Found(sorted(WEEK), frozenset(places([every]))) if every and not around else None


def _told(said: Said) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The days that are picked, those that are left out, and the places of the words."""
    table: Mapping[str, Any] = said.reading.tables["clock"]
    picked, dropped = frozenset[int](), frozenset[int]()
    used = set[int]()
    spans = [*_groups(said, table), *_single(said.reading, table)]
    for start, end, days in sorted(spans):
        out = _left_out(said.reading, start, end, table)
        if out is None:
            picked |= days
        else:
            dropped |= days
            used.update(range(out, start))
        used.update(range(start, end + (out == start)))
    if len(dropped) < len(WEEK) and dropped and picked == WEEK:
        picked = frozenset()
    return picked, dropped, frozenset(used)


def _groups(said: Said, table: Mapping[str, Any]) -> Iterator[Span]:
    """Weekdays, weekends, every day, every other day."""
    for mark in said.reading.all("every"):
        name = name_of(mark)
        if said.reading.number(mark.start - 1) is not None:  # "one weekday" is no group
            continue
        if name in table["groups"]:
            yield mark.start, mark.end, frozenset(table["groups"][name])
        elif name == "other":
            yield mark.start, mark.end, EVERY
    for mark in said.values:
        if (name := name_of(mark)) in table["groups"]:
            yield mark.start, mark.end, frozenset(table["groups"][name])


def _single(reading: ParsedMessage, table: Mapping[str, Any]) -> Iterator[Span]:
    """Each day that is named, and all between two of them."""
    weekdays, through = table["weekdays"], table["through"]
    words = _short([token.text for token in reading.tokens])
    at = 0
    while at < len(words):
        day = weekdays.get(words[at])
        last = (
            weekdays.get(words[at + 2])
            if words[at + 1 : at + 2] != [] and at + 2 < len(words)
            else None
        )
        if day is not None and last is not None and words[at + 1] in through:
            yield at, at + 3, frozenset((day + step) % 7 for step in range((last - day) % 7 + 1))
            at += 3
            continue
        if day is not None:
            yield at, at + 1, frozenset({day})
        at += 1


def _short(words: Sequence[str]) -> list[str]:
    """Words with days in two letters, "mo we fr", spelt out where there are two or more."""
    if sum(word in SHORT for word in words) < A_FEW:
        return list(words)
    return [SHORT.get(word, word) for word in words]


def _left_out(reading: ParsedMessage, start: int, end: int, table: Mapping[str, Any]) -> int | None:
    """Where the word stands that leaves this day out: "except", "not on", "all but", "off"."""
    words: Sequence[str] = [token.text for token in reading.tokens]
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = words[at]
        if word in table["except"]:
            return at
        if word == "but" and at and words[at - 1] in ("all", "day", "everyday", "week"):
            return at
        if word in ("but", "only", "just", ".", ";") or not _joins(word, table):
            return None
    return start if words[end : end + 1] == ["off"] else None


def _joins(word: str, table: Mapping[str, Any]) -> bool:
    """May this word stand between "except" and a day that it leaves out?"""
    small = ("on", "at", "the", "a", "and", "or", ",", "/", "for", "in", "every", "&", "-")
    return word in table["weekdays"] or word in small
