"""Where transactions happen: one story, one transaction, off the event loop."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from storage import schema
from storage.engine import POSTGRES_CONNECTIONS, open_engine
from storage.inbox import Inbox
from storage.journal import Journal
from storage.outbox import Outbox
from storage.reminders import Reminders
from storage.runners import Runners

T = TypeVar("T")


class Unavailable(Exception):
    """The database can't be reached or can't write; nothing of the story has happened."""


class Work:
    """One transaction and the queries with names that run in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def attempt(self) -> AbstractContextManager[object]:
        """A part that may fail alone: an error undoes it and leaves the rest standing."""
        return self._connection.begin_nested()

    @cached_property
    def runners(self) -> Runners:
        return Runners(self._connection)

    @cached_property
    def reminders(self) -> Reminders:
        return Reminders(self._connection)

    @cached_property
    def journal(self) -> Journal:
        return Journal(self._connection)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self._connection)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._connection)


class Store:
    """A database, and the threads that talk to it: one for SQLite, several for PostgreSQL."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = open_engine(url)
        threads = 1 if self.alone else POSTGRES_CONNECTIONS
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="storage")

    async def run(self, story: Callable[[Work], T]) -> T:
        """Run `story` in one transaction; an exception undoes all of it and is raised here."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._tell, story)

    @property
    def kind(self) -> str:
        """sqlite or postgresql."""
        return self.engine.dialect.name

    @property
    def alone(self) -> bool:
        """Whether this process is the only one on the database, as with SQLite."""
        return self.kind == "sqlite"

    def revision(self) -> str | None:
        """What the tables stand at; None for an empty database. Raises Unavailable."""
        with _translated():
            return schema.current(self.engine)

    def upgrade(self) -> None:
        """Bring the tables to this version. Raises Unavailable."""
        with _translated():
            schema.upgrade(self.engine)

    def ensure_tables(self) -> None:
        """Upgrade SQLite at once; raise SchemaBehind for a PostgreSQL that is not up to date."""
        with _translated():
            schema.ensure(self.engine)

    def _tell(self, story: Callable[[Work], T]) -> T:
        with _translated(), self.engine.begin() as connection:
            try:
                return story(Work(connection))
            except StopIteration as error:  # a future can't carry it and would wait for ever
                raise RuntimeError("a story ended with StopIteration") from error

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        self.engine.dispose()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        # The driver's own text may quote rows; its class is enough to act on.
        raise Unavailable(type(error.orig).__name__) from None
