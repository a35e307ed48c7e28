"""What is remembered of one runner beside their row, in one statement and once a transaction."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    literal_column,
    null,
    select,
    union_all,
)

from storage.database.compiled_statement import Row
from storage.database.pending_writes import PendingWrites
from storage.database.tables import Id, Json, Utc, diary, entries, reminders, sessions

T = TypeVar("T")


class Part(StrEnum):
    """The tables that a snapshot is read from."""

    ENTRIES = "entries"
    SESSIONS = "sessions"
    NOTES = "diary"
    REMINDERS = "reminders"


# Every part fills the columns that it has; the rest is empty.
COLUMNS: dict[str, Any] = {
    "id": Id,
    "day": Date,
    "moment": Utc,
    "name": Text,
    "words": Text,
    "source": Text,
    "minutes": Integer,
    "data": Json,
    "more": Json,
    "served": Date,
    "handed": Utc,
}


def _part(table: Table, *wanted: ColumnElement[bool], **filled: ColumnElement[Any]) -> Select[Any]:
    columns = [
        filled[name].label(name) if name in filled else cast(null(), kind).label(name)
        for name, kind in COLUMNS.items()
    ]
    runner = table.c.runner_id == bindparam("runner")
    return select(literal_column(f"'{table.name}'", Text).label("part"), *columns).where(
        runner, *wanted
    )


_since = bindparam("since", type_=Date)
SNAPSHOT = union_all(
    _part(
        entries,
        entries.c.undone_at.is_(None),
        id=entries.c.id,
        day=entries.c.day,
        moment=entries.c.logged_at,
        name=entries.c.status,
        words=entries.c.note,
        source=entries.c.source,
        minutes=entries.c.minutes,
        data=entries.c.cards,
        more=entries.c.sides,
    ),
    _part(
        sessions,
        sessions.c.day >= _since,
        day=sessions.c.day,
        minutes=sessions.c.minutes,
        data=sessions.c.cards,
        more=sessions.c.reasons,
    ),
    _part(
        diary,
        diary.c.day >= _since,
        id=diary.c.id,
        day=diary.c.day,
        moment=diary.c.told_at,
        name=diary.c.kind,
        words=diary.c.key,
        data=diary.c.data,
    ),
    _part(
        reminders,
        id=reminders.c.id,
        day=reminders.c.day,
        moment=reminders.c.next_due,
        name=reminders.c.slot,
        data=reminders.c.data,
        served=reminders.c.served,
        handed=reminders.c.handed,
    ),
)


class Snapshots:
    """The rows of each runner that a story asks about, read when the first of them is wanted.

    Planned sessions and notes are read from `since` on; the log is read as a whole, because a
    streak may reach back to its first week. `version` counts the changes to what was read.
    """

    def __init__(self, writes: PendingWrites) -> None:
        self.writes = writes
        self.since = date.min
        self.version = 0
        self._rows: dict[int, dict[Part, list[Row]]] = {}

    def read(self, runner_id: int) -> bool:
        """Whether there is a snapshot of that runner already."""
        return runner_id in self._rows

    def rows(self, runner_id: int, part: Part) -> list[Row]:
        """The rows of one part; in the order of their ids, where they have any."""
        if runner_id not in self._rows:
            self._rows[runner_id] = self._read(runner_id)
        return self._rows[runner_id][part]

    def _read(self, runner_id: int) -> dict[Part, list[Row]]:
        parts: dict[Part, list[Row]] = defaultdict(list)
        found = self.writes.now.rows(SNAPSHOT, {"runner": runner_id, "since": self.since})
        for row in sorted(found, key=lambda each: each["id"] or 0):
            parts[row["part"]].append(row)
        return parts


class Known(Generic[T]):
    """One part of the snapshots as values; whoever writes puts it right here as well."""

    def __init__(self, snapshots: Snapshots, part: Part, make: Callable[[Row, int], T]) -> None:
        self._snapshots = snapshots
        self._part = part
        self._make = make
        self._values: dict[int, list[T]] = {}

    def of(self, runner_id: int) -> list[T]:
        if runner_id not in self._values:
            rows = self._snapshots.rows(runner_id, self._part)
            self._values[runner_id] = [self._make(row, runner_id) for row in rows]
        return self._values[runner_id]

    def change(self, runner_id: int, change: Callable[[list[T]], list[T]]) -> None:
        """What a write makes of it; nothing to do before it was read."""
        self._snapshots.version += 1
        if self._snapshots.read(runner_id):
            self._values[runner_id] = change(self.of(runner_id))
