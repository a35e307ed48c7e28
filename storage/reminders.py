"""Queries about what is due when."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.memory import Reminder
from storage.tables import reminders

OF = select(reminders).where(
    reminders.c.runner_id == bindparam("runner"), reminders.c.slot == bindparam("slot")
)
DUE = (
    select(reminders)
    .where(reminders.c.next_due <= bindparam("now"))
    .order_by(reminders.c.next_due, reminders.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
REST = (
    update(reminders)
    .where(reminders.c.runner_id == bindparam("runner"), reminders.c.slot == bindparam("slot_name"))
    .values(next_due=None)
)
_KEY = ["runner_id", "slot"]


def _plan(insert: Any) -> Any:
    statement = insert(reminders)
    new = {name: statement.excluded[name] for name in ("next_due", "day", "data")}
    return statement.on_conflict_do_update(index_elements=_KEY, set_=new)


PLAN = {"sqlite": _plan(sqlite.insert), "postgresql": _plan(postgresql.insert)}


class Reminders:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, runner_id: int, slot: str) -> Reminder | None:
        found = self._connection.execute(OF, {"runner": runner_id, "slot": slot})
        row = found.mappings().first()
        return _reminder(row) if row else None

    def claim(self, now: datetime, limit: int) -> list[Reminder]:
        """Due reminders, oldest first, held until the transaction ends."""
        found = self._connection.execute(DUE, {"now": now, "limit": limit}).mappings()
        return [_reminder(row) for row in found]

    def plan(self, reminder: Reminder) -> None:
        """Set the slot's next occurrence, in place of whatever it held."""
        values = {
            "runner_id": reminder.runner_id,
            "slot": reminder.slot,
            "next_due": reminder.due,
            "day": reminder.day,
            "data": dict(reminder.data),
        }
        self._connection.execute(PLAN[self._connection.dialect.name], values)

    def rest(self, runner_id: int, slot: str) -> None:
        """Nothing is due in the slot any more; what it knows stays."""
        self._connection.execute(REST, {"runner": runner_id, "slot_name": slot})


def _reminder(row: RowMapping) -> Reminder:
    return Reminder(row["runner_id"], row["slot"], row["next_due"], row["day"], row["data"])
