"""A backup comes back whole, and a file moves to PostgreSQL though it is interrupted."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from bot.cli.main import main
from bot.config.clock import real_now
from scheduler.log.entries import LogEntry, Status
from scheduler.planning.memory import Reminder
from storage import move
from storage.backup import copy_name
from storage.database.sole_use import sole_use
from storage.database.tables import metadata
from storage.queries.outbox import OutboxMessage
from storage.store import Store, UnitOfWork
from tests.support.clock import MONDAY_MORNING
from tests.support.postgres import Server

DAY = timedelta(days=1)


async def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """A command, in a thread of its own as in a process of its own."""
    code = await asyncio.to_thread(main, words)
    shown = capsys.readouterr()
    return code, shown.out + shown.err


def fill(work: UnitOfWork) -> None:
    """Ten runners with a log, reminders, and letters that wait."""
    for number in range(1, 11):
        work.runners.add(number, f"Sam {number} ü", MONDAY_MORNING)
        made = [_entry(n) for n in range(20)]
        work.session_log.record(number, *made)
        due, today = MONDAY_MORNING + DAY, MONDAY_MORNING.date()
        work.reminders.plan(Reminder(number, "daily", due, today, {"at": "07:00"}))
    letters = [OutboxMessage("send_message", {"text": "hi"}, chat_id=n) for n in range(1, 11)]
    work.outbox.post(letters, MONDAY_MORNING)


def _entry(number: int) -> LogEntry:
    sides = {"pigeon": {"left": 30.0}} if number % 2 else {}
    day = MONDAY_MORNING.date() - number * DAY
    return LogEntry(day, Status.DONE, number or None, ("pigeon",), MONDAY_MORNING, sides=sides)


@pytest.fixture
async def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as Limber left it when it was stopped."""
    path = tmp_path / "limber.db"
    monkeypatch.setenv("LIMBER_DATABASE_URL", f"sqlite:///{path}")
    with closing(Store(f"sqlite:///{path}")) as store:
        store.ensure_tables()
        await store.run(fill)
    return path


def names(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return [name for (name,) in database.execute("SELECT name FROM runners ORDER BY id")]


async def test_a_backup_takes_the_place_of_what_is_there(file: Path, capsys, tmp_path: Path):
    copy = tmp_path / "monday.db"
    await run(capsys, "db", "backup", str(copy))
    before = names(file)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM runners WHERE id > 3")
    code, shown = await run(capsys, "db", "restore", str(copy))
    assert (code, names(file)) == (2, before[:3])
    assert "--replace" in shown
    code, shown = await run(capsys, "db", "restore", str(copy), "--replace")
    assert (code, names(file)) == (0, before)
    assert "runners 10, reminders 10, entries 200, outbox 10" in shown
    kept = file.with_name("limber.db.before-restore")
    assert names(kept) == before[:3]
    assert [each.stat().st_mode & 0o077 for each in (file, kept)] == [0, 0]


async def test_copies_in_a_folder_go_when_their_turn_comes(file: Path, capsys, tmp_path: Path):
    folder = tmp_path / "copies"
    folder.mkdir()
    long_ago, lately = real_now() - timedelta(days=15), real_now() - timedelta(days=13)
    for at in (long_ago, lately):
        (folder / copy_name(at)).write_bytes(b"")
    (folder / "limber-monday.db").write_bytes(b"")  # a name of the operator's own
    code, shown = await run(capsys, "db", "backup", str(folder), "--keep", "14")
    made = set(folder.iterdir()) - {folder / copy_name(lately), folder / "limber-monday.db"}
    assert code == 0
    assert [names(each) for each in made] == [names(file)]
    assert f"removed {folder / copy_name(long_ago)}" in shown


async def test_a_copy_that_fails_removes_none(file: Path, capsys, tmp_path: Path):
    (tmp_path / copy_name(real_now() - timedelta(days=99))).write_bytes(b"")
    file.unlink()  # noqa: ASYNC240 - nobody waits here
    code, _ = await run(capsys, "db", "backup", str(tmp_path), "--keep", "14")
    assert code == 2
    assert len([*tmp_path.glob("limber-*.db")]) == 1  # noqa: ASYNC240 - nobody waits here


@pytest.mark.parametrize(("keep", "says"), [("0", "at least 1 day"), ("14", "is no folder")])
async def test_what_can_not_be_kept_is_told(file: Path, capsys, tmp_path: Path, keep, says):
    path = tmp_path if keep == "0" else tmp_path / "monday.db"
    code, shown = await run(capsys, "db", "backup", str(path), "--keep", keep)
    assert (code, says in shown) == (2, True)


async def test_a_backup_comes_back_where_nothing_is(file: Path, capsys, tmp_path: Path):
    copy = tmp_path / "monday.db"
    await run(capsys, "db", "backup", str(copy))
    before = names(file)
    file.unlink()  # noqa: ASYNC240 - nobody waits here
    code, shown = await run(capsys, "db", "restore", str(copy))
    assert (code, names(file)) == (0, before)
    assert "stood there" not in shown


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4096)])
async def test_what_is_no_backup_changes_nothing(
    file: Path, capsys, tmp_path: Path, content: bytes
):
    copy, before = tmp_path / "odd.db", names(file)
    copy.write_bytes(content)
    code, shown = await run(capsys, "db", "restore", str(copy), "--replace")
    assert (code, shown.count("\n"), names(file)) == (2, 1, before)


