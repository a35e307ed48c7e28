"""Replicas on one database: each says every second that it is there, and frees what the gone held.

Without this, what a killed replica was about to send would wait for the end of its lease.
"""

import asyncio
import logging
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from storage.queries.replicas import Replica
from storage.store import Store, Unavailable, UnitOfWork

BEAT = 1.0  # seconds
SILENT = timedelta(seconds=10)  # for so long, and it is gone
SHORTLY = timedelta(seconds=3)  # the same, if its process is not there any more on this machine

log = logging.getLogger(__name__)


def is_gone(other: Replica, me: Replica, steady: timedelta, runs: Callable[[int], bool]) -> bool:
    """Whether that replica is there no more. `steady` is how long we have been seen ourselves.

    After an outage of the database everybody was silent, and nobody may judge at once.
    """
    silent = me.seen_at - other.seen_at
    if other.host == me.host and (other.pid == me.pid or not runs(other.pid)):
        return silent >= SHORTLY
    return silent >= SILENT and steady >= SILENT


class Presence:
    """This replica among the others; `wake` is called when something was freed."""

    def __init__(self, store: Store, now: Callable[[], datetime], wake: Callable[[], None]) -> None:
        self._store = store
        self._now = now
        self._wake = wake
        self._me = Replica(store.instance, socket.gethostname(), os.getpid(), now())
        self._steady_since = now()

    async def run(self) -> None:
        """Beat until cancelled."""
        while True:
            await self.beat()
            await asyncio.sleep(BEAT)

    async def beat(self) -> None:
        """Say that we are there, and look who is not."""
        try:
            gone = await self._store.run(self._look)
        except Unavailable:
            return
        if gone:
            log.warning("%s replicas are gone; what they held is free", gone)
            self._wake()

    async def leave(self) -> None:
        """We are gone; what is left of ours is anybody's. Raises Unavailable."""
        await self._store.run(lambda work: work.replicas.remove([self._me.instance]))

    def _look(self, work: UnitOfWork) -> int:
        now = self._now()
        if not timedelta(0) <= now - self._me.seen_at < SHORTLY:
            self._steady_since = now
        self._me = replace(self._me, seen_at=now)
        work.replicas.seen(self._me)
        steady = now - self._steady_since
        gone = [
            each.instance
            for each in work.replicas.all()
            if each.instance != self._me.instance and is_gone(each, self._me, steady, _runs)
        ]
        if gone:
            work.replicas.remove(gone)
        return len(gone)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
