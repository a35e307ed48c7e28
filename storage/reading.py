"""Queries whose answers a transaction remembers until it writes."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, RowMapping


class Remembering:
    """A story asks the same thing in several places; the database is asked once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Hashable, Sequence[RowMapping]] = {}

    def _rows(self, query: Executable, **values: Hashable) -> Sequence[RowMapping]:
        asked = (query, *values.values())
        if asked not in self._known:
            self._known[asked] = self._connection.execute(query, values).mappings().all()
        return self._known[asked]

    def _write(self, statement: Any, values: Mapping[str, Any]) -> None:
        self._known.clear()
        if isinstance(statement, dict):  # one for each kind of database
            statement = statement[self._connection.dialect.name]
        self._connection.execute(statement, values)
