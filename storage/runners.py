"""Queries about runners."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from storage.reminders import REST_ALL
from storage.runner import Runner
from storage.tables import runners

_ONE = select(runners).where(runners.c.id == bindparam("runner_id"))
GET, GET_IF_FREE = _ONE.with_for_update(), _ONE.with_for_update(skip_locked=True)
ADD = insert(runners)
SWITCH_OFF = (
    update(runners).where(runners.c.id == bindparam("chat")).values(off_since=bindparam("now"))
)
REMOVE = delete(runners).where(runners.c.id == bindparam("runner_id"))


class Runners:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, runner_id: int, *, wait: bool = True) -> Runner | None:
        """The runner, with the row held until the transaction ends.

        With `wait=False`, None also when another transaction holds it.
        """
        statement = GET if wait else GET_IF_FREE
        row = self._connection.execute(statement, {"runner_id": runner_id}).mappings().first()
        return _runner(row) if row else None

    def add(self, runner_id: int, name: str, now: datetime) -> Runner:
        runner = Runner(id=runner_id, name=name, created_at=now)
        self._connection.execute(
            ADD, {"id": runner_id, "name": name, "created_at": now, "answers": {}}
        )
        return runner

    def change(self, runner_id: int, changes: Mapping[str, Any]) -> None:
        self._connection.execute(update(runners).where(runners.c.id == runner_id).values(**changes))

    def switch_off(self, runner_id: int, now: datetime) -> None:
        """Telegram refuses this chat: nothing is due in it until the runner writes again."""
        self._connection.execute(SWITCH_OFF, {"chat": runner_id, "now": now})
        self._connection.execute(REST_ALL, {"runner": runner_id})

    def remove(self, runner_id: int) -> None:
        """Forget the runner and, by cascade, everything that hangs on the row."""
        self._connection.execute(REMOVE, {"runner_id": runner_id})


def _runner(row: RowMapping) -> Runner:
    fields = dict(row)
    if fields["draft"] is not None:
        fields["draft"] = tuple(fields["draft"])
    return Runner(**fields)
