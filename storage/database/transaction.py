"""One transaction, and statements carried straight to the driver.

SQLAlchemy puts each statement together anew whenever it runs, which takes several times as long
as SQLite takes to answer. Here that happens once: its text, and how values go in and come out,
are kept.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeAlias

from sqlalchemy import ClauseElement, Connection, Dialect
from sqlalchemy.exc import DBAPIError

Values: TypeAlias = Mapping[str, Any]
Row: TypeAlias = dict[str, Any]
Convert: TypeAlias = Callable[[Any], Any]

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


class Prepared:
    """A statement's text for one kind of database, and how its values go in and come out."""

    def __init__(self, statement: Any, dialect: Dialect, names: Sequence[str]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=names, for_executemany=True)
        self.text: str = compiled.string
        self._fixed: Values = compiled.construct_params(dict.fromkeys(names))
        self._order: Sequence[str] | None = compiled.positiontup
        self._into: dict[str, Convert] = {
            name: convert
            for bind, name in compiled.bind_names.items()
            if (convert := bind.type.dialect_impl(dialect).bind_processor(dialect))
        }
        columns = statement.exported_columns
        self._names: list[str] = columns.keys()
        self._out: dict[str, Convert] = {
            column.key: convert
            for column in columns
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None))
        }

    def parameters(self, values: Values) -> Any:
        """As the driver wants them: by name, or in the order of the question marks."""
        given = {**self._fixed, **values}
        for name, convert in self._into.items():
            given[name] = convert(given[name])
        return given if self._order is None else [given[name] for name in self._order]

    def row(self, found: Sequence[Any]) -> Row:
        row = dict(zip(self._names, found, strict=True))
        for name, convert in self._out.items():
            row[name] = convert(row[name])
        return row


_prepared: dict[tuple[ClauseElement, str, tuple[str, ...]], Prepared] = {}


class Transaction:
    """Runs statements with their values. Raises SQLAlchemy's errors, like its connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._dialect = connection.dialect
        self._cursor = connection.connection.cursor()

    def say(self, text: str) -> None:
        """A statement in the database's own words."""
        self._do(self._cursor.execute, text)

    def run(self, statement: Statement, values: Values = NOTHING) -> None:
        prepared = self._prepare(statement, values)
        self._do(self._cursor.execute, prepared.text, prepared.parameters(values))

    def run_all(self, statement: Statement, rows: Sequence[Values]) -> None:
        """The statement once for each row; all of them have the same names."""
        if len(rows) == 1:
            self.run(statement, rows[0])
        elif rows:
            prepared = self._prepare(statement, rows[0])
            parameters = [prepared.parameters(row) for row in rows]
            self._do(self._cursor.executemany, prepared.text, parameters)

    def rows(self, statement: Statement, values: Values = NOTHING) -> list[Row]:
        prepared = self._prepare(statement, values)
        self._do(self._cursor.execute, prepared.text, prepared.parameters(values))
        return [prepared.row(found) for found in self._do(self._cursor.fetchall)]

    def first(self, statement: Statement, values: Values = NOTHING) -> Row | None:
        return next(iter(self.rows(statement, values)), None)

    def value(self, statement: Statement, values: Values = NOTHING) -> Any:
        """The first column of the first row; None without one."""
        row = self.first(statement, values)
        return next(iter(row.values())) if row else None

    def _prepare(self, statement: Statement, values: Values) -> Prepared:
        kind = self._dialect.name
        chosen = statement.of(kind) if isinstance(statement, Insert) else statement
        key = (chosen, kind, tuple(values))
        if key not in _prepared:
            _prepared[key] = Prepared(chosen, self._dialect, tuple(values))
        return _prepared[key]

    def _do(self, deed: Callable[..., Any], *arguments: Any) -> Any:
        driver = self._dialect.loaded_dbapi
        try:
            return deed(*arguments)
        except driver.Error as error:
            fault = DBAPIError.instance(
                None, None, error, driver.Error, hide_parameters=True, dialect=self._dialect
            )
            raise fault from error
