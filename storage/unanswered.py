"""What nobody understood, for authors: words and a time, and nothing of who wrote them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from storage.tables import unanswered

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that was not understood, how often it came, and when last."""

    text: str
    count: int
    last: datetime


class Unanswered:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, text: str, now: datetime) -> None:
        self._connection.execute(insert(unanswered), {"text": text, "heard_at": now})

    def heard(self) -> list[Heard]:
        """All of them, the most frequent first."""
        count, last = func.count(), func.max(unanswered.c.heard_at)
        query = select(unanswered.c.text, count, last).group_by(unanswered.c.text)
        rows = self._connection.execute(query.order_by(count.desc(), last.desc()))
        return [Heard(*row) for row in rows]

    def prune(self, now: datetime) -> None:
        """Forget what is older than 30 days."""
        self._connection.execute(delete(unanswered).where(unanswered.c.heard_at < now - KEPT))
