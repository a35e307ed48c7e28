"""From the outbox to Telegram: letters leave in turn, within one budget, and are settled."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.courier import Courier
from bot.pace import Pace
from scheduler.budget import AHEAD, reserve, slowed
from storage.outbox import OCCASION, Letter, Outcome
from storage.store import Store, Unavailable, Work

IN_FLIGHT = 128
IDLE = 1.0  # seconds between looks when nobody wakes the sender
FRESH = timedelta(seconds=5)  # a lease may be this old when a call begins, to outlive the call
PATIENCE = 5  # times that a story is tried

log = logging.getLogger(__name__)
Told = Callable[[Work, Letter, datetime], Letter | None]


class Sender:
    """Claims letters, lets `tell` put words to occasions, and hands them to the courier.

    Each letter is a task of its own, so a slow answer holds up nobody else. What became of them
    is written down by the next turn, in the transaction that claims new ones.
    """

    def __init__(
        self,
        courier: Courier,
        store: Store,
        tell: Told,
        now: Callable[[], datetime],
        *,
        rate: float,
        pace: Pace,
    ) -> None:
        self._courier = courier
        self._store = store
        self._tell = tell
        self._now = now
        self._rate = rate
        self._pace = pace
        self._flying: set[asyncio.Task[None]] = set()
        self._landed: list[tuple[Letter, Outcome]] = []
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
            if pause and not (self._flying or self._landed):
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
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return

    async def _turn(self) -> float:
        """Settle, claim, let fly; the seconds until another look is worth while."""
        try:
            settled, claimed, pause = await self._store.run(self._exchange)
        except Unavailable:
            log.warning("the database does not answer; trying again in a second")
            return IDLE
        except Exception:  # whatever it is, others still want their messages
            log.exception("a turn failed; what it claimed is free again")
            return IDLE
        del self._landed[:settled]
        for letter, departure in claimed:
            task = asyncio.create_task(self._fly(letter, departure))
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        return pause

    def _exchange(self, work: Work) -> tuple[int, list[tuple[Letter, datetime]], float]:
        settled = self._settle(work)
        now = self._now()
        room = IN_FLIGHT - len(self._flying)
        rate = slowed(self._rate, self._pace.flooded_at, now)
        places = reserve(work.outbox.free_at(), now, room, rate)
        letters = work.outbox.claim(now, places.count) if places.count else []
        hasty = [each for each in letters if self._pace.free(each.chat_id, now) > now]
        leaving = [each for each in letters if self._pace.free(each.chat_id, now) <= now]
        departures = [(letter, places[n]) for n, letter in enumerate(leaving)]
        for letter, departure in departures:
            self._pace.spend(letter.chat_id, departure)
        if leaving:
            work.outbox.spend(places[len(leaving)])
        looks = [self._put_off(work, letter, now) for letter in hasty]
        if len(letters) == places.count < room:  # more may wait, but not for a place
            looks.append(places[len(leaving)] - AHEAD / 2)
        pause = min([(each - now).total_seconds() for each in looks], default=IDLE)
        return settled, departures, min(max(pause, 0), IDLE)

    def _put_off(self, work: Work, letter: Letter, now: datetime) -> datetime:
        """The chat has heard much just now, and the place is somebody else's."""
        free = self._pace.free(letter.chat_id, now)
        work.outbox.settle([Outcome(letter.id, "waiting", again_at=free)], now)
        return free

    def _settle(self, work: Work) -> int:
        now = self._now()
        landed = list(self._landed)
        work.outbox.settle([outcome for _, outcome in landed], now)
        for letter, outcome in landed:
            self._follow_up(work, letter, outcome, now)
        return len(landed)

    def _follow_up(self, work: Work, letter: Letter, outcome: Outcome, now: datetime) -> None:
        if outcome.error and outcome.again_at is None:
            log.warning("letter %s (%s): %s", letter.id, letter.method, outcome.error)
        if outcome.state == "refused" and letter.chat_id:
            work.outbox.drop_chat(letter.chat_id)
            work.runners.switch_off(letter.chat_id, now)
        if outcome.moved_to and letter.chat_id:
            work.outbox.follow(letter.chat_id, outcome.moved_to)
        pause = outcome.again_at if outcome.error == "flood" else None
        if pause and self._pace.flooded(letter.chat_id, now):  # it is not just that one chat
            work.outbox.spend(pause)

    async def _fly(self, letter: Letter, departure: datetime) -> None:
        outcome = await self._delivered(letter, departure)
        if outcome:
            self._landed.append((letter, outcome))
        self.wake()

    async def _delivered(self, letter: Letter, departure: datetime) -> Outcome | None:
        """What became of the letter; None if that is written down already."""
        claimed = self._now()
        if letter.method == OCCASION:
            try:
                told = await self._store.run(lambda work: self._tell(work, letter, claimed))
            except Exception as error:  # one that can't be told must not keep others from going
                return self._untold(letter, error)
            if told is None:
                return None
            letter = told
        await asyncio.sleep((departure - self._now()).total_seconds())
        if self._now() - claimed > FRESH:
            return Outcome(letter.id, "waiting", again_at=self._now())
        return await self._courier.deliver(letter)

    def _untold(self, letter: Letter, error: Exception) -> Outcome:
        if isinstance(error, Unavailable):
            log.warning("the database does not answer; letter %s waits", letter.id)
        else:
            log.error("letter %s can't be told", letter.id, exc_info=error)
        if letter.attempts < PATIENCE or isinstance(error, Unavailable):
            wait = timedelta(seconds=2.0**letter.attempts)
            return Outcome(letter.id, "waiting", again_at=self._now() + wait)
        return Outcome(letter.id, "dead", error=type(error).__name__)
