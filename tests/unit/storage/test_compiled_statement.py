"""Every statement means the same, put together by us or run by SQLAlchemy."""

import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import ClauseElement, Column, Connection, Engine, insert, select
from sqlalchemy.sql.expression import CompoundSelect, Delete, Select, Update
from sqlalchemy.sql.expression import Insert as PlainInsert
from sqlalchemy.types import NullType

from storage import queries
from storage.database.engine import open_engine
from storage.database.tables import Utc, metadata
from storage.database.transaction import Insert, Statement, Transaction
from storage.queries import runners

STATEMENTS = (Insert, PlainInsert, Select, CompoundSelect, Update, Delete)
SQLALCHEMY_RUNS = "operations"  # what operators ask is rare
EMPTY = ("undone_at", "handled_at", "lease_until", "paused_until", "expires_at")
SAMPLES: dict[type, Any] = {
    date: date(2026, 11, 16),
    datetime: datetime(2026, 11, 16, 8, 0, tzinfo=UTC),
    int: 1,
    object: {"x": [1, None]},  # JSON
    str: "x",
}


def statements() -> dict[str, Statement]:
    found: dict[str, Statement] = {"runners.change": runners._change("zone", "answers")}
    for module in pkgutil.iter_modules(queries.__path__):
        if module.name != SQLALCHEMY_RUNS:
            names = vars(import_module(f"storage.queries.{module.name}")).items()
            found |= {
                f"{module.name}.{n}": s
                for n, s in names
                if n.isupper() and isinstance(s, STATEMENTS)
            }
    return found


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    with opened.begin() as connection:
        for table in metadata.sorted_tables:
            kept = [c for c in _told(table) if not (c.name in EMPTY and c.nullable)]
            row = {c.name: sample(c.type) for c in kept}
            row |= {"state": "waiting"} if "state" in row else {}
            connection.execute(table.delete())
            connection.execute(insert(table), row)
    yield opened
    opened.dispose()


def sample(kind: Any) -> Any:
    """A value of that type, the same for every name: so rows and conditions meet."""
    if isinstance(kind, NullType):  # of a limit
        return 1
    return SAMPLES[datetime if isinstance(kind, Utc) else kind.python_type]


def given(statement: ClauseElement, connection: Connection) -> dict[str, Any]:
    """A value for each name that the statement wants."""
    if isinstance(statement, PlainInsert):
        new = [c for c in statement.table.columns if not numbered(c)]
        return {c.name: 2 if c.name == "id" else sample(c.type) for c in new}
    binds = statement.compile(dialect=connection.dialect).binds.values()
    return {each.key: sample(each.type) for each in binds if each.required}


def numbered(column: Column[Any]) -> bool:
    return column.name == "id" and column.table.name not in ("runners", "budget")


def everything(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """All rows, but for the numbers that the database gives them."""
    return {
        table.name: sorted(
            (dict(row) for row in connection.execute(select(*_told(table))).mappings()), key=repr
        )
        for table in metadata.sorted_tables
    }


def _told(table: Any) -> list[Column[Any]]:
    return [column for column in table.columns if not numbered(column)]


def test_both_ways_do_and_return_the_same(engine: Engine):
    for name, statement in statements().items():
        ours, theirs = (done(engine, statement, compiled=each) for each in (True, False))
        assert ours == theirs, name


def done(engine: Engine, statement: Statement, *, compiled: bool) -> tuple[Any, Any]:
    """What it returns and what stands in the tables after it, which is then undone."""
    with engine.connect() as connection, connection.begin() as undoing:
        kind = engine.dialect.name
        chosen = statement.of(kind) if isinstance(statement, Insert) else statement
        values = given(chosen, connection)
        returns = bool(list(chosen.exported_columns))  # type: ignore[attr-defined]
        found: list[Any] = []
        if not compiled:
            result = connection.execute(chosen, values)  # type: ignore[call-overload]
            found = [tuple(row) for row in result] if returns else []
        elif returns:
            found = [tuple(row.values()) for row in Transaction(connection).rows(statement, values)]
        else:
            Transaction(connection).run(statement, values)
        after = everything(connection)
        undoing.rollback()
    return found, after
