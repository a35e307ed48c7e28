"""Queries about runners."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, delete, insert, select, update

from storage.database.compiled_statement import Row
from storage.database.pending_writes import PendingWrites
from storage.database.tables import runners
from storage.runner import Runner

_ONE = select(runners).where(runners.c.id == bindparam("runner_id"))
GET, GET_IF_FREE = _ONE.with_for_update(), _ONE.with_for_update(skip_locked=True)
ADD = insert(runners)
SWITCH_OFF = (
    update(runners).where(runners.c.id == bindparam("chat")).values(off_since=bindparam("now"))
)
REMOVE = delete(runners).where(runners.c.id == bindparam("runner_id"))


class Runners:
    """What a story changes of a runner is collected, and written at its end in one statement."""

    def __init__(self, writes: PendingWrites) -> None:
        self._writes = writes
        self._changes: dict[int, dict[str, Any]] = {}

    def get(self, runner_id: int, *, wait: bool = True) -> Runner | None:
        """The runner, with the row held until the transaction ends.

        With `wait=False`, None also when another transaction holds it.
        """
        self.flush()
        statement = GET if wait else GET_IF_FREE
        row = self._writes.now.first(statement, {"runner_id": runner_id})
        return _runner(row) if row else None

    def add(self, runner_id: int, name: str, now: datetime) -> Runner:
        runner = Runner(id=runner_id, name=name, created_at=now)
        values = {"id": runner_id, "name": name, "created_at": now, "answers": {}}
        self._writes.now.run(ADD, values)
        return runner

    def change(self, runner_id: int, changes: Mapping[str, Any]) -> None:
        self._changes.setdefault(runner_id, {}).update(changes)

    def flush(self) -> None:
        changed, self._changes = self._changes, {}
        for runner_id, changes in changed.items():
            self._writes.now.run(_change(*changes), {"runner": runner_id, **changes})

    def switch_off(self, runner_id: int, now: datetime) -> None:
        """Telegram refuses this chat until the runner writes again."""
        self.flush()
        self._writes.now.run(SWITCH_OFF, {"chat": runner_id, "now": now})

    def remove(self, runner_id: int) -> None:
        """Forget the runner and, by cascade, everything that hangs on the row."""
        self._changes.pop(runner_id, None)
        self._writes.now.run(REMOVE, {"runner_id": runner_id})
        self._writes.now.erase()


@cache
def _change(*names: str) -> Update:
    one = runners.c.id == bindparam("runner")
    return update(runners).where(one).values({name: bindparam(name) for name in names})


def _runner(row: Row) -> Runner:
    draft = row["draft"]
    return Runner(**{**row, "draft": draft if draft is None else tuple(draft)})
