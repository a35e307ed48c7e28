"""Secret addresses under which a calendar follows a runner's plan: one for each who wants it.

Only a hash of the secret is kept, so that whoever reads a backup opens nothing with it.
"""

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.database.tables import calendar_feeds
from storage.database.transaction import Insert, Transaction

BYTES = 24  # of chance in a secret; nobody guesses it
_of = calendar_feeds.c.runner_id == bindparam("runner")


def _open(insert_into: Any) -> Any:
    statement = insert_into(calendar_feeds)
    new = {name: statement.excluded[name] for name in ("secret_hash", "since")}
    return statement.on_conflict_do_update(index_elements=["runner_id"], set_=new)


OPEN = Insert(_open)
SINCE = select(calendar_feeds.c.since).where(_of)
WHOSE = select(calendar_feeds.c.runner_id).where(
    calendar_feeds.c.secret_hash == bindparam("secret_hash")
)
CLOSE = delete(calendar_feeds).where(_of)


class CalendarFeeds:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def open(self, runner_id: int, now: datetime) -> str:
        """A new secret; one from before leads nowhere any more."""
        secret = token_urlsafe(BYTES)
        values = {"runner_id": runner_id, "secret_hash": _hash(secret), "since": now}
        self._transaction.run(OPEN, values)
        return secret

    def since(self, runner_id: int) -> datetime | None:
        """When the address was made; None where there is none."""
        found: datetime | None = self._transaction.value(SINCE, {"runner": runner_id})
        return found

    def whose(self, secret: str) -> int | None:
        found: int | None = self._transaction.value(WHOSE, {"secret_hash": _hash(secret)})
        return found

    def close(self, runner_id: int) -> None:
        self._transaction.run(CLOSE, {"runner": runner_id})


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
