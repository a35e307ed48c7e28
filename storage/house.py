"""What all replicas have to agree on, as names and values."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import house
from storage.transaction import Transaction

GET = select(house.c.value).where(house.c.key == bindparam("name"))
KEEP = {
    name: (insert := dialect.insert(house)).on_conflict_do_update(
        index_elements=["key"], set_={"value": insert.excluded.value}
    )
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


class House:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def get(self, key: str) -> str | None:
        value: str | None = self._transaction.value(GET, {"name": key})
        return value

    def keep(self, key: str, value: str) -> None:
        self._transaction.run(KEEP, {"key": key, "value": value})
