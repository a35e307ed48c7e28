"""Messages on their way out: written with the decision, sent after it is durable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    RowMapping,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import budget, outbox

LEASE = timedelta(seconds=60)  # longer than any send takes, timeouts included
KEPT = timedelta(days=8)  # an old reminder can still be liked


@dataclass(frozen=True, slots=True)
class Letter:
    """One call to make: a method of the bot by name, with its fields. Low `priority` goes first."""

    method: str
    payload: Mapping[str, Any]
    chat_id: int | None = None
    priority: int = 0
    label: str | None = None
    key: str | None = None
    expires_at: datetime | None = None
    id: int = 0
    attempts: int = 0


_waiting = outbox.c.state == "waiting"
_older = outbox.alias("older")
CLAIMABLE = (
    select(outbox)
    .where(
        _waiting,
        outbox.c.due_at <= bindparam("now"),
        or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < bindparam("now")),
        ~exists().where(
            and_(
                _older.c.chat_id == outbox.c.chat_id,
                _older.c.id < outbox.c.id,
                _older.c.state == "waiting",
            )
        ),
    )
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
LEASED = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(lease_until=bindparam("until"), attempts=outbox.c.attempts + 1)
)
SETTLED = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=bindparam("state"),
        message_id=bindparam("message"),
        sent_at=bindparam("now"),
        error=bindparam("error"),
        lease_until=None,
    )
)
LATER = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(due_at=bindparam("at"), lease_until=None, error=bindparam("error"))
)
RELEASE = update(outbox).where(_waiting, outbox.c.lease_until.is_not(None)).values(lease_until=None)
DROP_CHAT = (
    update(outbox)
    .where(outbox.c.chat_id == bindparam("chat"), _waiting)
    .values(state="dropped", lease_until=None)
)
LAST = (
    select(outbox.c.message_id)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.label == bindparam("label"),
        outbox.c.message_id.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
LABEL = select(outbox.c.label).where(
    outbox.c.chat_id == bindparam("chat"), outbox.c.message_id == bindparam("message")
)
WAITING = select(outbox.c.id).where(_waiting, outbox.c.due_at <= bindparam("now")).limit(1)
COUNT = select(func.count()).where(outbox.c.method == bindparam("method"))
PRUNE = delete(outbox).where(outbox.c.sent_at < bindparam("before"), ~_waiting)
FORGET = delete(outbox).where(outbox.c.chat_id == bindparam("chat"))
POST = {
    "sqlite": sqlite.insert(outbox).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(outbox).on_conflict_do_nothing(),
}
FREE_AT = select(budget.c.free_at).where(budget.c.id == 1).with_for_update()
SPEND = update(budget).where(budget.c.id == 1).values(free_at=bindparam("free"))


class Outbox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def post(self, letters: Iterable[Letter], now: datetime) -> None:
        """Queue letters in order. One whose key was used before is silently left out."""
        rows = [_row(letter, now) for letter in letters]
        if rows:
            self._connection.execute(POST[self._connection.dialect.name], rows)

    def claim(self, now: datetime, limit: int) -> list[Letter]:
        """Letters to send now, leased to the caller: each chat's oldest only, urgent first."""
        found = self._connection.execute(CLAIMABLE, {"now": now, "limit": limit}).mappings()
        letters = [_letter(row) for row in found]
        if letters:
            leases = [{"row": letter.id, "until": now + LEASE} for letter in letters]
            self._connection.execute(LEASED, leases)
        return letters

    def settle(self, outcomes: Sequence["Outcome"], now: datetime) -> None:
        for outcome in outcomes:
            if outcome.again_at:
                values = {"row": outcome.id, "at": outcome.again_at, "error": outcome.error}
                self._connection.execute(LATER, values)
            else:
                values = {
                    "row": outcome.id,
                    "state": outcome.state,
                    "message": outcome.message_id,
                    "now": now,
                    "error": outcome.error,
                }
                self._connection.execute(SETTLED, values)

    def release(self) -> None:
        """Free every lease. Only for one who knows that no other process sends."""
        self._connection.execute(RELEASE)

    def drop_chat(self, chat_id: int) -> None:
        self._connection.execute(DROP_CHAT, {"chat": chat_id})

    def last(self, chat_id: int, label: str) -> int | None:
        """The id of the newest message of that kind in the chat."""
        return self._connection.execute(LAST, {"chat": chat_id, "label": label}).scalar()

    def label(self, chat_id: int, message_id: int) -> str | None:
        found = self._connection.execute(LABEL, {"chat": chat_id, "message": message_id})
        return found.scalars().first()

    def waiting(self, now: datetime) -> bool:
        return self._connection.execute(WAITING, {"now": now}).first() is not None

    def free_at(self) -> datetime:
        """When the shared budget next allows a message; the row is held until the end."""
        free: datetime = self._connection.execute(FREE_AT).scalar_one()
        return free

    def spend(self, free_at: datetime) -> None:
        self._connection.execute(SPEND, {"free": free_at})

    def count(self, method: str) -> int:
        """How many letters of that method were ever written, for those who check the books."""
        return self._connection.execute(COUNT, {"method": method}).scalar_one()

    def forget(self, chat_id: int) -> None:
        self._connection.execute(FORGET, {"chat": chat_id})

    def prune(self, now: datetime) -> None:
        self._connection.execute(PRUNE, {"before": now - KEPT})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter: a final state, or a time to try again."""

    id: int
    state: str = "sent"
    message_id: int | None = None
    again_at: datetime | None = None
    error: str | None = None


def _row(letter: Letter, now: datetime) -> dict[str, Any]:
    return {
        "chat_id": letter.chat_id,
        "priority": letter.priority,
        "method": letter.method,
        "payload": dict(letter.payload),
        "label": letter.label,
        "key": letter.key,
        "due_at": now,
        "expires_at": letter.expires_at,
        "state": "waiting",
    }


def _letter(row: RowMapping) -> Letter:
    fields = ("method", "payload", "chat_id", "priority", "label", "key", "expires_at", "id")
    return Letter(**{name: row[name] for name in fields}, attempts=row["attempts"] + 1)
