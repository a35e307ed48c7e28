"""Opening a database so that both kinds behave alike."""

import os
import sqlite3
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

POSTGRES_CONNECTIONS = 8
POOLER = "pgbouncer"
ERASED = "erased"  # what a connection remembers until its log is emptied
OPENED = "opened"  # the file that a connection has open, and which one it was
PRIVATE, OTHERS = 0o600, 0o077
PATIENCE = 10_000  # milliseconds for another process that holds the file


class BadDatabaseUrl(ValueError):
    """The URL names a database that Limber does not speak to."""


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///path` or `postgresql://…`. Raises BadDatabaseUrl.

    `?pgbouncer=true` prepares no statements: behind a pooler that lends a connection for one
    transaction at a time, the next one would not find them.
    """
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    if find_spec("psycopg") is None:
        raise BadDatabaseUrl("PostgreSQL needs psycopg: pip install 'limber[postgresql]'")
    pooled = parsed.query.get(POOLER) == "true"
    return create_engine(
        parsed.set(drivername="postgresql+psycopg").difference_update_query([POOLER]),
        connect_args={"prepare_threshold": None} if pooled else {},
        pool_size=POSTGRES_CONNECTIONS,  # no ping: a story that meets a dead one is told again
        hide_parameters=True,
    )


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadDatabaseUrl("it is not a database URL") from None
    if parsed.get_backend_name() == "postgres":
        raise BadDatabaseUrl("write postgresql:// where it says postgres://")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise BadDatabaseUrl(f"Limber speaks sqlite and postgresql, not {parsed.drivername}")
    return parsed


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        make_private(Path(url.database))
    engine = create_engine(
        url, pool_size=1, max_overflow=0, hide_parameters=True, poolclass=QueuePool
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_immediate)
    event.listen(engine, "checkin", _empty_log)
    return engine


def make_private(database: Path) -> None:
    """A file that nobody else can read, nor what SQLite puts beside it, which copies its mode."""
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not database.exists():  # to open and close one that is in use would end SQLite's locks
        os.close(os.open(database, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE))
    for suffix in ("", "-wal", "-shm"):
        _close_to_others(database.with_name(database.name + suffix))


def _close_to_others(file: Path) -> None:
    with suppress(FileNotFoundError, PermissionError):  # somebody else's file is theirs to close
        mode = file.stat().st_mode
        if mode & OTHERS:
            file.chmod(mode & ~OTHERS)


def _prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    _, _, file = connection.execute("PRAGMA database_list").fetchone()
    record.info[OPENED] = (file, _identity(file)) if file else None
    connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
    for pragma in (
        f"busy_timeout={PATIENCE}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _empty_log(connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
    """What was erased is in the log of what was written as well. While another process reads
    there, it is tried again after the next transaction.
    """
    if connection is None or not record.info.get(ERASED):
        return
    connection.execute("PRAGMA busy_timeout=0")
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
    if not busy:
        del record.info[ERASED]


def _identity(file: str) -> tuple[int, int] | None:
    """Which file stands there; None if there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116 - once for each transaction
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _begin_immediate(connection: Connection) -> None:
    opened = connection.info.get(OPENED)
    if opened and _identity(opened[0]) != opened[1]:  # what is written now would be lost
        gone = sqlite3.OperationalError("the file is gone")
        raise OperationalError(None, None, gone, hide_parameters=True)
    # A deferred transaction that later wants to write fails at once under load.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
