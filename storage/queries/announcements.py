"""Who gets news, and news that have not left yet."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from storage.database.tables import outbox, runners
from storage.database.transaction import Transaction

LABEL = "news"


class Announcements:
    def __init__(self, transaction: Transaction) -> None:
        self._connection = transaction.connection

    def agreed(self, after: int, limit: int) -> Sequence[int]:
        """Runners who want news and can be reached, so many after that one."""
        wanted = runners.c.answers["news"].as_boolean().is_(True)
        query = select(runners.c.id).where(wanted, runners.c.off_since.is_(None))
        chosen = query.where(runners.c.id > after).order_by(runners.c.id).limit(limit)
        return self._connection.execute(chosen).scalars().all()

    def stop(self) -> int:
        """What waits is not sent any more; how much that was."""
        waiting = (outbox.c.label == LABEL, outbox.c.state == "waiting")
        return self._connection.execute(delete(outbox).where(*waiting)).rowcount
