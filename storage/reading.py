"""Queries whose answers a transaction remembers until it writes."""

from collections.abc import Hashable, Sequence

from storage.transaction import Row, Statement, Transaction, Values


class Remembering:
    """A story asks the same thing in several places; the database is asked once."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._known: dict[Hashable, Sequence[Row]] = {}

    def _rows(self, query: Statement, **values: Hashable) -> Sequence[Row]:
        asked = (query, *values.values())
        if asked not in self._known:
            self._known[asked] = self._transaction.rows(query, values)
        return self._known[asked]

    def _write(self, statement: Statement, values: Values) -> None:
        self._known.clear()
        self._transaction.run(statement, values)
