"""From one database to another, table by table, and on from where it was interrupted.

Rows go in the order of their keys, so many in a transaction: as many as have arrived are the first
ones, and the next come after them. Nobody may write to either database meanwhile.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    Table,
    delete,
    func,
    insert,
    select,
    text,
)

from storage.database.tables import metadata, replicas, runners, shared_settings

BATCH = 2_000
MARK = "moving from"  # among the shared settings of a database that is not whole yet
LEFT = {replicas.name}  # who ran on the old database runs on it no more
TABLES = [each for each in metadata.sorted_tables if each.name not in LEFT]


class NotEmpty(ValueError):
    """The database that should be moved to has runners of its own."""


class Differs(RuntimeError):
    """Not all has arrived; the text says of what how much."""


def move(source: Engine, target: Engine, name: str) -> Iterator[tuple[str, int]]:
    """Each table once it is there, and how many rows it has. `name` tells the source from others.

    Raises NotEmpty, or at the end Differs.
    """
    with target.begin() as there:
        _begin(there, name)
    for table in TABLES:
        _copy(source, target, table)
        yield table.name, _count(target, table)
    with target.begin() as there:
        _number_on(there)
    _compare(source, target)
    with target.begin() as there:
        there.execute(delete(shared_settings).where(shared_settings.c.key == MARK))


def _begin(there: Connection, name: str) -> None:
    """Only into a database of which nobody has had any use, or where this move was interrupted."""
    marked = select(shared_settings.c.value).where(shared_settings.c.key == MARK)
    if there.execute(marked).scalar() == name:
        return
    if there.execute(select(runners.c.id).limit(1)).first():
        raise NotEmpty
    for table in reversed(metadata.sorted_tables):  # what an upgrade or a first start put there
        there.execute(delete(table))
    there.execute(insert(shared_settings).values(key=MARK, value=name))


def _rows(table: Table) -> Select[tuple[object, ...]]:
    wanted = select(table).order_by(*table.primary_key.columns)
    return wanted.where(table.c.key != MARK) if table is shared_settings else wanted


def _count(engine: Engine, table: Table) -> int:
    with engine.begin() as connection:
        count = select(func.count()).select_from(_rows(table).order_by(None).subquery())
        return int(connection.execute(count).scalar_one())


def _copy(source: Engine, target: Engine, table: Table) -> None:
    while rows := _after(source, table, _count(target, table)):
        with target.begin() as there:
            there.execute(insert(table), rows)


def _after(source: Engine, table: Table, count: int) -> list[Mapping[str, object]]:
    with source.begin() as here:
        found = here.execute(_rows(table).offset(count).limit(BATCH)).mappings()
        return [dict(each) for each in found]


def _number_on(there: Connection) -> None:
    """PostgreSQL numbers new rows by a sequence, which has not seen those that came numbered."""
    if there.dialect.name != "postgresql":
        return
    for table in TABLES:
        if table.autoincrement_column is not None:
            newest = f"(SELECT max(id) FROM {table.name})"  # noqa: S608 - our own name
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            there.execute(text(f"SELECT setval({sequence}, {newest}) WHERE {newest} > 0"))


def _compare(source: Engine, target: Engine) -> None:
    pairs = {each.name: (_count(source, each), _count(target, each)) for each in TABLES}
    wrong = [f"{name}: {was} became {now}" for name, (was, now) in pairs.items() if was != now]
    if wrong:
        raise Differs(", ".join(wrong))
