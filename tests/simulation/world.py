"""A small world around the delivery engine: its clock, its disk, its Telegram, its replicas."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, delete, insert, select
from telegram.error import (
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.chart_messages import ChartMessages
from bot.delivery.chat_rate import ChatRate
from bot.delivery.deliver import MessageDelivery
from bot.delivery.picture_messages import PictureMessages
from bot.delivery.sender import Sender
from bot.delivery.voice_messages import VoiceMessages
from bot.dispatch import due_reminders
from bot.gateway.transport import CallFailed, NotDelivered
from scheduler.planning.heartbeat import Heartbeat
from storage.database.tables import budget, metadata, outbox, reminders
from storage.database.threads import translated
from storage.database.transaction import Transaction
from storage.store import Store, Unavailable

BEGAN = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)  # a week before Europe changes its clocks
RATE = 4.0
NETWORK = 0.05  # seconds there, and the same back
BEAT = 15.0  # seconds; what a beat finds does not depend on how often it looked in vain


@dataclass
class Disk:
    """The database behind the loop's back: a story is at once done or not, and may be refused."""

    engine: Engine
    away: bool = False
    slow: float = 0.0  # seconds until a result comes home

    async def run(self, job: Callable[[Transaction], Any]) -> Any:
        await asyncio.sleep(0)  # a crash may come before
        if self.away:
            raise Unavailable("OperationalError")
        with translated(), self.engine.begin() as connection:
            result = job(Transaction(connection))
        await asyncio.sleep(self.slow)  # or just after, when nobody hears of the result
        return result

    def close(self) -> None:
        """Nothing to close: the engine is shared."""


@dataclass
class Telegram:
    """Delivers, refuses, and lets calls vanish before or after they took effect."""

    dice: random.Random
    now: Callable[[], datetime]
    faults: float = 0.0
    heard: list[tuple[datetime, int, str]] = field(default_factory=list)
    doubtful: Counter[str] = field(default_factory=Counter)  # delivered, and nobody can know

    async def deliver(self, _method: str, fields: Mapping[str, Any]) -> None:
        chat_id, text = fields["chat_id"], fields["text"]
        await asyncio.sleep(NETWORK)
        fault = self._fault() if self.dice.random() < self.faults else None
        if fault is None or isinstance(fault, TimedOut):
            self.heard.append((self.now(), chat_id, text))
            self.doubtful[text] += fault is not None
        await asyncio.sleep(NETWORK)
        if fault:
            raise fault

    def _fault(self) -> TelegramError:
        return self.dice.choice(
            [
                RetryAfter(self.dice.randint(1, 20)),
                CallFailed("HTTP 502"),
                NotDelivered("refused"),
                TimedOut("after it was delivered"),
                NetworkError("cut before it was delivered"),
            ]
        )


class Replica:
    """One process: a sender and a heartbeat on the shared database, until it is killed."""

    def __init__(self, world: "World") -> None:
        self.world = world
        self.sender = Sender(
            MessageDelivery(
                world.telegram,
                world.now,
                PictureMessages(world.telegram, None),
                ChartMessages(world.telegram, None),
                VoiceMessages(world.telegram, None),
            ),
            world.store,
            world.tell,
            world.now,
            rate=RATE,
            pace=ChatRate(),
        )
        self.heartbeat = Heartbeat(
            world.store, world.now, RATE, self.sender.wake, lambda _work, _now: None
        )
        self.tasks = [asyncio.create_task(each()) for each in (self.sender.run, self._beats)]

    async def _beats(self) -> None:
        while True:
            with suppress(Unavailable):  # as the metronome does: the next beat tries again
                await self.heartbeat.beat()
            await asyncio.sleep(BEAT)

    async def kill(self) -> None:
        """As kill -9 does: nothing is tidied up, whatever was in flight is on its own."""
        tasks = [*self.tasks, *self.sender._flying]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class World:
    """Everything of one history; `dice` decides all that is left to chance."""

    def __init__(self, store: Store, dice: random.Random, remind: due_reminders.Remind) -> None:
        self.dice = dice
        self.remind = remind
        self.store = store
        self.skipped = timedelta(0)
        self.telegram = Telegram(dice, self.now)
        self.replicas: list[Replica] = []
        store._threads = self.disk = Disk(store.engine)
        with store.engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
            connection.execute(insert(budget), {"id": 1, "free_at": BEGAN})

    def now(self) -> datetime:
        return BEGAN + self.skipped + timedelta(seconds=asyncio.get_running_loop().time())

    def tell(self, work: Any, due_message: Any, now: datetime) -> Any:
        return due_reminders.tell(self.remind, None, work, due_message, now)  # type: ignore[arg-type]

    def start(self, replicas: int) -> None:
        self.replicas += [Replica(self) for _ in range(replicas)]

    def doubt(self) -> None:
        """Whatever is in flight now may arrive once more: nobody will know what became of it."""
        in_flight = select(outbox.c.payload).where(
            outbox.c.state == "waiting", outbox.c.lease_until.is_not(None)
        )
        with self.store.engine.connect() as connection:
            found = connection.execute(in_flight).scalars()
            self.telegram.doubtful.update(each["text"] for each in found if "text" in each)

    async def go_away(self) -> None:
        """The database answers nobody, until every lease has run out."""
        self.disk.away = True
        await asyncio.sleep(1)  # what was in flight lands
        self.doubt()
        self.skipped += timedelta(minutes=2)
        self.disk.away = False

    def step(self, span: timedelta) -> None:
        """The clock is put forward or back."""
        self.doubt()
        self.skipped += span

    async def kill(self) -> None:
        self.doubt()
        if self.replicas:
            victim = self.dice.choice(self.replicas)
            self.replicas.remove(victim)
            await victim.kill()

    def next_event(self) -> datetime | None:
        """When something is due next, for a world that has nothing to do until then."""
        with self.store.engine.connect() as connection:
            due = connection.execute(
                select(reminders.c.next_due)
                .where(reminders.c.next_due.is_not(None))
                .order_by(reminders.c.next_due)
                .limit(1)
            ).scalar()
            waits = [
                max(each.due_at, each.lease_until or each.due_at)
                for each in connection.execute(
                    select(outbox.c.due_at, outbox.c.lease_until).where(outbox.c.state == "waiting")
                )
            ]
        return min([*waits, *([due] if due else [])], default=None)

    async def tick(self) -> None:
        """A moment goes by."""
        await asyncio.sleep(0.1)

    async def rest(self) -> None:
        """Until nothing is in flight."""
        while any(each.sender._flying or each.sender._landed for each in self.replicas):  # noqa: ASYNC110
            await asyncio.sleep(0.5)

    async def pass_on(self, at_most: timedelta) -> None:
        """Once nothing is in flight, skip to the next event; then live through it."""
        await self.rest()
        event = self.next_event()
        if event and event > self.now():
            self.skipped += min(event - self.now(), at_most)
        await asyncio.sleep(self.dice.uniform(1, 12))
