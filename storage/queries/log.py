"""Queries about what was done: planned sessions and log entries."""

from collections.abc import Mapping
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from scheduler.log.entries import LogEntry, Status
from storage.database.compiled_statement import Row
from storage.database.tables import entries, sessions
from storage.database.transaction import Insert
from storage.queries.snapshot import Known, Part, Snapshots

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
UNDO_IMPORT = (
    update(entries)
    .where(
        entries.c.runner_id == bindparam("runner"),
        entries.c.logged_at == bindparam("at"),
        entries.c.source == bindparam("from_file"),
        entries.c.undone_at.is_(None),
    )
    .values(undone_at=bindparam("now"))
)
FORGET = delete(sessions).where(
    sessions.c.runner_id == bindparam("runner"), sessions.c.day == bindparam("on")
)
_KEY = ["runner_id", "day"]


def _keep(insert_into: Any) -> Any:
    statement = insert_into(sessions)
    new = {name: statement.excluded[name] for name in ("cards", "minutes", "reasons")}
    return statement.on_conflict_do_update(index_elements=_KEY, set_=new)


KEEP = Insert(_keep)


class SessionLog:
    def __init__(self, snapshots: Snapshots) -> None:
        self._writes = snapshots.writes
        self._entries = Known(snapshots, Part.ENTRIES, _entry)
        self._sessions = Known(snapshots, Part.SESSIONS, _session)
        self.begin_anew()

    def begin_anew(self) -> None:
        """What was changed so far is kept elsewhere, or is no change to be taken back."""
        self.made: list[LogEntry] = []  # since then, and not taken back
        self.gone: list[LogEntry] = []  # from before that, taken back

    def entries(self, runner_id: int, since: date = date.min) -> list[LogEntry]:
        """Log entries that still stand, in the order in which they were made."""
        return [each for each in self._entries.of(runner_id) if each.day >= since]

    def record(self, runner_id: int, *made: LogEntry) -> None:
        for entry in made:
            self._writes.add(RECORD, _values(runner_id, entry))
        self.made += made
        self._entries.change(runner_id, lambda known: [*known, *made])

    def undo(self, runner_id: int, entry: LogEntry, now: datetime) -> None:
        values = {"runner": runner_id, "on": entry.day, "at": entry.logged_at, "now": now}
        self._writes.now.run(UNDO, values)
        if any(each is entry for each in self.made):
            self.made = [each for each in self.made if each is not entry]
        else:
            self.gone.append(entry)
        self._entries.change(runner_id, lambda known: _without_newest(known, entry))

    def undo_import(self, runner_id: int, entry: LogEntry, now: datetime) -> None:
        """All that came from one file goes, as it came."""
        made = entry.source, entry.logged_at
        values = {"runner": runner_id, "at": entry.logged_at, "from_file": entry.source, "now": now}
        self._writes.now.run(UNDO_IMPORT, values)
        self._entries.change(
            runner_id, lambda known: [e for e in known if (e.source, e.logged_at) != made]
        )

    def keep_session(
        self, runner_id: int, day: date, cards: tuple[str, ...], minutes: int, reasons: list[Any]
    ) -> None:
        """Remember what was offered that day, so that it stays the same all day."""
        offered = {"day": day, "cards": list(cards), "minutes": minutes, "reasons": reasons}
        self._writes.add(KEEP, {"runner_id": runner_id, **offered})
        self._sessions.change(runner_id, lambda known: [*_but_for(known, day), offered])

    def forget_session(self, runner_id: int, day: date) -> None:
        self._writes.now.run(FORGET, {"runner": runner_id, "on": day})
        self._sessions.change(runner_id, lambda known: _but_for(known, day))

    def sessions(self, runner_id: int, since: date) -> list[Mapping[str, Any]]:
        """What was offered, in the order of days, as far back as the snapshot reaches."""
        known = sorted(self._sessions.of(runner_id), key=itemgetter("day"))
        return [each for each in known if each["day"] >= since]


def _values(runner_id: int, entry: LogEntry) -> dict[str, Any]:
    return {
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


def _without_newest(known: list[LogEntry], entry: LogEntry) -> list[LogEntry]:
    """Of entries of that day and moment, the one that was made last goes."""
    made = [(each.day, each.logged_at) for each in known]
    if (entry.day, entry.logged_at) not in made:
        return known
    last = len(made) - 1 - made[::-1].index((entry.day, entry.logged_at))
    return known[:last] + known[last + 1 :]


def _but_for(known: list[Mapping[str, Any]], day: date) -> list[Mapping[str, Any]]:
    return [each for each in known if each["day"] != day]


def _session(row: Row, _runner_id: int) -> Mapping[str, Any]:
    return {
        "day": row["day"],
        "cards": row["data"],
        "minutes": row["minutes"],
        "reasons": row["more"],
    }


def _entry(row: Row, _runner_id: int) -> LogEntry:
    return LogEntry(
        day=row["day"],
        status=Status(row["name"]),
        minutes=row["minutes"],
        cards=tuple(row["data"]),
        logged_at=row["moment"],
        note=row["words"],
        source=row["source"],
        sides=row["more"] or {},
    )
