"""From the outbox to Telegram: letters leave in turn, within one budget, and are settled."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.chat_rate import ChatRate, Gate
from bot.delivery.deliver import DELETED, MessageDelivery
from scheduler.planning.budget import AHEAD, LATE, LONGEST_LAG, reserve, slowed
from scheduler.reminders.slots import HOLD
from storage.queries.outbox import DUE_REMINDER, OutboxMessage, Outcome
from storage.store import Store, Unavailable, UnitOfWork

IN_FLIGHT = 128
IDLE = 1.0  # seconds between looks when nobody wakes the sender
PATIENCE = 5  # times that a story is tried
CALMING = 0.8  # of a lag is still expected a turn later

log = logging.getLogger(__name__)
Told = Callable[[UnitOfWork, OutboxMessage, datetime], OutboxMessage | None]
Flight = Coroutine[Any, Any, None]


class Sender:
    """Claims letters: `tell` puts words to occasions, and the courier takes what has words.

    Each letter is a task of its own, so a slow answer holds up nobody else. What became of them
    is written down by the next turn, in the transaction that claims new ones.
    """

    def __init__(
        self,
        delivery: MessageDelivery,
        store: Store,
        tell: Told,
        now: Callable[[], datetime],
        *,
        rate: float,
        pace: ChatRate,
    ) -> None:
        self._courier = delivery
        self._store = store
        self._tell = tell
        self._now = now
        self._rate = rate
        self._pace = pace
        self._gate = Gate()
        self._lag = timedelta(0)  # from a turn's look at the clock until its letters can fly
        self._late = timedelta(0)  # the most that one of them was late since
        self._flying: set[asyncio.Task[None]] = set()
        self._landed: list[tuple[OutboxMessage, Outcome]] = []
        self._woken = asyncio.Event()
        self._listeners: list[asyncio.Future[None]] = []

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._woken.clear()
            listeners = len(self._listeners)
            pause = await self._turn()
            if pause and not (self._flying or self._landed or self._woken.is_set()):
                self._tell_idle(listeners)
            await self._rest(pause)

    async def idle(self) -> None:
        """Until a look that begins after this call has found nothing that may leave."""
        listener = asyncio.get_running_loop().create_future()
        self._listeners.append(listener)
        self.wake()
        await listener

    async def land(self, seconds: float) -> None:
        """Wait for the calls in flight, and write down what became of them."""
        if self._flying:
            await asyncio.wait(self._flying, timeout=seconds)
        await self._store.run(self._settle)

    def _tell_idle(self, count: int) -> None:
        for listener in self._listeners[:count]:
            if not listener.done():
                listener.set_result(None)
        del self._listeners[:count]

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for may lose a cancellation here
                await self._woken.wait()

    async def _turn(self) -> float:
        """Settle, claim, let fly; the seconds until another look is worth while."""
        try:
            settled, flights, pause, looked = await self._store.run(self._exchange)
        except Unavailable:
            log.warning("the database does not answer; trying again in a second")
            return IDLE
        except Exception:  # whatever it is, others still want their messages
            log.exception("a turn failed; what it claimed is free again")
            return IDLE
        took = self._now() - looked if flights else timedelta(0)  # an idle look tells of no flight
        lag = took + self._late
        self._lag, self._late = min(max(lag, self._lag * CALMING), LONGEST_LAG), timedelta(0)
        del self._landed[:settled]
        for flight in flights:
            task = asyncio.create_task(flight)
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        return pause

    def _exchange(self, work: UnitOfWork) -> tuple[int, list[Flight], float, datetime]:
        settled = self._settle(work)
        now = self._now()
        room = IN_FLIGHT - len(self._flying)
        rate = slowed(self._rate, self._pace.flooded_at, now)
        free_at, paused_until = work.outbox.budget()
        places = reserve(free_at, now + self._lag, room, rate, paused_until)
        queued = work.outbox.claim(now, places.count) if places.count else []
        flights, taken, looks = [], 0, []
        for outgoing in queued:
            if outgoing.method == DUE_REMINDER:
                flights.append(self._word(outgoing))
            elif self._pace.free(outgoing.chat_id, now) > now:
                looks.append(self._put_off(work, outgoing, now))
            else:
                self._pace.spend(outgoing.chat_id, places[taken])
                flights.append(self._fly(outgoing, places[taken], places.interval))
                taken += 1
        if taken:
            work.outbox.spend(places[taken])
        if len(queued) == places.count < room:  # more may wait, but not for a place
            looks.append(places[taken] - AHEAD / 2)
        pause = min([(each - now).total_seconds() for each in looks], default=IDLE)
        return settled, flights, min(max(pause, 0), IDLE), now

    def _put_off(self, work: UnitOfWork, outgoing: OutboxMessage, now: datetime) -> datetime:
        """The chat has heard much just now, and the place is somebody else's."""
        free = self._pace.free(outgoing.chat_id, now)
        work.outbox.settle([Outcome(outgoing.id, "waiting", again_at=free)], now)
        return free

    def _settle(self, work: UnitOfWork) -> int:
        now = self._now()
        landed = list(self._landed)
        work.outbox.settle([outcome for _, outcome in landed], now)
        for outgoing, outcome in landed:
            self._follow_up(work, outgoing, outcome, now)
        return len(landed)

    def _follow_up(
        self, work: UnitOfWork, outgoing: OutboxMessage, outcome: Outcome, now: datetime
    ) -> None:
        if outcome.error == DELETED and outgoing.chat_id:  # it would count on for nobody
            work.reminders.rest(outgoing.chat_id, HOLD)
        elif outcome.error and outcome.again_at is None:
            log.warning("letter %s (%s): %s", outgoing.id, outgoing.method, outcome.error)
        if outcome.state == "refused" and outgoing.chat_id:
            work.outbox.drop_chat(outgoing.chat_id)
            work.runners.switch_off(outgoing.chat_id, now)
            work.reminders.rest_all(outgoing.chat_id)
        if outcome.moved_to and outgoing.chat_id:
            work.outbox.follow(outgoing.chat_id, outcome.moved_to)
        pause = outcome.again_at if outcome.error == "flood" else None
        if pause and self._pace.flooded(outgoing.chat_id, now):  # it is not just that one chat
            work.outbox.pause(pause)

    async def _word(self, due_message: OutboxMessage) -> None:
        """Let the story be told; what it says is a letter of its own from then on."""
        try:
            await self._store.run(lambda work: self._tell(work, due_message, self._now()))
        except Exception as error:  # one that can't be told must not keep others from going
            self._landed.append((due_message, self._untold(due_message, error)))
        self.wake()

    async def _fly(self, outgoing: OutboxMessage, departure: datetime, interval: timedelta) -> None:
        """Leave when it is time, unless that time has gone by and the place with it.

        Whatever else the machine has to do, a letter that was late often enough leaves.
        """
        ahead = (departure - self._now()).total_seconds()
        leaves = await self._gate.through(ahead, interval, LATE * outgoing.attempts)
        self._late = max(self._late, self._now() - departure)
        if leaves:
            outcome = await self._courier.deliver(outgoing)
        else:
            outcome = Outcome(outgoing.id, "waiting", again_at=self._now())
        self._landed.append((outgoing, outcome))
        self.wake()

    def _untold(self, outgoing: OutboxMessage, error: Exception) -> Outcome:
        if isinstance(error, Unavailable):
            log.warning("the database does not answer; letter %s waits", outgoing.id)
        else:
            log.error("letter %s can't be told", outgoing.id, exc_info=error)
        if outgoing.attempts < PATIENCE or isinstance(error, Unavailable):
            again_at = self._now() + timedelta(seconds=2.0**outgoing.attempts)
            return Outcome(outgoing.id, "waiting", again_at=again_at, error=type(error).__name__)
        return Outcome(outgoing.id, "dead", error=type(error).__name__)
