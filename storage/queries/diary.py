"""Queries about what runners told of a day besides sessions: soreness, runs, symptoms, tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.database.cached_queries import CachedQueries
from storage.database.tables import diary
from storage.database.transaction import Insert, Row

NOTES = (
    select(diary)
    .where(diary.c.runner_id == bindparam("runner"), diary.c.day >= bindparam("since"))
    .order_by(diary.c.day, diary.c.told_at, diary.c.id)
)
DROP = delete(diary).where(
    diary.c.runner_id == bindparam("runner"),
    diary.c.day == bindparam("on"),
    diary.c.kind == bindparam("kind_name"),
)
_KEY = ["runner_id", "day", "kind", "key"]


def _write(insert: Any) -> Any:
    statement = insert(diary)
    new = {name: statement.excluded[name] for name in ("data", "told_at")}
    return statement.on_conflict_do_update(index_elements=_KEY, set_=new)


WRITE = Insert(_write)


@dataclass(frozen=True, slots=True)
class Note:
    """Something told of a local day. `kind` and `key` say what: told again, it takes its place."""

    day: date
    kind: str
    key: str
    told_at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)


class Diary(CachedQueries):
    def notes(self, runner_id: int, since: date = date.min) -> list[Note]:
        """In the order of days, and of telling within a day."""
        return self._read(NOTES, _note, runner=runner_id, since=since)

    def write(self, runner_id: int, note: Note) -> None:
        values = {
            "runner_id": runner_id,
            "day": note.day,
            "kind": note.kind,
            "key": note.key,
            "told_at": note.told_at,
            "data": dict(note.data),
        }
        self._changing(NOTES).run(WRITE, values)

    def drop(self, runner_id: int, day: date, kind: str) -> None:
        self._changing(NOTES).run(DROP, {"runner": runner_id, "on": day, "kind_name": kind})


def _note(row: Row) -> Note:
    return Note(row["day"], row["kind"], row["key"], row["told_at"], row["data"])
