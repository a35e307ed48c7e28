"""The heartbeat: every second it claims what is due, hands it over and plans what follows.

APScheduler is the metronome and nothing more; what is due lives in memory as rows.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from scheduler.planning.crowds import Crowds
from scheduler.planning.memory import Away, Memory, PlanningWork, Reminder
from scheduler.planning.planner import plan

BATCH = 500
PATIENCE = 5.0  # seconds for the last beat


class Heartbeat:
    """Plans due reminders in batches, a transaction each; replicas beat side by side.

    `rate` is the send budget in messages a second, `after` is called when something was handed
    over, and `tidy(work, now)` clears away, once an hour, what nobody needs any more.
    """

    def __init__(
        self,
        memory: Memory,
        now: Callable[[], datetime],
        rate: float,
        after: Callable[[], None],
        tidy: Callable[[Any, datetime], None],
    ) -> None:
        self._memory = memory
        self._now = now
        self._after = after
        self._tidy = tidy
        self._crowds = Crowds(rate)
        self._metronome = AsyncIOScheduler(timezone="UTC")
        self._beating = asyncio.Lock()
        self.last_beat: datetime | None = None

    def start(self) -> None:
        every_second = IntervalTrigger(seconds=1, timezone="UTC")
        self._metronome.add_job(
            self.beat, every_second, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._metronome.add_job(self.tidy, IntervalTrigger(hours=1, timezone="UTC"))
        self._metronome.start()

    async def stop(self) -> None:
        """No further beats; the one that runs is let out, unless the database keeps it."""
        if self._metronome.running:
            self._metronome.pause()
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._beating.acquire()
            self._metronome.shutdown(wait=False)

    async def tidy(self) -> None:
        with suppress(Away):  # an hour later is soon enough
            await self._memory.run(lambda work: self._tidy(work, self._now()))

    async def beat(self) -> None:
        """Hand over all that is due by now; while memory is away, a later beat does."""
        with suppress(Away):
            await self._beat()

    async def _beat(self) -> None:
        async with self._beating:
            more = True
            while more:
                handed, more = await self._memory.run(self._batch)
                if handed:
                    self._after()
            self.last_beat = self._now()

    def _batch(self, work: PlanningWork) -> tuple[int, bool]:
        """How many were handed over, and whether more may be due.

        That is so beyond a full batch, and when what follows is due by now already.
        """
        now = self._now()
        due = work.reminders.claim(now, BATCH)
        if not due:
            return 0, False
        spread = self._crowds.spread(work.reminders, now)
        planned = [plan(each, now, spread) for each in due]
        work.reminders.advance([each.reminder for each in planned])
        work.outbox.hand_over([each.handover for each in planned], now)
        more = len(due) == BATCH or any(_is_due(each.reminder, now) for each in planned)
        return len(due), more


def _is_due(reminder: Reminder, now: datetime) -> bool:
    return reminder.due is not None and reminder.due <= now
