"""What all replicas have to agree on, as names and values."""

from typing import Any

from sqlalchemy import bindparam, select

from storage.database.tables import shared_settings
from storage.database.transaction import Insert, Transaction

GET = select(shared_settings.c.value).where(shared_settings.c.key == bindparam("name"))


def _keep(insert_into: Any) -> Any:
    statement = insert_into(shared_settings)
    new = {"value": statement.excluded.value}
    return statement.on_conflict_do_update(index_elements=["key"], set_=new)


KEEP = Insert(_keep)


class SharedSettings:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def get(self, key: str) -> str | None:
        value: str | None = self._transaction.value(GET, {"name": key})
        return value

    def keep(self, key: str, value: str) -> None:
        self._transaction.run(KEEP, {"key": key, "value": value})
