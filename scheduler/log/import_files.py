"""Files that a log may come from, as rows of words: our own JSON, or a table."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from io import StringIO
from itertools import islice
from typing import Any

from content.catalog.taxonomy import Side

# What other habit trackers call their columns.
DAY = ("date", "day", "datum", "timestamp", "start date")
STATUS = ("status", "done", "completed", "complete", "value", "state", "result")
MINUTES = ("minutes", "minute", "min", "mins", "duration", "duration (min)", "time (min)")
CARDS, NOTE = ("cards", "exercises"), ("note", "notes", "comment")
SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 400
LONGEST = 600  # minutes of one day
LARGEST = 1_000_000  # bytes
MOST_ROWS = 4_000  # eleven years of days


class ImportRefusal(StrEnum):
    """Why nothing of a file can be read."""

    LARGE = "large"
    LONG = "long"  # too many rows
    UNREADABLE = "unreadable"  # neither JSON nor a table
    NO_DATES = "no-dates"  # a table without a column of dates
    EMPTY = "empty"
    DAYS = "days"  # day and month can't be told apart
    LOST = "lost"  # it did not come


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it stands there. `number` counts from 1, as people do."""

    number: int
    day: str
    status: str = "done"
    minutes: str = ""
    cards: tuple[str, ...] = ()
    note: str = ""
    sides: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # seconds, by card


class DayOrder(StrEnum):
    """How a date is written with strokes: 31/12/2026 or 12/31/2026."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"

    def read(self, written: str) -> date | None:
        """2026-12-31 and 31.12.2026 are read either way, and an hour after it is left out."""
        year_first = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", written)
        if year_first:
            return _date(*map(int, year_first.groups()))
        found = re.match(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)", written)
        if found is None:
            return None
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        day_first = found[2] == "." or self is DayOrder.DAY_FIRST
        return _date(year, two, one) if day_first else _date(year, one, two)


def day_order(days: Iterable[str]) -> DayOrder | None:
    """The one order in which all dates with strokes can be read; None where both would do."""
    stroked = {each for each in days if re.match(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", each)}
    if not stroked:
        return DayOrder.DAY_FIRST
    readable = {order: sum(order.read(each) is not None for each in stroked) for order in DayOrder}
    if len({*readable.values()}) == 1:
        return None
    return max(readable, key=lambda order: readable[order])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def rows_of(content: bytes) -> list[Row] | ImportRefusal:
    """All rows of a file."""
    text = _text(content) if len(content) <= LARGEST else None
    if text is None:
        return ImportRefusal.UNREADABLE if len(content) <= LARGEST else ImportRefusal.LARGE
    if not text.strip():
        return ImportRefusal.EMPTY
    found = _json(text) if text.lstrip()[:1] in "{[" else _table(text)
    if isinstance(found, ImportRefusal):
        return found
    rows = list(islice(found, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        return ImportRefusal.LONG
    return rows or ImportRefusal.EMPTY


def _text(content: bytes) -> str | None:
    """The words of a file, however they are written down; None for no words at all."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _json(text: str) -> Iterator[Row] | ImportRefusal:
    try:
        told = json.loads(text, parse_int=_number)
    except (ValueError, RecursionError):
        return ImportRefusal.UNREADABLE
    sessions = told.get("sessions") if isinstance(told, dict) else told
    if not isinstance(sessions, list):
        return ImportRefusal.UNREADABLE
    return (_session(n, each) for n, each in enumerate(sessions, 1))


def _number(digits: str) -> float:
    """Of any length: more digits than Python reads are a number too large, and no fault."""
    return float(digits)


def _session(number: int, told: Any) -> Row:
    """One entry of our own export; what has another shape has no date."""
    if not isinstance(told, dict):
        return Row(number, "")
    cards = told.get("cards")
    named = tuple(map(_word, cards)) if isinstance(cards, list) else ()
    words = {name: _word(told.get(name)) for name in ("date", "status", "minutes", "note")}
    day, status, minutes, note = words.values()
    return Row(number, day, status, minutes, named, note, _sides(told.get("sides")))


def _sides(told: Any) -> dict[str, dict[str, float]]:
    """Minutes of each side as seconds; what has another shape is left out."""
    cards = told if isinstance(told, dict) else {}
    found = {
        card: {
            side.value: minutes * 60.0
            for side in Side
            if isinstance(minutes := had.get(side.value), int | float) and 0 < minutes <= LONGEST
        }
        for card, had in cards.items()
        if isinstance(had, dict)
    }
    return {card: each for card, each in found.items() if each}


def _word(value: Any) -> str:
    return "" if value is None else str(value).strip()[:LONGEST_CELL]


def _table(text: str) -> Iterator[Row] | ImportRefusal:
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(SEPARATORS, key=first.count)
    lines = csv.reader(StringIO(text.lstrip()), delimiter=separator)
    try:
        table = [[_word(cell) for cell in line] for line in islice(lines, MOST_ROWS + 2)]
    except csv.Error:
        return ImportRefusal.UNREADABLE
    head, columns = [cell.casefold() for cell in table[0]], _columns(table[0])
    if DayOrder.DAY_FIRST.read(head[0]) or DayOrder.MONTH_FIRST.read(head[0]):
        return _lines(table, {"day": 0, "status": 1, "minutes": 2}, start=1)
    if "day" not in columns:
        return ImportRefusal.NO_DATES if len(head) > 1 else ImportRefusal.UNREADABLE
    return _lines(table[1:], columns, start=2)


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Where each thing stands. A second column without a known name says whether it was done."""
    names = {"day": DAY, "status": STATUS, "minutes": MINUTES, "cards": CARDS, "note": NOTE}
    told = [cell.casefold() for cell in head]
    places = {name: [at for at, cell in enumerate(told) if cell in names[name]] for name in names}
    found = {name: at[0] for name, at in places.items() if at}
    taken = {*found.values()}
    if "status" not in found and "day" in found and len(told) > 1 and 1 not in taken:
        found["status"] = 1
    return found


def _lines(
    table: Sequence[Sequence[str]], columns: Mapping[str, int], *, start: int
) -> Iterator[Row]:
    for number, line in enumerate(table, start):
        if not any(line):
            continue
        cells = {name: line[at] for name, at in columns.items() if at < len(line)}
        yield Row(
            number,
            cells.get("day", ""),
            cells.get("status", "done"),
            cells.get("minutes", ""),
            tuple(cells.get("cards", "").split()),
            cells.get("note", ""),
        )
