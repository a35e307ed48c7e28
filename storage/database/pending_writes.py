"""Writes that wait until the end of a transaction, so that many of a kind are one statement."""

from storage.database.compiled_statement import Values
from storage.database.transaction import Statement, Transaction


class PendingWrites:
    """Rows by the statement that writes them, in the order in which they came.

    `now` is the transaction for whatever can't wait: what was collected is written first, so a
    statement always finds what the story did before it.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._rows: dict[Statement, list[Values]] = {}

    def add(self, statement: Statement, values: Values) -> None:
        """All rows of one statement have the same names."""
        self._rows.setdefault(statement, []).append(values)

    @property
    def now(self) -> Transaction:
        self.flush()
        return self._transaction

    def flush(self) -> None:
        waiting, self._rows = self._rows, {}
        for statement, rows in waiting.items():
            self._transaction.run_all(statement, rows)
