"""/delete: nothing of a runner stays in any table, and what comes after it is a new start."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from content.bundle import Content
from storage.database.tables import metadata
from storage.store import UnitOfWork
from tests.support.chat import Chatroom, open_chatroom

ADMIN, SAM = 900, 8154711


def rows_about(work: UnitOfWork) -> dict[str, int]:
    """How many rows of each table have something of Sam in any of their columns."""
    found = {}
    for table in metadata.sorted_tables:
        rows = work.transaction.connection.execute(select(table)).all()
        found[table.name] = sum(str(SAM) in str(row) or "Zebulonia" in str(row) for row in rows)
    return {name: count for name, count in found.items() if count}


async def chatted(room: Chatroom):
    sam = room.runner(SAM, "Zebulonia")
    await sam.onboard()
    for text in ("done", "the picture is broken", "ran 8 km", "my knee hurts a bit", "/test"):
        await sam.say(text)
    await sam.say("/delete")
    return sam


@pytest.mark.postgresql
async def test_nothing_of_a_runner_stays_in_any_table(database_url: str, content: Content):
    async with open_chatroom(database_url, content, admins=frozenset({ADMIN})) as room:
        await room.runner(ADMIN, "Ada").onboard()
        sam, store = await chatted(room), room.limber.store
        await store.run(lambda work: work.calendar_feeds.open(SAM, room.clock.now()))
        kept = {"runners", "inbox", "outbox", "entries", "calendar_feeds"}
        assert kept <= (await store.run(rows_about)).keys()
        await sam.tap("Yes, delete everything")
        assert "Nothing of you is left" in sam.reads
        assert (await store.run(rows_about)).keys() == {"outbox"}  # the receipt itself
        await room.limber.heartbeat.tidy()
        assert await store.run(rows_about) == {}


async def test_what_is_written_after_it_is_a_new_start(room: Chatroom):
    sam = await chatted(room)
    sam.person.tap("Yes, delete everything")
    sam.person.say("/start")
    await room.settle()
    assert "1 of 10" in sam.reads


async def test_bodies_go_when_they_are_handled_and_rows_two_days_later(room: Chatroom):
    sam = room.runner(SAM, "Zebulonia")
    await sam.say("/start")
    await sam.say("a word of mine")

    def bodies(work: UnitOfWork) -> list[object]:
        found = work.transaction.connection.execute(select(metadata.tables["inbox"].c.payload))
        return [row.payload for row in found]

    assert await room.limber.store.run(bodies) == [None, None]
    room.clock.at += timedelta(days=2, minutes=1)
    await room.limber.heartbeat.tidy()
    assert await room.limber.store.run(bodies) == []
