"""Updates that have arrived: stored before Telegram is told, handled once and in order."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.database.tables import inbox
from storage.database.transaction import Insert, Transaction

KEPT = timedelta(days=2)  # longer than Telegram repeats an update (24 h)
LEASE = timedelta(seconds=10)  # how long an update is left to the replica that took it

_open = inbox.c.handled_at.is_(None)
_chat = select(inbox.c.chat_id).where(inbox.c.update_id == bindparam("id")).scalar_subquery()
# The row lock waits for a replica that handles the chat just now; then the next row is looked at.
FIRST = (
    select(inbox.c.update_id)
    .where(_open, inbox.c.chat_id == _chat, inbox.c.update_id <= bindparam("id"))
    .order_by(inbox.c.update_id)
    .limit(1)
    .with_for_update()
)
_orphans = (
    select(inbox.c.update_id)
    .where(_open, inbox.c.lease_until <= bindparam("before"))
    .order_by(inbox.c.update_id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
ADOPT = (
    update(inbox)
    .where(inbox.c.update_id.in_(_orphans.scalar_subquery()))
    .values(lease_until=bindparam("until"))
    .returning(inbox.c.update_id, inbox.c.payload)
)
RELEASE = update(inbox).where(_open).values(lease_until=bindparam("now"))
HANDLED = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("id"), _open)
    .values(handled_at=bindparam("now"), payload=None, failed=bindparam("fault"))
)
_older = inbox.alias("older")
_first = (
    select(func.min(_older.c.update_id))
    .where(_older.c.handled_at.is_(None), _older.c.chat_id == inbox.c.chat_id)
    .scalar_subquery()
)
IN_TURN = HANDLED.where(inbox.c.update_id == _first).returning(inbox.c.update_id)
# Their numbers stay until they are pruned, so that none is handled a second time.
FORGET = (
    update(inbox)
    .where(inbox.c.chat_id == bindparam("chat"), inbox.c.handled_at.is_not(None))
    .values(chat_id=0, payload=None)
)
PRUNE = delete(inbox).where(inbox.c.handled_at < bindparam("before"))
_COLUMNS = ("update_id", "chat_id", "payload", "received_at", "lease_until")
STORE = Insert(lambda insert_into: insert_into(inbox).on_conflict_do_nothing())


class NotYet(Exception):
    """An older update of the chat waits to be handled; this one comes after it."""


class Inbox:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def store(self, updates: Iterable[tuple[int, int, Mapping[str, Any]]], now: datetime) -> None:
        """Remember (update id, chat id or 0, payload), each left to the caller for a LEASE.

        An update seen before changes nothing.
        """
        rows = [dict(zip(_COLUMNS, (*each, now, now + LEASE), strict=True)) for each in updates]
        self._transaction.run_all(STORE, rows)

    def adopt(self, now: datetime, limit: int) -> list[dict[str, Any]]:
        """Payloads of open updates that nobody holds, oldest first; now the caller does."""
        values = {"before": now, "until": now + LEASE, "limit": limit}
        found = self._transaction.rows(ADOPT, values)
        return [row["payload"] for row in sorted(found, key=itemgetter("update_id"))]

    def release(self, now: datetime) -> None:
        """Take every open update from whoever held it, as when they are known to be gone."""
        self._transaction.run(RELEASE, {"now": now})

    def claim(self, update_id: int, now: datetime, fault: str | None = None) -> bool:
        """Whether this update still wanted handling; with this transaction it is handled.

        Raises NotYet while an older one of the same chat is open, wherever it waits.
        """
        values = {"id": update_id, "now": now, "fault": fault}
        if self._transaction.first(IN_TURN, values):
            return True
        first = self._transaction.value(FIRST, {"id": update_id})
        if first is not None and first < update_id:
            raise NotYet(f"update {first} comes before update {update_id}")
        if first is not None:  # the one before it ended while we waited for its row
            self._transaction.run(HANDLED, values)
        return first is not None

    def handled(self, update_id: int, now: datetime, fault: str | None = None) -> None:
        """Nobody has to handle it any more; `fault` says why nobody could."""
        self._transaction.run(HANDLED, {"id": update_id, "now": now, "fault": fault})

    def leave_out(self, update_ids: Iterable[int], now: datetime) -> None:
        """Nobody has to handle these: their chat said too much at once."""
        rows = [{"id": each, "now": now, "fault": None} for each in update_ids]
        self._transaction.run_all(HANDLED, rows)

    def forget(self, chat_id: int) -> None:
        """Whose updates these were; what was written after that is still to be handled."""
        self._transaction.run(FORGET, {"chat": chat_id})

    def prune(self, now: datetime) -> None:
        self._transaction.run(PRUNE, {"before": now - KEPT})
