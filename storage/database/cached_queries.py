"""Queries whose answers a transaction remembers until it changes them."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import ClauseElement

from storage.database.transaction import Row, Transaction

T = TypeVar("T")


class CachedQueries:
    """A story asks the same thing in several places; the database is asked once.

    Who writes either lets go of what was known (`_changing`), or puts it right there as well.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._known: dict[ClauseElement, dict[tuple[Any, ...], list[Any]]] = defaultdict(dict)

    def _read(self, query: ClauseElement, make: Callable[[Row], T], **values: Hashable) -> list[T]:
        known, asked = self._known[query], tuple(values.values())
        if asked not in known:
            known[asked] = [make(row) for row in self._transaction.rows(query, values)]
        return list(known[asked])

    def _changing(self, query: ClauseElement) -> Transaction:
        """Where to write what makes that query's answers differ."""
        self._known.pop(query, None)
        return self._transaction
