"""What operators' tools ask over HTTP: GET /health and GET /metrics."""

import asyncio
import math
import time
from collections.abc import Callable
from datetime import datetime

from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from bot.operations import metrics
from scheduler.planning.forecast import forecast
from scheduler.planning.heartbeat import Heartbeat
from storage.queries.operations import Operations
from storage.store import Store, Unavailable, UnitOfWork

LATE = 30.0  # seconds without a beat after which the heart counts as stopped
PATIENCE = 3.0  # seconds for the database
FORECAST_KEPT = 300.0  # seconds; with a million runners it is a second's work


class Health:
    def __init__(
        self, store: Store, heartbeat: Heartbeat, now: Callable[[], datetime], rate: float
    ) -> None:
        self._store = store
        self._heartbeat = heartbeat
        self._now = now
        self._rate = rate
        self._ahead: asyncio.Task[None] | None = None
        self._fresh_until = -math.inf

    @property
    def routes(self) -> list[web.RouteDef]:
        return [web.get("/health", self.health), web.get("/metrics", self.metrics)]

    async def health(self, _request: web.Request) -> web.Response:
        """200 while this replica can do its work, else 503."""
        answers = await self._answers(lambda work: Operations(work.transaction).ping())
        database = answers and not self._store.fails  # a full disk still lets us read
        age = self._age()
        beats = age < LATE
        seen = {
            "database": "ok" if database else "away",
            "heartbeat": "ok" if beats else "stopped",
            "pictures": "ok" if metrics.pictures_up() else "not drawn",
            "heartbeat_age_seconds": round(age, 1) if math.isfinite(age) else None,
        }
        return web.json_response(seen, status=200 if database and beats else 503)

    async def metrics(self, _request: web.Request) -> web.Response:
        """Everything countable; without a database, what this process knows by itself."""
        metrics.HEARTBEAT.set(self._age())
        metrics.RATE.set(self._rate)
        metrics.DATABASE.set(await self._answers(self._look) and not self._store.fails)
        await self._look_ahead()
        page = generate_latest(metrics.REGISTRY)
        return web.Response(body=page, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    def _age(self) -> float:
        """Seconds since the last beat; infinite before the first."""
        last = self._heartbeat.last_beat
        return (self._now() - last).total_seconds() if last else math.inf

    async def _answers(self, action: Callable[[UnitOfWork], object]) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._store.run(action)
        except (Unavailable, TimeoutError):
            return False
        return True

    def _look(self, work: UnitOfWork) -> None:
        metrics.show(Operations(work.transaction).figures(self._now()))

    async def _look_ahead(self) -> None:
        """Renew the forecast when it is old; a slow one is shown the next time."""
        if self._ahead is None or (self._ahead.done() and time.monotonic() > self._fresh_until):
            self._fresh_until = time.monotonic() + FORECAST_KEPT
            self._ahead = asyncio.create_task(self._forecast())
        await asyncio.wait({self._ahead}, timeout=PATIENCE)

    async def _forecast(self) -> None:
        now = self._now()
        try:
            due = await self._store.run(lambda work: Operations(work.transaction).due(now))
        except Unavailable:
            self._fresh_until = -math.inf
        else:
            metrics.show_forecast(forecast(due, now, self._rate), now)
