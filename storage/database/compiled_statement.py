"""A statement put together once: its text, and how values go in and come out.

SQLAlchemy's own way looks a statement up in its cache and prepares values and rows anew whenever it
runs; a "done" then costs half as much again. Every statement is run both ways in
tests/unit/storage/test_compiled_statement.py, so that they mean the same.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Dialect

Values: TypeAlias = Mapping[str, Any]
Row: TypeAlias = dict[str, Any]
Convert: TypeAlias = Callable[[Any], Any]


class CompiledStatement:
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
