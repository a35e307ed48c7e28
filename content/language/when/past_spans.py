"""Which days a question about the past means: "in november", "last 14 days", "tuesday". Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from content.language.parsed_message import ParsedMessage
from content.language.when.dates import past_day

DAY, WEEK = timedelta(days=1), timedelta(days=7)
BACK = ("last", "past", "previous", "these")  # before a length: "the last 14 days"
OPEN = ("since", "from")  # up to today
LEADS = (*OPEN, "in", "of", "for", "during", "last", "whole", "all")
EVER = "span:ever"  # weaker than any other: "so far this month"
SHY = ("may", "march", "mar")  # verbs and names as well, unless one of these leads


@dataclass(frozen=True, slots=True)
class PastSpan:
    """The days from `first` to `last`, both of them included; `first` is None for all there are.

    Tokens `start` to `end` say so.
    """

    first: date | None
    last: date
    start: int = 0
    end: int = 0


def past_span(reading: ParsedMessage, today: date) -> PastSpan | None:
    """The days that a message asks about, none past `today`; None where it names none."""
    spans = (*_months(reading, today), *_lengths(reading, today), *_named(reading, today))
    found = next(iter(spans), None) or _days(reading, today)
    if found is None or (found.first and found.first > today):
        return None
    return replace(found, last=min(found.last, today))


def _months(reading: ParsedMessage, today: date) -> Iterator[PastSpan]:
    """The last such month: "november", "since october"."""
    months = reading.tables["clock"]["months"]
    dated = {at for each in reading.written_dates for at in range(each.start, each.end)}
    for at, token in enumerate(reading.tokens):
        month, lead = months.get(token.text), reading.word(at - 1)
        if month is None or at in dated or (token.text in SHY and lead not in LEADS):
            continue
        first = date(today.year - (month > today.month), month, 1)
        last = today if lead in OPEN else _month_end(first)
        yield PastSpan(first, last, at - (lead in LEADS), at + 1)


def _lengths(reading: ParsedMessage, today: date) -> Iterator[PastSpan]:
    """So many days up to today."""
    for length in reading.lengths:
        back = next((at for at in (1, 2) if reading.word(length.start - at) in BACK), 0)
        if back and length.days:
            first = today - timedelta(days=length.days - 1)
            yield PastSpan(first, today, length.start - back, length.end)


def _named(reading: ParsedMessage, today: date) -> Iterator[PastSpan]:
    """Weeks, months and years by their place before today, and all there are."""
    monday, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    before = (month - DAY).replace(day=1)
    spans = {
        "this-week": PastSpan(monday, today),
        "last-week": PastSpan(monday - WEEK, monday - DAY),
        "this-month": PastSpan(month, today),
        "last-month": PastSpan(before, month - DAY),
        "this-year": PastSpan(date(today.year, 1, 1), today),
        "last-year": PastSpan(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        "ever": PastSpan(None, today),
    }
    marks = sorted(reading.all("span"), key=lambda mark: mark.concept == EVER)
    for mark in marks:
        meant = spans[mark.concept.partition(":")[2]]
        yield replace(meant, start=mark.start, end=mark.end)


def _days(reading: ParsedMessage, today: date) -> PastSpan | None:
    """Single days: "yesterday", "on tuesday", "24 november"."""
    if any(reading.word(mark.end - 1) != "now" for mark in reading.all("when:today")):
        return PastSpan(today, today)
    days = past_day(reading, today)
    return PastSpan(min(days), max(days)) if days else None


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - DAY
