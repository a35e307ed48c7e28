"""A process that plans: it owns the heartbeat, the store and nothing else.

Run with the URL of a database, and the number of rounds; prints its figures as JSON.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what is imported counts as a part of the start
    from scheduler.planning.heartbeat import Heartbeat
    from storage.store import Store

IDLE_BEATS = 200
RATE = 1000  # messages a second that would leave, so how wide a crowd is spread


def nothing(*_args: object) -> None:
    """Nobody sends or tidies here."""


async def plan(url: str, rounds: int) -> dict[str, float]:
    """A round for each of the first moments at which somebody is due."""
    began = time.perf_counter()
    from scheduler.planning.heartbeat import Heartbeat
    from storage.store import Store
    from tests.bench.due import due_moments
    from tests.bench.figures import percentile
    from tests.bench.memory import rss_mb

    moments = due_moments(url)[:rounds]
    clock = [moments[0] - timedelta(seconds=1)]
    with closing(Store(url)) as store:
        committed: list[float] = []
        heartbeat = Heartbeat(
            store, lambda: clock[0], RATE, lambda: committed.append(time.perf_counter()), nothing
        )
        await heartbeat.beat()
        ready = time.perf_counter() - began
        idle = await _idle(heartbeat)
        rates: list[float] = []
        stalls: list[float] = []
        spans: list[float] = []
        late: list[float] = []
        for moment in moments:
            clock[0] = moment
            before = await _waiting(store)
            committed.clear()
            async with _watched(stalls):
                began = time.perf_counter()
                await heartbeat.beat()
                took = time.perf_counter() - began
            rates.append((await _waiting(store) - before) / took)
            spans.append(took)
            late += [each - began for each in committed]  # one for each batch, which are alike
        return {
            "per_s": statistics.median(rates),
            "planned": await _waiting(store),
            "all_after_s": statistics.median(spans),
            "late_p50": percentile(late, 0.5),
            "late_p99": percentile(late, 0.99),
            "idle_ms": idle * 1000,
            "stall_ms": max(stalls) * 1000,
            "rss_mb": rss_mb(),
            "ready_s": ready,
        }


async def _idle(heartbeat: Heartbeat) -> float:
    """The median of many beats that find nothing."""
    took = []
    for _ in range(IDLE_BEATS):
        began = time.perf_counter()
        await heartbeat.beat()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


async def _waiting(store: Store) -> int:
    """How much is handed over: in the outbox, durable."""
    from sqlalchemy import func, select

    from storage.database.tables import outbox

    with store.engine.connect() as connection:
        count: int = connection.execute(select(func.count()).select_from(outbox)).scalar_one()
        return count


@asynccontextmanager
async def _watched(stalls: list[float]) -> AsyncIterator[None]:
    """Note the longest time for which the event loop did nothing else while the block ran."""
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - began - 0.001)

    watcher = asyncio.create_task(watch())
    await asyncio.sleep(0)
    try:
        yield
    finally:
        watcher.cancel()
        stalls.append(longest)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(plan(sys.argv[1], int(sys.argv[2])))))
