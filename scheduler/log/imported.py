"""A log from elsewhere: our own JSON, or the table of a habit tracker.

A day that the log knows already is left alone, and so is a row that can't be read: both are told.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scheduler.log.entries import STRENGTH, LogEntry, Status, states
from scheduler.log.import_files import LONGEST, DayOrder, ImportRefusal, Row, day_order

SOURCE = "import"
EARLIEST = date(2000, 1, 1)
NOTE_LENGTH = 200
DONE = {"done", "yes", "y", "1", "2", "true", "x", "✓", "✔", "✅", "completed", "complete", "full"}
PARTIAL = {"partial", "partly", "half", "some", "part"}
EXCUSED = {"excused", "skip", "skipped", "rest", "off", "3", "ill", "sick", "travel"}
MISSED = {"", "missed", "miss", "no", "n", "0", "-1", "false", "failed", "none", "✗", "✘", "❌"}
STATUSES = {
    **dict.fromkeys(DONE, Status.DONE),
    **dict.fromkeys(PARTIAL, Status.PARTIAL),
    **dict.fromkeys(EXCUSED, Status.EXCUSED),
    **dict.fromkeys(MISSED, Status.MISSED),
}


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """What a file holds: new days, how many the log knows already, and rows that can't be read."""

    entries: tuple[LogEntry, ...]
    known: int = 0
    unread: tuple[int, ...] = ()

    def count(self, status: Status) -> int:
        return sum(each.status is status for each in self.entries)


def read(
    rows: Sequence[Row],
    log: Sequence[LogEntry],
    cards: Collection[str],
    now: datetime,
    today: date,
) -> ImportedLog | ImportRefusal:
    """What of these rows would come into this log; `cards` are those that there are."""
    order = day_order(row.day for row in rows)
    if order is None:
        return ImportRefusal.DAYS
    told = {row.number: _entry(row, order, cards, now, today) for row in rows}
    days: dict[date, LogEntry] = {}
    for entry in filter(None, told.values()):
        days[entry.day] = _stronger(days.get(entry.day), entry)
    known = states(log)
    new = [entry for day, entry in sorted(days.items()) if day not in known]
    unread = [number for number, entry in told.items() if entry is None]
    return ImportedLog(tuple(new), len(days) - len(new), tuple(unread))


def _stronger(one: LogEntry | None, other: LogEntry) -> LogEntry:
    """Of two rows for a day, the one that says more was done; the later one of two alike."""
    if one is None or STRENGTH[other.status] >= STRENGTH[one.status]:
        return other
    return one


def _entry(
    row: Row, order: DayOrder, cards: Collection[str], now: datetime, today: date
) -> LogEntry | None:
    day, status = order.read(row.day), STATUSES.get(row.status.casefold())
    if day is None or status is None or not EARLIEST <= day <= today:
        return None
    try:
        minutes = _minutes(row.minutes)
    except ValueError:
        return None
    done = tuple(dict.fromkeys(each for each in row.cards if each in cards))
    sides = {card: seconds for card, seconds in row.sides.items() if card in done}
    note = row.note[:NOTE_LENGTH] or None
    return LogEntry(day, status, minutes, done, now, note, SOURCE, sides)


def _minutes(told: str) -> int | None:
    """Whole minutes of "12", "12.0" or "12 min". Raises ValueError for what is no such length."""
    if not told:
        return None
    minutes = float(told.casefold().removesuffix("min").strip().replace(",", "."))
    if not 0 <= minutes <= LONGEST:
        raise ValueError(told)
    return round(minutes)


def came_with(entry: LogEntry, log: Sequence[LogEntry]) -> list[LogEntry]:
    """All that came from the same file; only the entry itself if it came from none."""
    if entry.source != SOURCE:
        return [entry]
    return [each for each in log if (each.source, each.logged_at) == (SOURCE, entry.logged_at)]
