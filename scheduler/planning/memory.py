"""What the heartbeat needs of memory, in its own words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Away(Exception):
    """Memory can't be reached just now; nothing of what was asked has happened."""


class Priority(IntEnum):
    """Who goes first when more is to be said than may leave; the lowest number."""

    ANSWER = 0  # somebody waits for it
    TICK = 3  # somebody looks at a countdown
    REMINDER = 5
    RECAP = 7


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do for a runner at an instant.

    `slot` says what kind ("daily", "snooze", "hold"); a runner has one of each. `due` is in
    UTC, and None while the slot rests; `day` is the local date that the occurrence is meant for.
    `served` is the last local date whose occurrence was handed over or passed over, `handed` the
    instant of one that was handed over and not told yet.
    """

    runner_id: int
    slot: str
    due: datetime | None
    day: date | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    served: date | None = None
    handed: datetime | None = None
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Handover:
    """An occurrence on its way out: told when its turn to be sent comes, and only if it still
    makes sense then. `missed` counts the dates that are too late for that already.
    """

    reminder: Reminder
    due: datetime
    priority: Priority
    missed: int = 0


class ReminderMemory(Protocol):
    def claim(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """Due reminders, held for this transaction and passed over by other replicas."""

    def after(self, row: int, limit: int) -> Sequence[Reminder]:
        """Planned reminders with ids above `row`, in order, but for those that others hold."""

    def advance(self, reminders: Sequence[Reminder]) -> None:
        """Set what follows for reminders that were claimed."""

    def crowd(self, moment: datetime, within: timedelta, limit: int) -> int:
        """How many reminders are due within that distance of a moment; `limit` at most."""


class SettingsMemory(Protocol):
    """What all replicas have to agree on, as names and values."""

    def get(self, key: str) -> str | None: ...

    def keep(self, key: str, value: str) -> None: ...


class OutboxMemory(Protocol):
    def hand_over(self, occurrences: Sequence[Handover], now: datetime) -> None:
        """Queue occurrences; each is known by its runner, slot and local date, and comes once."""


class PlanningWork(Protocol):
    @property
    def reminders(self) -> ReminderMemory: ...

    @property
    def outbox(self) -> OutboxMemory: ...

    @property
    def shared_settings(self) -> SettingsMemory: ...


class Memory(Protocol):
    async def run(self, story: Callable[[Any], T]) -> T:
        """Run `story` in one transaction."""
