"""Queries about what is due when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from scheduler.planning.memory import Reminder
from storage.database.compiled_statement import Row
from storage.database.tables import reminders
from storage.database.transaction import Insert
from storage.queries.snapshot import Known, Part, Snapshots

_of = (
    reminders.c.runner_id == bindparam("runner"),
    reminders.c.slot == bindparam("of_slot"),
)
OF = select(reminders).where(*_of).with_for_update()
DUE = (
    select(reminders)
    .where(reminders.c.next_due <= bindparam("now"))
    .order_by(reminders.c.next_due, reminders.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
AFTER = (
    select(reminders)
    .where(reminders.c.id > bindparam("row"), reminders.c.next_due.is_not(None))
    .order_by(reminders.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)  # whoever holds one plans it by the new rules anyway
)
ADVANCE = (
    update(reminders)
    .where(reminders.c.id == bindparam("row"))
    .values(
        next_due=bindparam("due"),
        day=bindparam("on"),
        served=bindparam("last"),
        handed=bindparam("moment"),
    )
)
_near = (
    select(reminders.c.id)
    .where(reminders.c.next_due.between(bindparam("since"), bindparam("until")))
    .limit(bindparam("limit"))
    .subquery()
)
CROWD = select(func.count()).select_from(_near)
REST = update(reminders).where(*_of).values(next_due=None, handed=None)
REMOVE = delete(reminders).where(*_of)
REST_ALL = (
    update(reminders)
    .where(reminders.c.runner_id == bindparam("runner"))
    .values(next_due=None, handed=None)
)
TAKE = (
    update(reminders)
    .where(*_of, reminders.c.handed == bindparam("moment"))
    .values(handed=None)
    .returning(reminders.c.data)
)


def _plan(insert: Any) -> Any:
    statement = insert(reminders)
    new = {name: statement.excluded[name] for name in ("next_due", "day", "handed", "data")}
    served = func.coalesce(statement.excluded.served, reminders.c.served)
    return statement.on_conflict_do_update(
        index_elements=["runner_id", "slot"], set_={**new, "served": served}
    )


PLAN = Insert(_plan)


class Reminders:
    def __init__(self, snapshots: Snapshots) -> None:
        self._writes = snapshots.writes
        self._known = Known(snapshots, Part.REMINDERS, _known)

    def get(self, runner_id: int, slot: str) -> Reminder | None:
        """The slot as it stands, held until the transaction ends."""
        row = self._writes.now.first(OF, {"runner": runner_id, "of_slot": slot})
        return _reminder(row) if row else None

    def all(self, runner_id: int) -> list[Reminder]:
        """Every slot of a runner, resting ones too."""
        return list(self._known.of(runner_id))

    def claim(self, now: datetime, limit: int) -> list[Reminder]:
        """Due reminders, oldest first, held until the transaction ends."""
        found = self._writes.now.rows(DUE, {"now": now, "limit": limit})
        return [_reminder(row) for row in found]

    def after(self, row: int, limit: int) -> list[Reminder]:
        """Planned reminders with ids above `row`, in order, but for those that others hold."""
        found = self._writes.now.rows(AFTER, {"row": row, "limit": limit})
        return [_reminder(each) for each in found]

    def advance(self, reminders: Sequence[Reminder]) -> None:
        """Set what follows for reminders that were claimed."""
        rows = [
            {"row": r.id, "due": r.due, "on": r.day, "last": r.served, "moment": r.handed}
            for r in reminders
        ]
        self._writes.now.run_all(ADVANCE, rows)

    def crowd(self, moment: datetime, within: timedelta, limit: int) -> int:
        """How many reminders are due within that distance of a moment; `limit` at most."""
        values = {"since": moment - within, "until": moment + within, "limit": limit}
        count: int = self._writes.now.value(CROWD, values)
        return count

    def plan(self, reminder: Reminder) -> None:
        """Set the slot's next occurrence, in place of whatever it held or had handed over."""
        values = {
            "runner_id": reminder.runner_id,
            "slot": reminder.slot,
            "next_due": reminder.due,
            "day": reminder.day,
            "served": reminder.served,
            "handed": None,
            "data": dict(reminder.data),
        }
        self._writes.add(PLAN, values)
        self._known.change(reminder.runner_id, lambda known: _with(known, reminder))

    def rest(self, runner_id: int, slot: str) -> None:
        """Nothing is due in the slot any more, nor on its way; what it knows stays."""
        self._writes.now.run(REST, {"runner": runner_id, "of_slot": slot})
        self._each(runner_id, lambda e: _resting(e) if e.slot == slot else e)

    def remove(self, runner_id: int, slot: str) -> None:
        """Forget a slot that is not used again."""
        self._writes.now.run(REMOVE, {"runner": runner_id, "of_slot": slot})
        self._known.change(runner_id, lambda known: [e for e in known if e.slot != slot])

    def rest_all(self, runner_id: int) -> None:
        """Nothing is due for this runner any more."""
        self._writes.now.run(REST_ALL, {"runner": runner_id})
        self._each(runner_id, _resting)

    def take(self, runner_id: int, slot: str, moment: datetime) -> Mapping[str, Any] | None:
        """What the slot knows, if what was handed over for that moment is still wanted.

        It is told now: nobody can take it a second time.
        """
        values = {"runner": runner_id, "of_slot": slot, "moment": moment}
        found = self._writes.now.first(TAKE, values)
        if found is None:
            return None
        self._each(runner_id, lambda e: replace(e, handed=None) if e.slot == slot else e)
        data: Mapping[str, Any] = found["data"]
        return data

    def _each(self, runner_id: int, change: Callable[[Reminder], Reminder]) -> None:
        self._known.change(runner_id, lambda known: [change(each) for each in known])


def _resting(reminder: Reminder) -> Reminder:
    return replace(reminder, due=None, handed=None)


def _with(known: Sequence[Reminder], planned: Reminder) -> list[Reminder]:
    """A runner's slots with one planned anew: it keeps its place, and what it served before."""
    before = next((each for each in known if each.slot == planned.slot), None)
    if before is None:
        return [*known, planned]
    now = replace(planned, id=before.id, served=planned.served or before.served)
    return [now if each is before else each for each in known]


def _reminder(row: Row) -> Reminder:
    return Reminder(
        runner_id=row["runner_id"],
        slot=row["slot"],
        due=row["next_due"],
        day=row["day"],
        data=row["data"],
        served=row["served"],
        handed=row["handed"],
        id=row["id"],
    )


def _known(row: Row, runner_id: int) -> Reminder:
    return Reminder(
        runner_id=runner_id,
        slot=row["name"],
        due=row["moment"],
        day=row["day"],
        data=row["data"],
        served=row["served"],
        handed=row["handed"],
        id=row["id"],
    )
