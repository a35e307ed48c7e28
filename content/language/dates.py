"""Days in words: weekdays, groups of them, and dates around today."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from content.language.durations import Length
from content.language.parsed_message import ParsedMessage
from content.language.tokens import Token

WEEK = frozenset(range(7))
ORDINAL = ("st", "nd", "rd", "th", "of")
BESIDE = 2  # tokens between the days of a list, such as "and"


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday in the message. `how` is the word before it, such as "last" or "next"."""

    start: int
    end: int
    day: int
    how: str = ""


def weekdays(reading: ParsedMessage) -> list[Named]:
    """Every weekday that is named; "sun" and "sat" only where a day must be meant."""
    table: Mapping[str, Any] = reading.tables["clock"]
    tokens = reading.tokens
    sure = [at for at, token in enumerate(tokens) if _day(token, table) is not None]
    return [
        Named(at, at + 1, _day(tokens[at], table), tokens[at - 1].text if at else "")  # type: ignore[arg-type]
        for at in sure
        if tokens[at].raw not in table["shy"] or _is_day(at, sure, tokens, table)
    ]


def _day(token: Token, table: Mapping[str, Any]) -> int | None:
    return table["weekdays"].get(token.text)  # type: ignore[no-any-return]


def _is_day(
    at: int, days: Sequence[int], tokens: Sequence[Token], table: Mapping[str, Any]
) -> bool:
    before = tokens[at - 1].text if at else ""
    return before in table["shy-after"] or any(0 < abs(at - other) <= BESIDE for other in days)


def chosen(reading: ParsedMessage) -> frozenset[int]:
    """The weekdays that a message picks: "only weekdays", "mon wed fri", "every day but sunday"."""
    table: Mapping[str, Any] = reading.tables["clock"]
    named = weekdays(reading)
    groups = [
        (mark, frozenset(table["groups"][mark.concept.partition(":")[2]]))
        for mark in reading.all(
            "every:weekday", "every:weekend", "every:daily", "every:mwf", "every:tth"
        )
    ]
    picked: set[int] = set()
    dropped: set[int] = set()
    for start, days in [(mark.start, days) for mark, days in groups] + _spans(
        named, reading, table
    ):
        (dropped if _excluded(reading, start, table) else picked).update(days)
    if reading.has("every:other") and not picked:
        picked = {0, 2, 4, 6}
    return frozenset((picked or WEEK) - dropped) if picked or dropped else frozenset()


def _spans(
    named: Sequence[Named], reading: ParsedMessage, table: Mapping[str, Any]
) -> list[tuple[int, frozenset[int]]]:
    """Single days, and "monday to friday" as all in between."""
    spans: list[tuple[int, frozenset[int]]] = []
    for index, day in enumerate(named):
        before = named[index - 1] if index else None
        between = [token.text for token in reading.tokens[before.end : day.start]] if before else []
        if before and len(between) == 1 and between[0] in table["through"]:
            days = frozenset(
                (before.day + step) % 7 for step in range((day.day - before.day) % 7 + 1)
            )
        else:
            days = frozenset({day.day})
        spans.append((day.start, days))
    return spans


def _excluded(reading: ParsedMessage, at: int, table: Mapping[str, Any]) -> bool:
    """Is this day left out: "except", "not on", "no … at", up to the other side of a list?"""
    words = [token.text for token in reading.tokens[max(0, at - 6) : at]]
    for back, word in enumerate(reversed(words)):
        if word in table["except"]:
            return True
        if word in ("but", "only", "just", "make", "to") and back < len(words):
            return _is_but(words, len(words) - 1 - back)
    after = [token.text for token in reading.tokens[at + 1 : at + 3]]
    return after[:1] == ["off"] or after in (["is", "off"], ["are", "off"])


def _is_but(words: Sequence[str], at: int) -> bool:
    return words[at] == "but" and words[at - 1] != "nothing"


