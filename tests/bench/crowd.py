"""Runners by the million: one answers all questions in a chat, and the rest are its copies.

So the rows are what the product itself writes, whatever its tables look like today.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, TextClause, delete, text

from content.bundle import Content, load_content
from storage.database.engine import open_engine
from storage.database.tables import inbox, outbox, reminders, runners
from tests.support.chat import open_chatroom

FIRST = 1_000_000_000  # the id of the first copy, far from the pattern's
PATTERN = 900_000_000


@dataclass(frozen=True)
class Group:
    """So many runners in Berlin who want their reminder at that time every day."""

    count: int
    at: str = "07:00"


async def fill(url: str, groups: Sequence[Group], content: Content | None = None) -> None:
    """Put the groups into an empty database, one after the other by id."""
    async with open_chatroom(url, content or load_content()) as room:
        for number, group in enumerate(groups):
            runner = room.runner(PATTERN + number)
            await runner.onboard()
            await runner.say(f"remind me at {group.at}")
    engine = open_engine(url)
    with engine.begin() as connection:
        first = FIRST
        for number, group in enumerate(groups):
            keys = {"pattern": PATTERN + number, "first": first, "last": first + group.count - 1}
            connection.execute(_copies(runners, "id"), keys)
            connection.execute(_copies(reminders, "runner_id"), keys)
            first += group.count
        for done in (inbox, outbox, runners):
            connection.execute(delete(done).where(*_older(done)))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def _copies(table: Table, key: str) -> TextClause:
    """Copy the rows of the runner :pattern for everybody from :first to :last."""
    names = ", ".join(c.name for c in table.columns if c.name not in ("id", key))
    return text(
        f"INSERT INTO {table.name} ({key}, {names}) "  # noqa: S608 - our own names
        "WITH RECURSIVE numbers(n) AS "
        "(SELECT :first UNION ALL SELECT n + 1 FROM numbers WHERE n < :last) "
        f"SELECT n, {names} FROM numbers, {table.name} WHERE {key} = :pattern"
    )


def _older(table: Table) -> list[ColumnElement[bool]]:
    return [table.c.id < FIRST] if table is runners else []
