"""One transaction, and compiled statements carried straight to the driver."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeAlias

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.exc import DBAPIError

from storage.database.compiled_statement import CompiledStatement, Row, Values
from storage.database.engine import ERASED

NOTHING: Values = {}


class Insert:
    """An INSERT that knows what to do about a conflict, which each kind of database says its way.

    It is made when it is needed: to import the dialect that nobody speaks would cost a start
    twenty milliseconds.
    """

    def __init__(self, make: Callable[[Any], ClauseElement]) -> None:
        self._make = make
        self._made: dict[str, ClauseElement] = {}

    def of(self, kind: str) -> ClauseElement:
        if kind not in self._made:
            self._made[kind] = self._make(import_module(f"sqlalchemy.dialects.{kind}").insert)
        return self._made[kind]


Statement: TypeAlias = ClauseElement | Insert


_compiled: dict[tuple[ClauseElement, str, tuple[str, ...]], CompiledStatement] = {}


class Transaction:
    """Runs statements with their values. Raises SQLAlchemy's errors, like its connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._dialect = connection.dialect
        self._cursor = connection.connection.cursor()

    def say(self, text: str) -> None:
        """A statement in the database's own words."""
        self._do(self._cursor.execute, text)

    def erase(self) -> None:
        """What this transaction deletes is to be gone from the files as well."""
        self.connection.info[ERASED] = True

    def run(self, statement: Statement, values: Values = NOTHING) -> None:
        compiled = self._compile(statement, values)
        self._do(self._cursor.execute, compiled.text, compiled.parameters(values))

    def run_all(self, statement: Statement, rows: Sequence[Values]) -> None:
        """The statement once for each row; all of them have the same names."""
        if len(rows) == 1:
            self.run(statement, rows[0])
        elif rows:
            compiled = self._compile(statement, rows[0])
            parameters = [compiled.parameters(row) for row in rows]
            self._do(self._cursor.executemany, compiled.text, parameters)

    def rows(self, statement: Statement, values: Values = NOTHING) -> list[Row]:
        compiled = self._compile(statement, values)
        self._do(self._cursor.execute, compiled.text, compiled.parameters(values))
        return [compiled.row(found) for found in self._do(self._cursor.fetchall)]

    def first(self, statement: Statement, values: Values = NOTHING) -> Row | None:
        return next(iter(self.rows(statement, values)), None)

    def value(self, statement: Statement, values: Values = NOTHING) -> Any:
        """The first column of the first row; None without one."""
        row = self.first(statement, values)
        return next(iter(row.values())) if row else None

    def _compile(self, statement: Statement, values: Values) -> CompiledStatement:
        kind = self._dialect.name
        chosen = statement.of(kind) if isinstance(statement, Insert) else statement
        key = (chosen, kind, tuple(values))
        if key not in _compiled:
            _compiled[key] = CompiledStatement(chosen, self._dialect, tuple(values))
        return _compiled[key]

    def _do(self, deed: Callable[..., Any], *arguments: Any) -> Any:
        driver = self._dialect.loaded_dbapi
        try:
            return deed(*arguments)
        except driver.Error as error:
            fault = DBAPIError.instance(
                None, None, error, driver.Error, hide_parameters=True, dialect=self._dialect
            )
            raise fault from error