def past_day(reading: ParsedMessage, today: date) -> list[date]:
    """The days that a log speaks of, when it names any: "Sunday's", "last night", "2 days ago"."""
    if reading.has("when:before-yesterday"):
        return [today - timedelta(days=2)]
    if reading.has("when:yesterday"):
        return [today - timedelta(days=1)]
    if (ago := _ago(reading.text)) is not None:
        return [today - timedelta(days=ago)]
    if dated := _dated(reading, today):
        return [dated - timedelta(days=365 * (dated > today))]
    return [_last(day, today) for day in weekdays(reading)]


def _last(day: Named, today: date) -> date:
    back = (today.weekday() - day.day) % 7
    return today - timedelta(days=back or 7 * (day.how == "last"))


def _ago(text: str) -> int | None:
    found = re.search(r"\b(\d+|two|three|four|five|six) days? ago\b", text)
    if not found:
        return None
    names = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    return names.get(found[1]) or int(found[1][:3])


def coming_day(reading: ParsedMessage, today: date, lengths: Sequence[Length] = ()) -> date | None:
    """The day that a plan speaks of: "tomorrow", "on friday", "in 3 days", "14 march"."""
    if reading.has("when:after-tomorrow"):
        return today + timedelta(days=2)
    if reading.has("when:tomorrow"):
        return today + timedelta(days=1)
    for length in lengths:
        if length.lead == "in" and length.days:
            return today + timedelta(days=length.days)
    if dated := _dated(reading, today):
        return dated
    return next((_next(day, today) for day in weekdays(reading)), None)


def _next(day: Named, today: date) -> date:
    """The next such weekday; "next friday" said in the same week means the one a week on."""
    ahead = (day.day - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead)


def _dated(reading: ParsedMessage, today: date) -> date | None:
    """The first date that is named."""
    return next((each.day for each in dates(reading, today)), None)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in tokens `start` to `end`."""

    start: int
    end: int
    day: date


def dates(reading: ParsedMessage, today: date) -> list[Dated]:
    """Every date: "14 march", "march 14th", "the 14th", "christmas"; the next such one."""
    feasts: Mapping[str, str] = reading.tables["clock"]["feasts"]
    found: list[Dated] = []
    for at, token in enumerate(reading.tokens):
        dated = None
        if token.text in feasts:
            feast = feasts[token.text]
            dated = (at, at + 1, _on(int(feast[3:]), int(feast[:2]), today))
        elif token.text.isdecimal() and len(token.text) <= 2:  # noqa: PLR2004
            dated = _numbered(reading, at, today, found[-1].end if found else 0)
        if dated and dated[2]:
            found.append(Dated(dated[0], dated[1], dated[2]))
    return found


def _numbered(
    reading: ParsedMessage, at: int, today: date, free: int
) -> tuple[int, int, date | None] | None:
    """The date of the number at this place; its month is not before `free`."""
    months, number = reading.tables["clock"]["months"], int(reading.word(at))
    after, ordinal = at + 1, False
    while reading.word(after) in ORDINAL:
        after, ordinal = after + 1, True
    behind, before = reading.word(after), reading.word(at - 1) if at - 1 >= free else ""
    if behind in months and (behind != "may" or ordinal):
        return at, after + 1, _on(number, months[behind], today)
    if before in months and (before != "may" or ordinal):
        return at - 1, after, _on(number, months[before], today)
    if behind in ("-", "to") and (shared := _shared(reading, after + 1)):
        return at, after, _on(number, shared, today)
    if ordinal and reading.word(at + 1) != "of":
        return at, after, _next_such(number, today)
    return None


def _shared(reading: ParsedMessage, at: int) -> int | None:
    """The month after a second number: "20 to 27 december"."""
    after = at + 1
    while reading.word(after) in ORDINAL:
        after += 1
    months: Mapping[str, int] = reading.tables["clock"]["months"]
    return months.get(reading.word(after)) if reading.word(at).isdecimal() else None


def _next_such(day: int, today: date) -> date | None:
    """The next day of that number; a month that is too short for it is passed over."""
    first = today.month + (day <= today.day)
    ahead = (_on(day, month, today) for month in range(first, first + 12))
    return next((found for found in ahead if found), None)


def _on(day: int, month: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        with suppress(ValueError):
            found = date(year + (month - 1) // 12, (month - 1) % 12 + 1, day)
            if found >= today:
                return found
    return None
