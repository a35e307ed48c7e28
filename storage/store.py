"""Where transactions happen: one story, one transaction, off the event loop."""

from collections.abc import Callable
from secrets import token_hex
from typing import TypeVar

from sqlalchemy import Engine

from storage.database import schema
from storage.database.engine import POSTGRES_CONNECTIONS, open_engine
from storage.database.outage import CALM, Outage
from storage.database.pending_writes import PendingWrites
from storage.database.threads import GROUP, Threads, Unavailable, Unusable, translated
from storage.database.transaction import Transaction
from storage.queries.calendar_feeds import CalendarFeeds
from storage.queries.diary import Diary
from storage.queries.inbox import Inbox
from storage.queries.log import SessionLog
from storage.queries.outbox import Outbox
from storage.queries.pictures import Pictures
from storage.queries.reminders import Reminders
from storage.queries.replicas import Replicas
from storage.queries.runners import Runners
from storage.queries.shared_settings import SharedSettings
from storage.queries.snapshot import Snapshots
from storage.queries.unanswered import Unanswered

__all__ = ["Store", "Unavailable", "UnitOfWork", "Unusable"]

T = TypeVar("T")


class UnitOfWork:
    """One transaction and the queries with names that run in it."""

    def __init__(self, transaction: Transaction, instance: str = "") -> None:
        self.transaction = transaction
        self._writes = PendingWrites(transaction)
        self.runners = Runners(self._writes)
        self.snapshots = Snapshots(self._writes)
        self.reminders = Reminders(self.snapshots)
        self.session_log = SessionLog(self.snapshots)
        self.diary = Diary(self.snapshots)
        self.inbox = Inbox(transaction)
        self.outbox = Outbox(transaction, instance)
        self.replicas = Replicas(transaction)
        self.unanswered = Unanswered(transaction)
        self.shared_settings = SharedSettings(transaction)
        self.pictures = Pictures(transaction)
        self.calendar_feeds = CalendarFeeds(transaction)

    def flush(self) -> None:
        """Write what was collected of a runner: after the story, in its transaction."""
        self.runners.flush()
        self._writes.flush()


class Store:
    """A database, and the threads that talk to it: one for SQLite, several for PostgreSQL."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = open_engine(url)
        self.instance = token_hex(8)  # of this process among all that work on the database
        self._outage = Outage("the database", calm=CALM)
        self._threads = (
            Threads(self.engine, 1, GROUP)
            if self.alone
            else Threads(self.engine, POSTGRES_CONNECTIONS)
        )

    async def run(self, action: Callable[[UnitOfWork], T]) -> T:
        """Run `action` in one transaction; an exception undoes all of it and is raised here."""
        try:
            result = await self._threads.run(
                lambda transaction: _done(action, UnitOfWork(transaction, self.instance))
            )
        except Unavailable as error:
            self._outage.failed(str(error))
            raise
        self._outage.answered()
        return result

    @property
    def fails(self) -> bool:
        """Whether an outage lasts, if only of what writes."""
        return self._outage.lasts

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
        with translated():
            return schema.current(self.engine)

    def upgrade(self) -> None:
        """Bring the tables to this version. Raises Unavailable."""
        with translated():
            schema.upgrade(self.engine)

    def ensure_tables(self) -> None:
        """Upgrade SQLite at once; raise SchemaBehind for a PostgreSQL that is not up to date."""
        with translated():
            schema.ensure(self.engine)

    def close(self) -> None:
        self._threads.close()
        self.engine.dispose()


def _done(action: Callable[[UnitOfWork], T], work: UnitOfWork) -> T:
    result = action(work)
    work.flush()
    return result