async def test_a_database_of_others_is_no_backup(file: Path, capsys, tmp_path: Path):
    copy, before = tmp_path / "other.db", names(file)
    with closing(sqlite3.connect(copy)) as other, other:
        other.execute("CREATE TABLE photos (id)")
    code, shown = await run(capsys, "db", "restore", str(copy), "--replace")
    assert (code, names(file)) == (2, before)
    assert "is no backup that this version reads" in shown


@pytest.mark.parametrize(
    "words", [("restore", "monday.db", "--replace"), ("move", "postgresql://")]
)
async def test_nothing_happens_while_limber_runs(file: Path, capsys, words: tuple[str, ...]):
    await run(capsys, "db", "backup", "monday.db")
    with sole_use(f"sqlite:///{file}"):
        code, shown = await run(capsys, "db", *words)
    assert code == 2
    assert "another Limber runs" in shown


@pytest.fixture
def elsewhere(postgres_server: Server) -> Iterator[str]:
    """An empty PostgreSQL."""
    name = postgres_server.fresh("template_limber")
    yield postgres_server.url(name)
    postgres_server.drop(name)


def everything(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, but for who ran there."""
    found = {}
    with closing(Store(url)) as store:
        for table in metadata.sorted_tables:
            with store.engine.begin() as connection:
                rows = connection.execute(select(table)).mappings()
                found[table.name] = sorted((dict(each) for each in rows), key=str)
    return {name: rows for name, rows in found.items() if name != "replicas"}


async def test_a_file_moves_to_postgresql(file: Path, elsewhere: str, capsys):
    code, shown = await run(capsys, "db", "move", elsewhere)
    assert code == 0, shown
    assert "       200  entries" in shown
    assert everything(elsewhere) == everything(f"sqlite:///{file}")
    with closing(Store(elsewhere)) as store:  # new rows have new numbers
        await store.run(lambda work: work.session_log.record(1, _entry(30)))
        entries = await store.run(lambda work: work.session_log.entries(1))
    assert len(entries) == 21


@pytest.mark.parametrize("calls", [2, 7, 10])
async def test_a_move_goes_on_where_it_was_interrupted(
    file: Path, elsewhere: str, capsys, monkeypatch: pytest.MonkeyPatch, calls: int
):
    monkeypatch.setattr(move, "BATCH", 30)
    with closing(Store(f"sqlite:///{file}")) as source, closing(Store(elsewhere)) as target:
        left = iter(range(calls))

        def falls(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if statement.startswith("INSERT") and next(left, None) is None:
                raise ConnectionResetError

        event.listen(target.engine, "before_cursor_execute", falls)
        with pytest.raises(ConnectionResetError):
            [*move.move(source.engine, target.engine, str(file))]
    code, shown = await run(capsys, "db", "move", elsewhere)
    assert code == 0, shown
    assert everything(elsewhere) == everything(f"sqlite:///{file}")


async def test_nobody_is_moved_among_others(file: Path, elsewhere: str, capsys):
    with closing(Store(elsewhere)) as store:
        await store.run(lambda work: work.runners.add(99, "Kim", MONDAY_MORNING))
    code, shown = await run(capsys, "db", "move", elsewhere)
    assert code == 2
    assert "name an empty one" in shown
    assert [each["name"] for each in everything(elsewhere)["runners"]] == ["Kim"]


@pytest.mark.parametrize(
    ("url", "mend"),
    [
        ("sqlite:///other.db", "move to postgresql://"),
        ("postgres://x@y/z", "write postgresql://"),
        ("nonsense", "it is not a database URL"),
    ],
)
async def test_a_wrong_url_is_one_line(file: Path, capsys, url: str, mend: str):
    code, shown = await run(capsys, "db", "move", url)
    assert (code, shown.count("\n")) == (2, 1)
    assert mend in shown
