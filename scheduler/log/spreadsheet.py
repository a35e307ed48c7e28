"""The log as a table that any spreadsheet opens (RFC 4180)."""

import csv
import io
from collections.abc import Iterable

from scheduler.log.entries import LogEntry

COLUMNS = ("date", "status", "minutes", "cards", "note")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run


def written(entries: Iterable[LogEntry]) -> str:
    """A line for each entry."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for each in entries:
        minutes = "" if each.minutes is None else each.minutes
        cards = " ".join(each.cards)
        rows.writerow([each.day, each.status.value, minutes, cards, _plain(each.note or "")])
    return out.getvalue()


def _plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words
