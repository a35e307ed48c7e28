"""What operators ask on the command line and in the chat."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.main import main
from content.bundle import Content
from scheduler.planning.memory import Reminder
from storage.queries.outbox import OutboxMessage, Outcome
from storage.store import Store, UnitOfWork
from tests.support.chat import Chatroom, open_chatroom
from tests.support.clock import MONDAY_MORNING


@pytest.fixture(autouse=True)
def _monday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cli.operator_commands.real_now", lambda: MONDAY_MORNING)


@pytest.fixture
def store(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("LIMBER_DATABASE_URL", database_url)
    opened = Store(database_url)
    yield opened
    opened.close()


async def bury(store: Store, count: int) -> list[int]:
    """Letters that Telegram refused two hours ago; returns their ids."""

    def story(work: UnitOfWork) -> list[int]:
        then = MONDAY_MORNING - timedelta(hours=2, minutes=5)
        text = {"text": "my left knee hurts"}
        work.outbox.post(
            [OutboxMessage("send_message", text, chat_id=n) for n in range(count)], then
        )
        queued = work.outbox.claim(then, count)
        dead = [Outcome(each.id, "dead", error="Message is too long") for each in queued]
        work.outbox.settle(dead, then)
        return sorted(each.id for each in queued)

    return await store.run(story)


async def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """A command, in a thread of its own as in a process of its own."""
    import asyncio

    code = await asyncio.to_thread(main, words)
    shown = capsys.readouterr()
    return code, shown.out + shown.err


async def test_dead_letters_are_listed_without_their_words(store: Store, capsys):
    assert await run(capsys, "outbox", "list") == (0, "no dead letters, and none unsure\n")
    (first,) = await bury(store, 1)
    code, shown = await run(capsys, "outbox", "list")
    assert code == 0
    words = [str(first), "send_message", "2", "h", "dead: Message is too long\n"]
    assert shown.split(maxsplit=4) == words
    assert "knee" not in shown


async def test_dead_letters_are_replayed_by_id_or_all(store: Store, capsys):
    first, second, third = await bury(store, 3)
    assert await run(capsys, "outbox", "replay", str(first)) == (
        0,
        "1 put back into the outbox\n",
    )
    code, shown = await run(capsys, "outbox", "replay", str(second), str(first))
    assert code == 1
    assert shown == "1 put back into the outbox, 1 neither dead nor unsure: left alone\n"
    assert await run(capsys, "outbox", "replay", "--all") == (0, "1 put back into the outbox\n")
    now = MONDAY_MORNING + timedelta(seconds=1)
    again = await store.run(lambda work: work.outbox.claim(now, 10))
    assert sorted(each.id for each in again) == [first, second, third]


@pytest.mark.parametrize("words", [[], ["7", "--all"]])
async def test_replay_wants_ids_or_all(store: Store, capsys, words: list[str]):
    code, shown = await run(capsys, "outbox", "replay", *words)
    assert code == 2
    assert "--all" in shown


def plan(work: UnitOfWork, at: datetime, count: int) -> None:
    for number in range(1, count + 1):
        work.runners.add(number, "Sam", at)
        work.runners.change(number, {"zone": "Europe/Berlin"})
        work.reminders.plan(Reminder(number, "daily", at))


async def test_the_forecast_tells_an_hour_a_line(
    store: Store, capsys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LIMBER_SEND_RATE", "0.5")
    assert await run(capsys, "forecast") == (0, "nothing is due in the next 24 hours\n")
    soon = MONDAY_MORNING + timedelta(hours=2)
    await store.run(lambda work: plan(work, soon, 60))
    code, shown = await run(capsys, "forecast")
    assert code == 0
    assert shown.endswith(" Berlin: 60 due, 2 min at 0.5/s\n")


async def test_a_backup_is_a_database_and_nothing_is_overwritten(
    store: Store, capsys, tmp_path: Path
):
    await store.run(lambda work: work.runners.add(5, "Sam", MONDAY_MORNING))
    copy = tmp_path / "copy.db"
    code, shown = await run(capsys, "db", "backup", str(copy))
    if not store.alone:
        assert code == 2
        assert "pg_dump" in shown
        return
    assert code == 0
    assert shown.endswith("copy.db: runners 1, reminders 0, entries 0, outbox 0\n")
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT name FROM runners").fetchall() == [("Sam",)]
    code, shown = await run(capsys, "db", "backup", str(copy))
    assert code == 2
    assert "exists" in shown


@pytest.fixture
async def room(database_url: str, content: Content) -> AsyncIterator[Chatroom]:
    async with open_chatroom(database_url, content, admins=frozenset({7})) as opened:
        yield opened


async def test_admin_is_for_admins(room: Chatroom):
    admin, somebody = room.runner(7), room.runner(5)
    await somebody.onboard()
    assert "I don't know that command" in await somebody.say("/admin")
    shown = await admin.say("/admin")
    assert "Out: 0 waiting, 0 dead, 0 unsure." in shown
    assert "Tuesday 07:00 Berlin: 1 due, 1 min at 100000/s" in shown


async def test_a_backup_into_no_folder_is_refused(database_url: str, monkeypatch, capsys):
    monkeypatch.setenv("LIMBER_DATABASE_URL", database_url)
    code, shown = await run(capsys, "db", "backup", "nowhere/copy.db")
    assert code == 2
    assert "nowhere; make it first" in shown


async def test_no_control_character_reaches_the_terminal(store: Store, capsys):
    words = "why \x1b]0;mine\x07 stretch\nFAKE \u202eline"
    await store.run(lambda work: work.unanswered.keep(words, MONDAY_MORNING))
    code, shown = await run(capsys, "content", "unanswered")
    assert code == 0
    assert shown.count("\n") == 1
    assert not any(sign in shown for sign in "\x1b\x07\u202e")
    assert "stretch FAKE" in shown
