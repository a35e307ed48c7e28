"""Processes of our own: started with the first piece of work, let go once there is none."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
IDLE = 30.0  # seconds until processes without work are let go
KINDLY = 10  # how much their work stands back behind talking


class Processes(ProcessPoolExecutor):
    """So many of them, each behind the process that talks."""

    def __init__(self, count: int, kindly: int = KINDLY) -> None:
        super().__init__(count, get_context("spawn"), os.nice, (kindly,))

    def kill(self) -> None:
        """Whatever they are at: Python's own end would wait until a film is finished."""
        # Python has `kill_workers` from 3.14 on.
        for process in list((self._processes or {}).values()):
            process.kill()


class Workers:
    """Runs functions elsewhere without ever holding up the event loop.

    `start` is asked for processes with the first piece of work, and again once they were let go,
    which they are after `idle` seconds without any.
    """

    def __init__(self, start: Callable[[], Executor], idle: float = IDLE) -> None:
        self._start = start
        self._idle = idle
        self._pool: Executor | None = None
        self._at_work = 0
        self._leaving: asyncio.TimerHandle | None = None

    @property
    def started(self) -> bool:
        return self._pool is not None

    async def run(self, made: Callable[..., T], *what: object) -> T:
        """What `made` makes of those values.

        Raises BrokenProcessPool if its process was killed; the next piece of work starts new ones.
        """
        loop = asyncio.get_running_loop()
        if self._leaving:
            self._leaving.cancel()
        if self._pool is None:
            self._pool = self._start()
        self._at_work += 1
        try:
            return await loop.run_in_executor(self._pool, made, *what)
        except BrokenProcessPool:
            self.let_go()
            raise
        finally:
            self._at_work -= 1
            self._leaving = loop.call_later(self._idle, self._leave_if_idle)

    def stop(self) -> None:
        """At once, whatever they are at."""
        if isinstance(self._pool, Processes):
            self._pool.kill()
        self.let_go()

    def _leave_if_idle(self) -> None:
        if not self._at_work:
            self.let_go()

    def let_go(self) -> None:
        """Once they have done what they are at."""
        if self._leaving:
            self._leaving.cancel()
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None
