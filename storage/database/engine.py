"""Opening a database so that both kinds behave alike."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

POSTGRES_CONNECTIONS = 8
POOLER = "pgbouncer"


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
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise BadDatabaseUrl(f"Limber speaks sqlite and postgresql, not {parsed.drivername}")
    return parsed


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, pool_size=1, max_overflow=0, hide_parameters=True, poolclass=QueuePool
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    # A deferred transaction that later wants to write fails at once under load.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
