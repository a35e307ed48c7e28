"""Which replicas are there: each says so every second, and what the gone held is freed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.database.tables import replicas
from storage.database.transaction import Insert, Transaction
from storage.queries.outbox_statements import RELEASE_OF_GONE


@dataclass(frozen=True, slots=True)
class Replica:
    """A process that works on this database, as it was seen last."""

    instance: str
    host: str
    pid: int
    seen_at: datetime


def _seen(insert_into: Any) -> Any:
    statement = insert_into(replicas)
    new = {"seen_at": statement.excluded.seen_at}
    return statement.on_conflict_do_update(index_elements=["instance"], set_=new)


SEEN = Insert(_seen)
ALL = select(replicas.c.instance, replicas.c.host, replicas.c.pid, replicas.c.seen_at)
REMOVE = delete(replicas).where(replicas.c.instance == bindparam("gone"))


class Replicas:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def seen(self, replica: Replica) -> None:
        """This one is there."""
        values = {name: getattr(replica, name) for name in ("instance", "host", "pid", "seen_at")}
        self._transaction.run(SEEN, values)

    def all(self) -> list[Replica]:
        return [Replica(**row) for row in self._transaction.rows(ALL)]

    def remove(self, instances: Sequence[str]) -> None:
        """These are gone: what they held may have been sent, and is anybody's."""
        self._transaction.run_all(REMOVE, [{"gone": each} for each in instances])
        self._transaction.run(RELEASE_OF_GONE)
