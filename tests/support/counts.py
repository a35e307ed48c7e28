"""What stands in the tables, counted: only tests ask."""

from sqlalchemy import func, select

from storage.database.tables import inbox, outbox
from storage.store import UnitOfWork

HANDLED = select(func.count()).where(inbox.c.handled_at.is_not(None))


def handled(work: UnitOfWork) -> int:
    """How many updates nobody has to handle any more."""
    count: int = work.transaction.value(HANDLED)
    return count


def written(work: UnitOfWork, method: str, text: str = "") -> int:
    """How many messages of that method with that text in them were ever written."""
    rows = work.transaction.rows(select(outbox.c.payload).where(outbox.c.method == method))
    return sum(text in row["payload"].get("text", "") for row in rows)
