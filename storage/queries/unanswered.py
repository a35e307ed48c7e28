"""What nobody understood, for authors: words and a time, and nothing of who wrote them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select

from storage.database.tables import unanswered
from storage.database.transaction import Transaction

KEPT = timedelta(days=30)

KEEP = insert(unanswered)
_count, _last = func.count().label("count"), func.max(unanswered.c.heard_at).label("last")
HEARD = (
    select(unanswered.c.text, _count, _last)
    .group_by(unanswered.c.text)
    .order_by(_count.desc(), _last.desc())
)
PRUNE = delete(unanswered).where(unanswered.c.heard_at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that was not understood, how often it came, and when last."""

    text: str
    count: int
    last: datetime


class Unanswered:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def keep(self, text: str, now: datetime) -> None:
        self._transaction.run(KEEP, {"text": text, "heard_at": now})

    def heard(self) -> list[Heard]:
        """All of them, the most frequent first."""
        return [Heard(**row) for row in self._transaction.rows(HEARD)]

    def prune(self, now: datetime) -> None:
        """Forget what is older than 30 days."""
        self._transaction.run(PRUNE, {"before": now - KEPT})
