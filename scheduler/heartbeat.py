"""The heartbeat: every second it finds what is due, claims it and hands it over.

APScheduler is the metronome and nothing more; what is due lives in memory as rows.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from scheduler.memory import Memory, Reminder, Work

BATCH = 200
AGAIN = timedelta(minutes=5)

log = logging.getLogger(__name__)


class Heartbeat:
    """Claims due reminders in batches and lets `serve` do each in the same transaction.

    `serve(work, reminder, now)` says what is to be said and plans or rests the slot; it is False
    when that has to wait. `tidy(work, now)` clears away what is too old to be needed, hourly.
    """

    def __init__(
        self,
        memory: Memory,
        serve: Callable[[Any, Reminder, datetime], bool],
        now: Callable[[], datetime],
        after: Callable[[], None],
        tidy: Callable[[Any, datetime], None],
    ) -> None:
        self._memory = memory
        self._serve = serve
        self._now = now
        self._after = after
        self._tidy = tidy
        self._metronome = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        every_second = IntervalTrigger(seconds=1, timezone="UTC")
        self._metronome.add_job(
            self.beat, every_second, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._metronome.add_job(self.tidy, IntervalTrigger(hours=1, timezone="UTC"))
        self._metronome.start()

    def stop(self) -> None:
        if self._metronome.running:
            self._metronome.shutdown(wait=False)

    async def tidy(self) -> None:
        await self._memory.run(lambda work: self._tidy(work, self._now()))

    async def beat(self) -> None:
        """Serve all that is due by now."""
        while await self._memory.run(self._batch):
            self._after()

    def _batch(self, work: Work) -> int:
        now = self._now()
        due = work.reminders.claim(now, BATCH)
        return sum([self._attempt(work, reminder, now) for reminder in due])

    def _attempt(self, work: Work, reminder: Reminder, now: datetime) -> bool:
        """False if the runner is busy with another transaction: the next beat will do."""
        try:
            with work.attempt():
                return self._serve(work, reminder, now)
        except Exception:
            # One reminder that can't be served must not keep the others from going out.
            log.exception("reminder %s of runner %s failed", reminder.slot, reminder.runner_id)
            first = (reminder.first_due or now).isoformat()
            data = {**reminder.data, "first_due": first}
            work.reminders.plan(replace(reminder, due=now + AGAIN, data=data))
            return True
