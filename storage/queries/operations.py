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
    .where(outbox.c.state.in_(["dead", "missed"]))
    .group_by(outbox.c.state)
)
OVERDUE = select(func.count(), func.min(reminders.c.next_due)).where(
    reminders.c.next_due <= bindparam("now")
)
DEAD_LETTERS = (
    select(outbox.c.id, outbox.c.method, outbox.c.due_at, outbox.c.error)
    .where(_dead)
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)
REPLAY_ALL = (
    update(outbox)
    .where(_dead)
    .values(state="waiting", due_at=bindparam("now"), lease_until=None, attempts=0, error=None)
)
REPLAY = REPLAY_ALL.where(outbox.c.id.in_(bindparam("ids", expanding=True)))
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
    """How Limber is doing. `letters` by priority, low goes first; the last three are numbers.

    `failed` counts updates of two days, `missed` reminders of eight that we were too late for,
    `dead` letters of any age.
    """

    updates: Backlog
    overdue: Backlog
    queued: dict[int, Backlog]
    failed: int
    dead: int
    missed: int

    @property
    def outbox(self) -> Backlog:
        """Letters of all priorities together."""
        parts = self.queued.values()
        age = max((each.age for each in parts), default=timedelta())
        return Backlog(sum(each.count for each in parts), age)


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that Telegram refuses as it stands. Its words are left out on purpose."""

    id: int
    method: str
    due_at: datetime
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

    def dead_letters(self, limit: int) -> list[DeadLetter]:
        """The oldest first."""
        found = self._connection.execute(DEAD_LETTERS, {"limit": limit})
        return [DeadLetter(id_, method, at, error or "") for id_, method, at, error in found]

    def replay(self, ids: Sequence[int] | None, now: datetime) -> int:
        """Send dead letters once more, all of them without `ids`; returns how many there were."""
        if ids is None:
            return self._connection.execute(REPLAY_ALL, {"now": now}).rowcount
        return self._connection.execute(REPLAY, {"now": now, "ids": list(ids)}).rowcount


def _backlog(now: datetime, count: int, oldest: datetime | None) -> Backlog:
    return Backlog(count, max(now - oldest, timedelta()) if oldest else timedelta())


def _instant(minute: Any) -> datetime:
    if isinstance(minute, datetime):
        return minute.astimezone(UTC)
    return datetime.fromisoformat(minute).replace(tzinfo=UTC)
