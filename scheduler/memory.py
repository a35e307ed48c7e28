"""What the heartbeat needs of memory, in its own words."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do for a runner at an instant.

    `slot` says what kind ("daily", "snooze", "hold"); a runner has one of each. `due` is in
    UTC, and None while the slot rests; `day` is the local date that the occurrence is meant for.
    """

    runner_id: int
    slot: str
    due: datetime | None
    day: date | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def first_due(self) -> datetime | None:
        """When it was due before any attempt to serve it failed."""
        first = self.data.get("first_due")
        return datetime.fromisoformat(first) if first else self.due


class Reminders(Protocol):
    def claim(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """Due reminders, held for this transaction and passed over by other replicas."""

    def plan(self, reminder: Reminder) -> None:
        """Set the slot's next occurrence, in place of whatever it held."""

    def rest(self, runner_id: int, slot: str) -> None:
        """The slot has nothing left to do; its data stay."""


class Work(Protocol):
    @property
    def reminders(self) -> Reminders: ...

    def attempt(self) -> AbstractContextManager[object]:
        """A part of the transaction that may fail alone."""


class Memory(Protocol):
    async def run(self, story: Callable[[Any], T]) -> T:
        """Run `story` in one transaction."""
