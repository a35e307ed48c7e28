"""A process that does it the usual way: one APScheduler job for each runner, all due at once.

`python -m tests.bench.alarms CONTESTANT COUNT`; prints its figures as JSON. The jobs do nothing but
note when they were run, which is less than any bot's would do.
"""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.figures import percentile
from tests.bench.memory import rss_mb

SAMPLE = 500  # jobs to learn from how long the start will take
PATIENCE = 8.0  # seconds without a job after which no more will run

ran: list[float] = []
bots: list[object] = []


async def note(_context: object = None) -> None:
    ran.append(time.time())


async def measure(contestant: str, count: int) -> dict[str, float]:
    """Start up, wait for the moment when all are due, and see what becomes of it."""
    from telegram.ext import Application  # noqa: F401 - any bot has this in memory

    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # a line for every job it misses
    with TemporaryDirectory(prefix="limber-bench-") as folder:
        schedule = CONTESTANTS[contestant]
        sample = await schedule(SAMPLE, _soon(3600), Path(folder) / "sample.db")
        due = _soon(3 + 1.5 * sample * count / SAMPLE)
        took = await schedule(count, due, Path(folder) / "jobs.db")
        rss = rss_mb()
        await _until_quiet(due.timestamp(), count)
        late = [moment - due.timestamp() for moment in ran]
        return {
            "start_s": took,
            "rss_mb": max(rss, rss_mb()),
            "fired": len(ran),
            "missed": count - len(ran),
            "late_p50": percentile(late, 0.5),
            "late_p99": percentile(late, 0.99),
            "all_after_s": max(late, default=0.0),
        }


def _soon(seconds: float) -> datetime:
    """The next whole second that is so many seconds away: a trigger knows no smaller ones."""
    return (datetime.now(UTC) + timedelta(seconds=seconds + 1)).replace(microsecond=0)


async def _until_quiet(due: float, count: int) -> None:
    while len(ran) < count and time.time() < max([due, *ran[-1:]]) + PATIENCE:
        await asyncio.sleep(0.05)


async def run_daily(count: int, due: datetime, _database: Path, **job: object) -> float:
    """python-telegram-bot's own way. Returns the seconds until all jobs stand."""
    from telegram.ext import Application, JobQueue

    began = time.perf_counter()
    queue: JobQueue[Any] = JobQueue()
    application = Application.builder().token("1:BENCH").updater(None).job_queue(queue).build()
    bots.append(application)  # a queue alone does not keep its bot alive
    for _ in range(count):
        queue.run_daily(note, due.timetz(), job_kwargs=job)
    await queue.start()
    return time.perf_counter() - began


async def no_limit(count: int, due: datetime, database: Path) -> float:
    """The same, but a job may be late as it likes."""
    return await run_daily(count, due, database, misfire_grace_time=None)


async def job_store(count: int, due: datetime, database: Path) -> float:
    """APScheduler with its jobs in SQLite, so that they outlive the process."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    url = f"sqlite:///{database}"
    await asyncio.to_thread(_store_jobs, url, count, due)
    began = time.perf_counter()
    scheduler = AsyncIOScheduler(
        jobstores={"default": SQLAlchemyJobStore(url)},
        job_defaults={"misfire_grace_time": None},
        timezone=UTC,
    )
    scheduler.start()
    return time.perf_counter() - began


def _store_jobs(url: str, count: int, due: datetime) -> None:
    """What add_job would store, in one transaction: how the jobs came there is not measured."""
    import pickle

    from apscheduler.job import Job
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler
    from apscheduler.triggers.cron import CronTrigger

    scheduler = BackgroundScheduler(timezone=UTC)
    store = SQLAlchemyJobStore(url)
    store.start(scheduler, "default")
    trigger = CronTrigger(hour=due.hour, minute=due.minute, second=due.second, timezone=UTC)

    def row(number: int) -> dict[str, object]:
        job = Job(
            scheduler,
            id=f"runner-{number}",
            func=note,
            args=(),
            kwargs={},
            trigger=trigger,
            executor="default",
            name="note",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=due,
        )
        state = pickle.dumps(job.__getstate__(), store.pickle_protocol)
        return {"id": job.id, "next_run_time": due.timestamp(), "job_state": state}

    with store.engine.begin() as connection:
        connection.execute(store.jobs_t.insert(), [row(number) for number in range(count)])
    store.shutdown()


CONTESTANTS: dict[str, Callable[[int, datetime, Path], Awaitable[float]]] = {
    "run_daily": run_daily,
    "run_daily without a limit": no_limit,
    "SQLAlchemyJobStore": job_store,
}

if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1], int(sys.argv[2])))))
