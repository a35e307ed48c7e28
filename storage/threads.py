"""The threads that talk to the database, so that the event loop never waits for a disk."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from storage.transaction import Transaction

T = TypeVar("T")
Job = Callable[[Transaction], Any]
GROUP = 64  # stories that share a commit at most


class Unavailable(Exception):
    """The database can't be reached or can't write; nothing of the story has happened."""


class Threads(Protocol):
    async def run(self, job: Callable[[Transaction], T]) -> T: ...

    def close(self) -> None: ...


class ManyThreads:
    """A transaction for each job, side by side: what PostgreSQL is good at."""

    def __init__(self, engine: Engine, count: int) -> None:
        self._engine = engine
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="storage")

    async def run(self, job: Callable[[Transaction], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._do, job)

    def _do(self, job: Callable[[Transaction], T]) -> T:
        with translated(), self._engine.begin() as connection:
            return _told(job, Transaction(connection))

    def close(self) -> None:
        self._pool.shutdown(wait=True)


class OneWriter:
    """One thread and one connection, as SQLite likes it. Jobs that wait share a commit.

    A commit is a wait for the disk; under load one serves many jobs. Each job still fails alone.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs: SimpleQueue[tuple[Job, Future[Any]] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="storage", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[Transaction], T]) -> T:
        future: Future[T] = Future()
        self._jobs.put((job, future))
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while group := self._next_group():
            try:
                with translated(), self._engine.begin() as connection:
                    transaction = Transaction(connection)
                    results = [_apart(job, transaction) for job, _ in group]
            except Exception as error:  # nothing of the whole group has happened
                results = [_Failed(error)] * len(group)
            for (_, future), result in zip(group, results, strict=True):
                _resolve(future, result)

    def _next_group(self) -> list[tuple[Job, Future[Any]]]:
        """What waits by now, at least one; empty when it is time to end."""
        group: list[tuple[Job, Future[Any]]] = []
        while not group or (len(group) < GROUP and not self._jobs.empty()):
            entry = self._jobs.get()
            if entry is None:
                self._jobs.put(None)  # the next look ends
                break
            if entry[1].set_running_or_notify_cancel():
                group.append(entry)
        return group


class _Failed:
    def __init__(self, error: Exception) -> None:
        self.error = error


def _apart(job: Job, transaction: Transaction) -> Any:
    """The job's result, or its failure, which leaves the rest of the group standing."""
    transaction.say("SAVEPOINT job")
    try:
        result = _told(job, transaction)
    except Exception as error:
        transaction.say("ROLLBACK TO job")
        transaction.say("RELEASE job")
        return _Failed(_plain(error))
    transaction.say("RELEASE job")
    return result


def _told(job: Callable[[Transaction], T], transaction: Transaction) -> T:
    try:
        return job(transaction)
    except StopIteration as error:  # a future can't carry it and would wait for ever
        raise RuntimeError("a story ended with StopIteration") from error


def _resolve(future: Future[Any], result: Any) -> None:
    if isinstance(result, _Failed):
        future.set_exception(result.error)
    else:
        future.set_result(result)


@contextmanager
def translated() -> Iterator[None]:
    """Faults of the database as Unavailable."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise _plain(error) from None


def _plain(error: Exception) -> Exception:
    if isinstance(error, OperationalError | InterfaceError):
        # The driver's own text may quote rows; its class is enough to act on.
        return Unavailable(type(error.orig).__name__)
    return error
