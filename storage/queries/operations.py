"""What operators ask: how much waits, what has failed, and what the next day brings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update

from scheduler.planning.forecast import AHEAD, Due
from storage.database.tables import inbox, outbox, reminders, runners
from storage.database.transaction import Transaction

_waiting, _dead = outbox.c.state == "waiting", outbox.c.state == "dead"
_unsure = outbox.c.state == "unsure"
UPDATES = select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.handled_at.is_(None))
FAILED = select(func.count()).where(inbox.c.failed.is_not(None))
LETTERS = (
    select(outbox.c.priority, func.count(), func.min(outbox.c.due_at))
    .where(_waiting)  # those that are put off after a fault, too
    .group_by(outbox.c.priority)
    .order_by(outbox.c.priority)
)
LOST = (
    select(outbox.c.state, func.count())
    .where(outbox.c.state.in_(["dead", "missed", "unsure"]))
    .group_by(outbox.c.state)
)
OVERDUE = select(func.count(), func.min(reminders.c.next_due)).where(
    reminders.c.next_due <= bindparam("now")
)
UNSENT = (
    select(outbox.c.id, outbox.c.method, outbox.c.due_at, outbox.c.state, outbox.c.error)
    .where(_dead | _unsure)
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)
_REPLAY = update(outbox).values(
    state="waiting",
    due_at=bindparam("now"),
    lease_until=None,
    attempts=0,
    unsure_sends=0,
    error=None,
)
REPLAY_ALL = _REPLAY.where(outbox.c.state == bindparam("from_state"))
REPLAY = _REPLAY.where(_dead | _unsure, outbox.c.id.in_(bindparam("ids", expanding=True)))
_minute = {
    "sqlite": func.substr(reminders.c.next_due, 1, 16),
    "postgresql": func.date_trunc("minute", reminders.c.next_due),
}


@dataclass(frozen=True, slots=True)
class Backlog:
    """So many wait, the oldest for so long."""

    count: int = 0
    age: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class OperationFigures:
    """How Limber is doing. `letters` by priority, low goes first; the last four are numbers.

    `failed` counts updates of two days, `missed` reminders of eight that we were too late for,
    `dead` and `unsure` letters of any age.
    """

    updates: Backlog
    overdue: Backlog
    queued: dict[int, Backlog]
    failed: int
    dead: int
    unsure: int
    missed: int

    @property
    def outbox(self) -> Backlog:
        """Letters of all priorities together."""
        parts = self.queued.values()
        age = max((each.age for each in parts), default=timedelta())
        return Backlog(sum(each.count for each in parts), age)


@dataclass(frozen=True, slots=True)
class UnsentLetter:
    """A message that was given up. Its words are left out on purpose.

    `dead`: Telegram refuses it as it stands; `unsure`: it was sent twice and may have arrived.
    """

    id: int
    method: str
    due_at: datetime
    state: str
    error: str


class Operations:
    """Queries over everybody; none returns a name, an id of a runner or a word of a chat."""

    def __init__(self, transaction: Transaction) -> None:
        self._connection = transaction.connection  # rare, so as SQLAlchemy runs it

    def ping(self) -> None:
        """Whether the database answers at all."""
        self._connection.execute(select(1))

    def figures(self, now: datetime) -> OperationFigures:
        ask = self._connection.execute
        lost = {state: number for state, number in ask(LOST)}  # noqa: C416 - rows are no pairs to mypy
        return OperationFigures(
            updates=_backlog(now, *ask(UPDATES).one()),
            overdue=_backlog(now, *ask(OVERDUE, {"now": now}).one()),
            queued={
                priority: _backlog(now, count, oldest) for priority, count, oldest in ask(LETTERS)
            },
            failed=ask(FAILED).scalar_one(),
            dead=lost.get("dead", 0),
            unsure=lost.get("unsure", 0),
            missed=lost.get("missed", 0),
        )

    def due(self, now: datetime) -> list[Due]:
        """What is due from now on for a day, by minute and zone, in one grouped query."""
        minute = _minute[self._connection.dialect.name]
        statement = (
            select(minute.label("minute"), runners.c.zone, func.count())
            .join_from(reminders, runners)
            .where(reminders.c.next_due < now + AHEAD)
            .group_by("minute", runners.c.zone)
        )
        found = self._connection.execute(statement)
        return [Due(_instant(at), zone or "UTC", count) for at, zone, count in found]

    def unsent_letters(self, limit: int) -> list[UnsentLetter]:
        """The oldest first."""
        found = self._connection.execute(UNSENT, {"limit": limit})
        return [
            UnsentLetter(id_, method, at, state, error or "")
            for id_, method, at, state, error in found
        ]

    def replay_all(self, state: str, now: datetime) -> int:
        """Send all that are dead, or unsure, once more; returns how many there were."""
        values = {"now": now, "from_state": state}
        return self._connection.execute(REPLAY_ALL, values).rowcount

    def replay(self, ids: Sequence[int], now: datetime) -> int:
        """The same with those that are named."""
        return self._connection.execute(REPLAY, {"now": now, "ids": list(ids)}).rowcount


def _backlog(now: datetime, count: int, oldest: datetime | None) -> Backlog:
    return Backlog(count, max(now - oldest, timedelta()) if oldest else timedelta())


def _instant(minute: Any) -> datetime:
    if isinstance(minute, datetime):
        return minute.astimezone(UTC)
    return datetime.fromisoformat(minute).replace(tzinfo=UTC)
