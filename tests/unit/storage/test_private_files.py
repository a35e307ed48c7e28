"""A SQLite database and all that lies beside it: for its owner alone, and emptied when asked."""

import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.dispatch.due_reminders import tidy
from storage.backup import backup
from storage.database.sole_use import sole_use
from storage.store import Store, UnitOfWork
from tests.unit.storage.test_store import NOW

NAME = "Zebulonia"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(f"sqlite:///{tmp_path / 'data' / 'limber.db'}")) as opened:
        opened.ensure_tables()
        yield opened


def modes(folder: Path) -> dict[str, int]:
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}


def add(work: UnitOfWork) -> None:
    work.runners.add(5, NAME, NOW)


async def test_files_are_for_their_owner_alone(store: Store, tmp_path: Path):
    await store.run(add)
    backup(store, tmp_path / "data" / "copy.db")
    with sole_use(f"sqlite:///{tmp_path / 'data' / 'limber.db'}"):
        names = {"limber.db", "limber.db-wal", "limber.db-shm", "limber.db.lock", "copy.db"}
        assert modes(tmp_path / "data") == dict.fromkeys(names, 0o600)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_file_of_an_older_version_is_closed_to_others(tmp_path: Path):
    file = tmp_path / "limber.db"
    file.touch(0o644)
    with closing(Store(f"sqlite:///{file}")):
        assert modes(tmp_path) == {"limber.db": 0o600}


def files_with(name: str, folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if name.encode() in each.read_bytes()]


async def test_who_is_removed_is_in_no_file_though_it_is_open(store: Store, tmp_path: Path):
    await store.run(add)
    assert files_with(NAME, tmp_path / "data")
    await store.run(lambda work: work.runners.remove(5))
    assert files_with(NAME, tmp_path / "data") == []


async def test_what_was_handled_is_in_no_file_once_it_is_tidied(store: Store, tmp_path: Path):
    await store.run(lambda work: work.inbox.store([(1, 5, {"text": NAME})], NOW))
    await store.run(lambda work: work.inbox.handled(1, NOW))
    await store.run(lambda work: tidy(work, NOW))
    assert files_with(NAME, tmp_path / "data") == []


async def test_a_reader_puts_it_off_and_stops_nobody(store: Store, tmp_path: Path):
    await store.run(add)
    with closing(Store(store.engine.url.render_as_string())) as other:
        with other.engine.connect() as reading:
            reading.exec_driver_sql("SELECT name FROM runners")
            reading.rollback()
            reading.connection.driver_connection.execute("BEGIN")
            reading.connection.driver_connection.execute("SELECT name FROM runners").fetchall()
            await store.run(lambda work: work.runners.remove(5))
            assert files_with(NAME, tmp_path / "data")
            reading.connection.driver_connection.execute("ROLLBACK")
        await store.run(lambda _work: None)
    assert files_with(NAME, tmp_path / "data") == []
