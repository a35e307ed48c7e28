"""Updates that have arrived: stored before Telegram is told, handled once in effect."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import inbox

KEPT = timedelta(days=2)  # longer than Telegram repeats an update (24 h)

OPEN = select(inbox.c.payload).where(inbox.c.handled_at.is_(None)).order_by(inbox.c.update_id)
CLAIM = (
    select(inbox.c.update_id)
    .where(inbox.c.update_id == bindparam("id"), inbox.c.handled_at.is_(None))
    .with_for_update()
)
HANDLED = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("id"))
    .values(handled_at=bindparam("now"), payload=None, failed=bindparam("fault"))
)
COUNT = select(func.count()).where(inbox.c.handled_at.is_not(None))
PRUNE = delete(inbox).where(inbox.c.handled_at < bindparam("before"))
_COLUMNS = ("update_id", "chat_id", "payload", "received_at")
STORE = {
    "sqlite": sqlite.insert(inbox).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(inbox).on_conflict_do_nothing(),
}


class Inbox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def store(
        self, updates: Iterable[tuple[int, int | None, Mapping[str, Any]]], now: datetime
    ) -> None:
        """Remember (update id, chat id, payload); an update seen before changes nothing."""
        rows = [dict(zip(_COLUMNS, (*each, now), strict=True)) for each in updates]
        if rows:
            self._connection.execute(STORE[self._connection.dialect.name], rows)

    def open(self) -> list[dict[str, Any]]:
        """Payloads that were stored and never handled, oldest first."""
        return list(self._connection.execute(OPEN).scalars())

    def claim(self, update_id: int) -> bool:
        """Whether this update still wants handling; if so its row is held until the end."""
        return self._connection.execute(CLAIM, {"id": update_id}).first() is not None

    def handled(self, update_id: int, now: datetime, fault: str | None = None) -> None:
        self._connection.execute(HANDLED, {"id": update_id, "now": now, "fault": fault})

    def count_handled(self) -> int:
        return self._connection.execute(COUNT).scalar_one()

    def prune(self, now: datetime) -> None:
        self._connection.execute(PRUNE, {"before": now - KEPT})
