"""An upgrade from every older revision: who was there before chats on, and nothing is lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, insert

from content.bundle import Content
from storage.database import schema
from storage.database.engine import open_engine
from tests.support.chat import open_chatroom
from tests.support.clock import MONDAY_MORNING as NOW

pytestmark = pytest.mark.postgresql

SAM, YESTERDAY = 5, NOW.date() - timedelta(days=1)
CARD = "couch-stretch"
ANSWERS = {
    "zone": "Europe/Berlin",
    "sitting": "over-7",
    "spots": ["hip-flexors"],
    "run_days": [1, 3],
    "run_at": "18:00",
    "kit": ["roller"],
    "remind_at": "07:00",
    "remind_days": [0, 1, 2, 3, 4],
    "cue": "coffee",
}
HIS = {"runner_id": SAM}
# As each was written when it was new; what a table has not got yet is left out.
ROWS: dict[str, dict[str, Any]] = {
    "runners": {
        "id": SAM,
        "name": "Sam",
        "zone": "Europe/Berlin",
        "answers": ANSWERS,
        "created_at": NOW - timedelta(days=9),
    },
    "reminders": {
        **HIS,
        "slot": "daily",
        "next_due": NOW + timedelta(hours=22),
        "day": date(2026, 11, 17),
        "data": {"at": "07:00", "days": [0, 1, 2, 3, 4], "zone": "Europe/Berlin", "until": None},
    },
    "sessions": {**HIS, "day": YESTERDAY, "cards": [CARD], "minutes": 8, "reasons": {}},
    "entries": {
        **HIS,
        "day": YESTERDAY,
        "status": "done",
        "minutes": 8,
        "cards": [CARD],
        "note": "felt fine",
        "source": "tap",
        "logged_at": NOW - timedelta(days=1),
    },
    "diary": {
        **HIS,
        "day": YESTERDAY,
        "kind": "run",
        "key": "",
        "told_at": NOW - timedelta(days=1),
        "data": {"at": None, "km": 8, "kind": "easy", "done": True},
    },
    "inbox": {
        "update_id": 900_000_000,
        "chat_id": SAM,
        "received_at": NOW,
        "handled_at": NOW,
        "lease_until": NOW,
    },
    "outbox": {
        "chat_id": SAM,
        "priority": 1,
        "method": "send_message",
        "payload": {"chat_id": SAM, "text": "what waited before the upgrade"},
        "due_at": NOW,
        "state": "waiting",
    },
}


def revisions() -> list[str]:
    engine = open_engine("sqlite://")
    scripts = ScriptDirectory.from_config(schema._config(engine))
    engine.dispose()
    return sorted(each.revision for each in scripts.walk_revisions())


def fill(engine: Engine) -> None:
    """The rows, as far as this revision has room for them."""
    there = MetaData()
    there.reflect(engine)
    with engine.begin() as connection:
        for name, row in ROWS.items():
            if name in there.tables:
                table = there.tables[name]
                kept = {key: value for key, value in row.items() if key in table.c}
                connection.execute(insert(table), kept)


@pytest.mark.parametrize("revision", revisions())
async def test_who_was_there_before_chats_on(database_url: str, content: Content, revision: str):
    engine = open_engine(database_url)
    schema.downgrade(engine, "base")
    schema.upgrade(engine, revision)
    fill(engine)
    schema.upgrade(engine)
    engine.dispose()
    async with open_chatroom(database_url, content) as room:
        room.fake.person(SAM).chat.open = True
        sam = room.runner(SAM)
        await room.settle()
        assert "what waited before the upgrade" in sam.reads
        kept = await sam.exported()
        assert {**kept["profile"], **ANSWERS} == kept["profile"]
        (entry,) = kept["sessions"]
        assert (entry["date"], entry["note"]) == (YESTERDAY.isoformat(), "felt fine")
        (reminder,) = kept["reminders"]
        assert (reminder["slot"], reminder["at"]) == ("daily", "07:00")
        await sam.say("done")
        assert len((await sam.exported())["sessions"]) == 2
        await room.wait_until("07:00", days=1)
        assert "Start" in " ".join(sam.buttons)
