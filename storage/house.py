"""What all replicas have to agree on, as names and values."""

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import house

GET = select(house.c.value).where(house.c.key == bindparam("name"))
KEEP = {
    name: (insert := dialect.insert(house)).on_conflict_do_update(
        index_elements=["key"], set_={"value": insert.excluded.value}
    )
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


class House:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        return self._connection.execute(GET, {"name": key}).scalar()

    def keep(self, key: str, value: str) -> None:
        statement = KEEP[self._connection.dialect.name]
        self._connection.execute(statement, {"key": key, "value": value})
