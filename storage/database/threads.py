"""The threads that talk to the database, so that the event loop never waits for a disk."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

from scheduler.planning.memory import Away
from storage.database.reasons import reason
from storage.database.transaction import Transaction

T = TypeVar("T")
GROUP = 64  # stories that share a commit at most


class Unavailable(Away):
    """The database can't be reached or can't write; nothing of the story has happened."""


class Unusable(Unavailable):
    """The same, and waiting won't mend it: a setting or the file is wrong."""


class Job(NamedTuple):
    """A story, and who waits for its result."""

    tell: Callable[[Transaction], Any]
    future: "asyncio.Future[Any]"


class Threads:
    """Each thread takes the next story that waits and tells it in a transaction.

    Stories side by side are what PostgreSQL is good at. SQLite likes one writer (`group` above
    1): what waits for it shares a commit, which is a wait for the disk; each story still fails
    alone.
    """

    def __init__(self, engine: Engine, count: int, group: int = 1) -> None:
        self._engine = engine
        self._group = group
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads = [
            Thread(target=self._work, name="storage", daemon=True) for _ in range(count)
        ]
        for thread in self._threads:
            thread.start()

    async def run(self, tell: Callable[[Transaction], T]) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put(Job(tell, future))
        return await future

    def close(self) -> None:
        """End once all that waits is told."""
        self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while group := self._next_group():
            results = self._told(group)
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                group[0].future.get_loop().call_soon_threadsafe(_resolve, group, results)

    def _next_group(self) -> list[Job]:
        """What waits by now, at least one; empty when it is time to end."""
        group: list[Job] = []
        while not group or (len(group) < self._group and not self._jobs.empty()):
            job = self._jobs.get()
            if job is None:
                self._jobs.put(None)  # the next look ends, and so do the other threads
                break
            if not job.future.cancelled():
                group.append(job)
        return group

    def _told(self, group: Sequence[Job]) -> list[Any]:
        try:
            with translated(), self._engine.begin() as connection:
                transaction = Transaction(connection)
                if self._group == 1:
                    return [_tell(group[0], transaction)]
                return [_apart(job, transaction) for job in group]
        except Exception as error:  # nothing of the whole group has happened
            return [_Failed(error)] * len(group)


class _Failed:
    def __init__(self, error: Exception) -> None:
        self.error = error


def _apart(job: Job, transaction: Transaction) -> Any:
    """The story's result, or its failure, which leaves the rest of the group standing."""
    transaction.say("SAVEPOINT job")
    try:
        result = _tell(job, transaction)
    except Exception as error:
        transaction.say("ROLLBACK TO job")
        transaction.say("RELEASE job")
        return _Failed(_plain(error))
    transaction.say("RELEASE job")
    return result


def _tell(job: Job, transaction: Transaction) -> Any:
    try:
        return job.tell(transaction)
    except StopIteration as error:  # a future can't carry it and would wait for ever
        raise RuntimeError("a story ended with StopIteration") from error


def _resolve(group: Sequence[Job], results: Sequence[Any]) -> None:
    """In the loop's own thread: hand every result to who waits for it, if somebody still does."""
    for job, result in zip(group, results, strict=True):
        if job.future.done():
            continue
        if isinstance(result, _Failed):
            job.future.set_exception(result.error)
        else:
            job.future.set_result(result)


@contextmanager
def translated() -> Iterator[None]:
    """Faults of the database as Unavailable."""
    try:
        yield
    except DatabaseError as error:
        raise _plain(error) from None
    except InterfaceError as error:
        raise _plain(error) from None


def _plain(error: Exception) -> Exception:
    """What the database says of itself as Unavailable, with none of the driver's own words."""
    if not isinstance(error, DatabaseError | InterfaceError):
        return error
    why = reason(error.orig)
    if isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError:
        return (Unusable if why.lasting else Unavailable)(why.words)
    return error
