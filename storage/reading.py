"""Queries whose answers a transaction remembers until it changes them."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from sqlalchemy import ClauseElement

from storage.transaction import Row, Transaction


class Remembering:
    """A story asks the same thing in several places; the database is asked once."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._known: dict[ClauseElement, dict[tuple[Any, ...], list[Row]]] = defaultdict(dict)

    def _rows(self, query: ClauseElement, **values: Hashable) -> list[Row]:
        known, asked = self._known[query], tuple(values.values())
        if asked not in known:
            known[asked] = self._transaction.rows(query, values)
        return known[asked]

    def _changing(self, query: ClauseElement) -> Transaction:
        """Where to write what makes that query's answers differ."""
        self._known.pop(query, None)
        return self._transaction
