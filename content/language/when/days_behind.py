"""All days of the last week that a message names, with the dates they were. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from content.language.parsed_message import ParsedMessage
from content.language.when.calendar_days import past
from content.language.when.dates import Named, every_such, weekdays

DAY = timedelta(days=1)
BACK = {"when:today": 0, "when:yesterday": 1, "when:before-yesterday": 2}
NOW = ("now", "just now", "tonight", "right now")


@dataclass(frozen=True, slots=True)
class DayBehind:
    """A day that is named in tokens `start` to `end`."""

    start: int
    end: int
    day: date


def days_behind(reading: ParsedMessage, today: date) -> list[DayBehind]:
    """In the order of the message; none for "mondays", which are many."""
    marks = [mark for mark in reading.all(*BACK) if reading.said(mark)[0] not in NOW]
    found = [DayBehind(m.start, m.end, today - BACK[m.concept] * DAY) for m in marks]
    found += [
        DayBehind(each.start, each.end, day)
        for each in reading.written_dates
        if (day := past(each, today))
    ]
    named = [each for each in weekdays(reading) if not _many(reading, each)]
    found += [DayBehind(n.start, n.end, _last(n.day, today, n.how)) for n in named]
    found += [each for each in _shy(reading, today) if not any(_same(each, f) for f in found)]
    kept: list[DayBehind] = []
    for each in sorted(found, key=lambda day: (day.start, -day.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _many(reading: ParsedMessage, day: Named) -> bool:
    """ "Mondays", and not "monday's half"."""
    return every_such(reading, day) and reading.tokens[day.start].raw[-2:] not in ("'s", "’s")


def _same(one: DayBehind, other: DayBehind) -> bool:
    return one.start < other.end and other.start < one.end


def _shy(reading: ParsedMessage, today: date) -> list[DayBehind]:
    """ "Sun" and "sat" at the head of an amount: "sun 10 min, mon none"."""
    clock = reading.tables["clock"]
    return [
        DayBehind(at, at + 1, _last(clock["weekdays"][token.text], today, ""))
        for at, token in enumerate(reading.tokens)
        if token.raw in clock["shy"] and token.text in clock["weekdays"]
        if reading.number(at + 1) is not None or reading.word(at + 1) == ":" or _amount(reading, at)
    ]


def _amount(reading: ParsedMessage, at: int) -> bool:
    told = reading.all("log:done", "log:part", "log:missed", "grammar:not", "mends", "listed")
    return any(mark.start == at + 1 for mark in told)


def _last(weekday: int, today: date, how: str) -> date:
    back = (today.weekday() - weekday) % 7
    return today - timedelta(days=back or 7 * (how == "last"))
