"""Queries about what was done: planned sessions and log entries."""

from collections.abc import Mapping
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from scheduler.log.entries import LogEntry, Status
from storage.database.cached_queries import CachedQueries
from storage.database.tables import entries, sessions
from storage.database.transaction import Insert, Row

ENTRIES = (
    select(entries)
    .where(
        entries.c.runner_id == bindparam("runner"),
        entries.c.undone_at.is_(None),
        entries.c.day >= bindparam("since"),
    )
    .order_by(entries.c.id)
)
RECORD = insert(entries)
_newest = (
    select(func.max(entries.c.id))
    .where(
        entries.c.runner_id == bindparam("runner"),
        entries.c.day == bindparam("on"),
        entries.c.logged_at == bindparam("at"),
        entries.c.undone_at.is_(None),
    )
    .scalar_subquery()
)
UNDO = update(entries).where(entries.c.id == _newest).values(undone_at=bindparam("now"))
FORGET = delete(sessions).where(
    sessions.c.runner_id == bindparam("runner"), sessions.c.day == bindparam("on")
)
SESSIONS = (
    select(sessions)
    .where(sessions.c.runner_id == bindparam("runner"), sessions.c.day >= bindparam("since"))
    .order_by(sessions.c.day)
)
_KEY = ["runner_id", "day"]


def _keep(insert_into: Any) -> Any:
    statement = insert_into(sessions)
    new = {name: statement.excluded[name] for name in ("cards", "minutes", "reasons")}
    return statement.on_conflict_do_update(index_elements=_KEY, set_=new)


KEEP = Insert(_keep)


class SessionLog(CachedQueries):
    def entries(self, runner_id: int, since: date = date.min) -> list[LogEntry]:
        """Log entries that still stand, in the order in which they were made."""
        if (all_ := self._known[ENTRIES].get((runner_id, date.min))) is not None:
            return [each for each in all_ if each.day >= since]
        return self._read(ENTRIES, _entry, runner=runner_id, since=since)

    def record(self, runner_id: int, entry: LogEntry) -> None:
        values = {
            "runner_id": runner_id,
            "day": entry.day,
            "status": entry.status.value,
            "minutes": entry.minutes,
            "cards": list(entry.cards),
            "note": entry.note,
            "source": entry.source,
            "sides": {card: dict(each) for card, each in entry.sides.items()} or None,
            "logged_at": entry.logged_at,
        }
        self._transaction.run(RECORD, values)
        for (runner, since), known in self._known[ENTRIES].items():
            if runner == runner_id and since <= entry.day:
                known.append(entry)  # the journal only grows: this is its newest row

    def undo(self, runner_id: int, entry: LogEntry, now: datetime) -> None:
        values = {"runner": runner_id, "on": entry.day, "at": entry.logged_at, "now": now}
        self._changing(ENTRIES).run(UNDO, values)

    def keep_session(
        self, runner_id: int, day: date, cards: tuple[str, ...], minutes: int, reasons: list[Any]
    ) -> None:
        """Remember what was offered that day, so that it stays the same all day."""
        values = {
            "runner_id": runner_id,
            "day": day,
            "cards": list(cards),
            "minutes": minutes,
            "reasons": reasons,
        }
        self._transaction.run(KEEP, values)
        for (runner, since), known in self._known[SESSIONS].items():
            if runner == runner_id and since <= day:
                others = [each for each in known if each["day"] != day]
                known[:] = sorted([*others, values], key=itemgetter("day"))

    def forget_session(self, runner_id: int, day: date) -> None:
        self._changing(SESSIONS).run(FORGET, {"runner": runner_id, "on": day})

    def sessions(self, runner_id: int, since: date) -> list[Mapping[str, Any]]:
        return self._read(SESSIONS, dict, runner=runner_id, since=since)


def _entry(row: Row) -> LogEntry:
    return LogEntry(
        day=row["day"],
        status=Status(row["status"]),
        minutes=row["minutes"],
        cards=tuple(row["cards"]),
        logged_at=row["logged_at"],
        note=row["note"],
        source=row["source"],
        sides=row["sides"] or {},
    )
