"""From the outbox to Telegram: messages leave in turn, within one budget, and are settled."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.chat_rate import ChatRate, Gate
from bot.delivery.circuit_breaker import CircuitBreaker, Landing
from bot.delivery.deliver import DELETED, MessageDelivery
from bot.delivery.send_budget import SendBudget
from scheduler.planning.budget import AHEAD, LATE, LONGEST_LAG, Places, slowed
from scheduler.reminders.slots import HOLD
from storage.queries.outbox import DUE_REMINDER, FLOOD, OutboxMessage, Outcome
from storage.store import Store, Unavailable, UnitOfWork

IN_FLIGHT = 128
IDLE = 1.0  # seconds between looks when nobody wakes the sender
PATIENCE = 5  # times that a message is worded
CALMING = 0.8  # of a lag is still expected a turn later

log = logging.getLogger(__name__)
Told = Callable[[UnitOfWork, OutboxMessage, datetime], OutboxMessage | None]
Flight = Coroutine[Any, Any, None]


class Sender:
    """Claims messages: `tell` words those that are due, and the delivery takes what has words.

    Each message is a task of its own, so a slow answer holds up nobody else. What became of them
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
        self._delivery = delivery
        self._store = store
        self._tell = tell
        self._now = now
        self._rate = rate
        self._pace = pace
        self._gate = Gate()
        self._budget = SendBudget()
        self._breaker = CircuitBreaker()
        self._lag = timedelta(0)  # from a turn's look at the clock until its messages can leave
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
        room = self._breaker.room(IN_FLIGHT - len(self._flying), len(self._flying), now)
        rate = slowed(self._rate, self._breaker.flooded_at, now)
        ready = now + self._lag
        places = self._budget.offer(work, ready, room, rate)
        queued = self._claim(work, places.count, now, ready + AHEAD) if places.count else []
        due = [each for each in queued if each.method == DUE_REMINDER]
        leaving, early = self._paced([e for e in queued if e.method != DUE_REMINDER], places, now)
        looks = [self._pace.free(each.chat_id, now) for each in early]
        more = len(queued) == places.count < room  # wait, perhaps, but not for a place
        places = replace(places, count=len(leaving))
        if leaving:
            places = self._budget.take(work, places, ready, rate)
        late = leaving[places.count :]  # other replicas were faster
        if more or late:
            looks.append(places[places.count] - AHEAD / 2)
        self._put_off(work, [*early, *late], now)
        flights = [self._word(each) for each in due]
        for place, outgoing in enumerate(leaving[: places.count]):
            flights.append(self._fly(outgoing, places[place], places.interval))
        pause = min([(each - now).total_seconds() for each in looks], default=IDLE)
        return settled, flights, min(max(pause, 0), IDLE), now

    def _claim(
        self, work: UnitOfWork, count: int, now: datetime, leaving: datetime
    ) -> list[OutboxMessage]:
        """What is due; while Telegram is away, else one of those that failed."""
        found = work.outbox.claim(now, count, leaving)
        if not found and self._breaker.open_until and work.outbox.bring_forward(now):
            found = work.outbox.claim(now, count, leaving)
        return found

    def _paced(
        self, queued: Sequence[OutboxMessage], places: Places, now: datetime
    ) -> tuple[list[OutboxMessage], list[OutboxMessage]]:
        """Those that may leave, and those whose chat has heard much just now."""
        leaving: list[OutboxMessage] = []
        early: list[OutboxMessage] = []
        for outgoing in queued:
            if self._pace.free(outgoing.chat_id, now) > now:
                early.append(outgoing)
            else:
                self._pace.spend(outgoing.chat_id, places[len(leaving)])
                leaving.append(outgoing)
        return leaving, early

    def _put_off(self, work: UnitOfWork, waiting: Sequence[OutboxMessage], now: datetime) -> None:
        """Until their chat is free; their places are somebody else's."""
        again = [(each.id, self._pace.free(each.chat_id, now)) for each in waiting]
        work.outbox.settle([Outcome(id_, "waiting", again_at=at) for id_, at in again], now)

    def _settle(self, work: UnitOfWork) -> int:
        now = self._now()
        landed = list(self._landed)
        work.outbox.settle([outcome for _, outcome in landed], now)
        for outgoing, outcome in landed:
            self._follow_up(work, outgoing, outcome, now)
        # Last, because it holds the budget, for which others wait with messages claimed.
        for outgoing, outcome in landed:
            self._learn(work, outgoing, outcome, now)
        return len(landed)

    def _learn(
        self, work: UnitOfWork, outgoing: OutboxMessage, outcome: Outcome, now: datetime
    ) -> None:
        """What this says of Telegram: whether that chat has to rest, or all have, or none."""
        landing = _landing(outgoing, outcome)
        if landing is None:
            return
        asked = outcome.again_at - now if outcome.again_at else timedelta(0)
        if landing is Landing.FLOODED:
            self._pace.pause(outgoing.chat_id, now + asked)
        before = self._breaker.open_until
        self._breaker.landed(landing, outgoing.chat_id, now, asked)
        after = self._breaker.open_until
        if before and not after:
            self._recover(work, now)
        elif landing is Landing.FLOODED and after:
            self._budget.pause(work, after)

    def _recover(self, work: UnitOfWork, now: datetime) -> None:
        """Telegram answers again: nobody has to wait for what is over."""
        if self._breaker.flooded:
            self._pace.resume()
        work.outbox.hurry(now, flooded=self._breaker.flooded)

    def _follow_up(
        self, work: UnitOfWork, outgoing: OutboxMessage, outcome: Outcome, now: datetime
    ) -> None:
        if outcome.error == DELETED and outgoing.chat_id:  # it would count on for nobody
            work.reminders.rest(outgoing.chat_id, HOLD)
        elif outcome.error and outcome.again_at is None:
            log.warning("message %s (%s): %s", outgoing.id, outgoing.method, outcome.error)
        if outcome.state == "refused" and outgoing.chat_id:
            work.outbox.drop_chat(outgoing.chat_id)
            work.runners.switch_off(outgoing.chat_id, now)
            work.reminders.rest_all(outgoing.chat_id)
        if outcome.moved_to and outgoing.chat_id:
            work.outbox.follow(outgoing.chat_id, outcome.moved_to)

    async def _word(self, due_message: OutboxMessage) -> None:
        """Let the story be told; what it says is a letter of its own from then on."""
        try:
            await self._store.run(lambda work: self._tell(work, due_message, self._now()))
        except Exception as error:  # one that can't be told must not keep others from going
            self._landed.append((due_message, self._untold(due_message, error)))
        self.wake()

    async def _fly(self, outgoing: OutboxMessage, departure: datetime, interval: timedelta) -> None:
        """Leave when it is time, unless that time has gone by and the place with it.

        Whatever else the machine has to do, a message that was late often enough leaves.
        """
        ahead = (departure - self._now()).total_seconds()
        leaves = await self._gate.through(ahead, interval, LATE * outgoing.attempts)
        self._late = max(self._late, self._now() - departure)
        if leaves:
            outcome = await self._delivery.deliver(outgoing)
        else:
            outcome = Outcome(outgoing.id, "waiting", again_at=self._now())
        self._landed.append((outgoing, outcome))
        self.wake()

    def _untold(self, outgoing: OutboxMessage, error: Exception) -> Outcome:
        if not isinstance(error, Unavailable):
            log.error("message %s can't be told", outgoing.id, exc_info=error)
        if outgoing.attempts < PATIENCE or isinstance(error, Unavailable):
            again_at = self._now() + timedelta(seconds=2.0**outgoing.attempts)
            return Outcome(outgoing.id, "waiting", again_at=again_at, error=type(error).__name__)
        return Outcome(outgoing.id, "dead", error=type(error).__name__)


def _landing(outgoing: OutboxMessage, outcome: Outcome) -> Landing | None:
    """What a call met with; None if there was none."""
    if outgoing.method == DUE_REMINDER or outcome.state in ("missed", "dropped"):
        return None
    if outcome.again_at is None:
        return Landing.FAILED if outcome.state == "unsure" else Landing.ANSWERED
    if outcome.moved_to:
        return Landing.ANSWERED
    if outcome.error is None:
        return None
    return Landing.FLOODED if outcome.error == FLOOD else Landing.FAILED
