"""What Prometheus can read: counts and ages, never a name or an id of a runner."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeAlias

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)

from scheduler.planning.forecast import Hour
from scheduler.reminders.slots import HOLD
from storage.queries.operations import Backlog, OperationFigures
from storage.queries.outbox import FLOOD, OutboxMessage, Outcome
from storage.store import UnitOfWork

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)

# Counted by each process.
UPDATES = Counter(
    "limber_updates",
    "Updates by outcome: handled, failed, again, or left_out of a flood",
    ["outcome"],
    registry=REGISTRY,
)
LETTERS = Counter(
    "limber_letters",
    "Messages by outcome: sent, refused, dropped, missed, dead, unsure, or to be retried:"
    " flood, again, and again_unsure for what may have arrived",
    ["outcome"],
    registry=REGISTRY,
)
LATENESS = Histogram(
    "limber_reminder_lateness_seconds",
    "From when a reminder was due until it was told, to be sent at once",
    buckets=(1, 2, 5, 15, 60, 300, 600, 1800, 3600, 10800),
    registry=REGISTRY,
)
HEARTBEAT = Gauge(
    "limber_heartbeat_age_seconds", "Since the last beat of this process", registry=REGISTRY
)
RATE = Gauge("limber_send_rate", "Messages a second that may leave", registry=REGISTRY)
DATABASE = Gauge("limber_database_up", "Whether the database answers", registry=REGISTRY)
PICTURES = Gauge(
    "limber_pictures_up", "Whether the last picture or chart could be drawn", registry=REGISTRY
)
PICTURES.set(1)

# Read from the database, so every replica shows the same.
_WAITING = {
    "updates": "Updates that are not handled yet",
    "reminders_overdue": "Reminders that are due and not planned yet",
}
_COUNTS = {
    name: Gauge(f"limber_{name}_waiting", f"{meaning}, all replicas", registry=REGISTRY)
    for name, meaning in _WAITING.items()
}
_AGES = {
    name: Gauge(f"limber_{name}_oldest_seconds", f"{meaning}: the oldest", registry=REGISTRY)
    for name, meaning in _WAITING.items()
}
OUTBOX = Gauge(
    "limber_outbox_waiting", "Messages that wait to leave", ["priority"], registry=REGISTRY
)
OUTBOX_AGE = Gauge(
    "limber_outbox_oldest_seconds", "The oldest of them", ["priority"], registry=REGISTRY
)
MISSED = Gauge(
    "limber_reminders_missed", "Reminders of eight days that came too late", registry=REGISTRY
)
DEAD = Gauge("limber_outbox_dead", "Messages that Telegram refuses as they are", registry=REGISTRY)
UNSURE = Gauge(
    "limber_outbox_unsure",
    "Messages given up that may have arrived",
    registry=REGISTRY,
)
FAILED = Gauge("limber_updates_set_aside", "Updates that failed, of two days", registry=REGISTRY)
FORECAST = Gauge(
    "limber_forecast_due", "Reminders due in the hours to come", ["hours"], registry=REGISTRY
)
FORECAST_WAIT = Gauge(
    "limber_forecast_wait_seconds", "How late the last of the next 24 h leaves", registry=REGISTRY
)

Tell: TypeAlias = Callable[[UnitOfWork, OutboxMessage, datetime], OutboxMessage | None]


def timed(tell: Tell) -> Tell:
    """The same, with the lateness of each reminder put on record."""

    def told(work: UnitOfWork, due_message: OutboxMessage, now: datetime) -> OutboxMessage | None:
        outgoing = tell(work, due_message, now)
        if outgoing and due_message.payload["slot"] != HOLD:
            late = now - datetime.fromisoformat(due_message.payload["moment"])
            LATENESS.observe(max(late.total_seconds(), 0))
        return outgoing

    return told


def count(outcome: Outcome) -> None:
    """Put on record what became of a message."""
    retried = "again_unsure" if outcome.unsure else "again"
    if outcome.error == FLOOD:
        retried = FLOOD
    LETTERS.labels(retried if outcome.again_at else outcome.state).inc()


def show(figures: OperationFigures) -> None:
    """Take over what the database says."""
    _backlog("updates", figures.updates)
    _backlog("reminders_overdue", figures.overdue)
    OUTBOX.clear()
    OUTBOX_AGE.clear()
    for priority, queued in figures.queued.items():
        OUTBOX.labels(priority).set(queued.count)
        OUTBOX_AGE.labels(priority).set(queued.age.total_seconds())
    MISSED.set(figures.missed)
    DEAD.set(figures.dead)
    UNSURE.set(figures.unsure)
    FAILED.set(figures.failed)


def show_forecast(hours: Iterable[Hour], now: datetime) -> None:
    """Take over what the next day brings, told by whole hours from now."""
    hours = list(hours)
    this_hour = now.replace(minute=0, second=0, microsecond=0)
    due = {(hour.start - this_hour) // timedelta(hours=1): hour.due for hour in hours}
    for ahead in range(25):
        FORECAST.labels(ahead).set(due.get(ahead, 0))
    longest = max((hour.wait for hour in hours), default=timedelta())
    FORECAST_WAIT.set(longest.total_seconds())


def _backlog(name: str, backlog: Backlog) -> None:
    _COUNTS[name].set(backlog.count)
    _AGES[name].set(backlog.age.total_seconds())


def pictures_up() -> bool:
    """Whether the last picture or chart could be drawn."""
    return bool(REGISTRY.get_sample_value("limber_pictures_up"))
