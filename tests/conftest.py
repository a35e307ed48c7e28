"""Fixtures: two real databases, a fake Telegram, and a coach to chat with. No network."""

import gc
import os
import shutil
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from bot.listening.listener import Listener
from content.audio.recorder import Recorder
from content.authoring import yaml_reader
from content.bundle import Content, load_content
from content.pictures.output.studio import WORKERS, Studio
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support import first_chat, postgres, processes
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.support.first_chat import FirstChat
from tests.support.mini_app.calls import open_served

# How long an example takes says more about the machine than about the code.
settings.register_profile("limber", deadline=None)
settings.load_profile("limber")

# The same files are read and checked a hundred times: what is the same text is parsed once.
yaml_reader.parsed = lru_cache(1 << 10)(yaml_reader.parsed)

LOOPBACK = ("127.0.0.1", "::1", "localhost", "")


# Far from where anybody tests, so that what reads the zone or the locale is found.
SETTINGS = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}


def pytest_configure() -> None:
    """The same zone, locale and umask on every machine, for the processes of tests as well."""
    os.environ |= SETTINGS
    time.tzset()
    os.umask(0o022)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: many tests wait for processes of their own."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that wait go first, one after the other: the other workers fill their pauses."""
    items.sort(key=lambda item: item.path.parent.name != "end_to_end")


def pytest_collection_finish() -> None:
    """Thousands of tests and all they import stay to the end: no need to look for garbage there."""
    gc.collect()
    gc.freeze()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Chats run on SQLite, one of each capability on PostgreSQL too; all else runs on both."""
    if "database_url" in metafunc.fixturenames:
        chat = metafunc.definition.path.parent.name == "chats"
        marked = metafunc.definition.get_closest_marker("postgresql")
        kinds = ["sqlite"] if chat and not marked else ["sqlite", "postgresql"]
        metafunc.parametrize("database_url", kinds, indirect=True)


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything that wants to leave this machine fails its test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            pytest.fail(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _no_process_left() -> Iterator[None]:
    yield
    processes.end_all()


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.startswith("LIMBER_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


class KeptProcesses(ProcessPoolExecutor):
    """They stay when a chat ends, for the next one: starting takes longer than the work."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Not before all tests have run: see `leave`."""

    def leave(self) -> None:
        super().shutdown()


@pytest.fixture(scope="session", autouse=True)
def _one_set_of_processes() -> Iterator[None]:
    drawers, speakers = (KeptProcesses(many, get_context("spawn")) for many in (WORKERS, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.app.Studio", partial(Studio, start=lambda: drawers))
        patch.setattr("bot.app.Recorder", partial(Recorder, start=lambda: speakers))
        yield
    drawers.leave()
    speakers.leave()


@pytest.fixture(scope="session", autouse=True)
def _one_listener() -> Iterator[None]:
    ears = KeptProcesses(1, get_context("spawn"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.app.Listener", partial(Listener, start=lambda: ears, patience=60))
        yield
    ears.leave()


@pytest.fixture(scope="session", autouse=True)
def _kept_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All content is read anew once; then every worker and every process takes what is kept."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    file = shared / "content.cache"
    processes.keep_content_in(file)
    return file


@pytest.fixture(scope="session")
def content(_kept_content: Path) -> Content:
    return load_content(file=_kept_content)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    with postgres.server() as server:
        server.execute("CREATE DATABASE template_limber")
        engine = open_engine(server.url("template_limber"))
        upgrade(engine)
        engine.dispose()
        yield server


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh, migrated database of each kind in turn; neither waits for a disk."""
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(prefix="limber-", dir=postgres.in_memory()) as folder:
            database = Path(folder) / "limber.db"
            shutil.copy(request.getfixturevalue("sqlite_template"), database)
            yield f"sqlite:///{database}"
        return
    server = request.getfixturevalue("postgres_server")
    name = server.fresh("template_limber")
    yield server.url(name)
    server.drop(name)


@pytest.fixture(scope="session")
def first_chat_sqlite(
    sqlite_template: Path, content: Content, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, FirstChat]:
    path = tmp_path_factory.mktemp("sqlite") / "first_chat.db"
    shutil.copy(sqlite_template, path)
    return path, first_chat.had(f"sqlite:///{path}", content)


@pytest.fixture(scope="session")
def first_chat_postgresql(
    postgres_server: postgres.Server, content: Content
) -> tuple[str, FirstChat]:
    name = postgres_server.fresh("template_limber")
    return name, first_chat.had(postgres_server.url(name), content)


@pytest.fixture
async def room(
    request: pytest.FixtureRequest, database_url: str, content: Content
) -> AsyncIterator[Chatroom]:
    """A running Limber and the people who chat with it; the clock stands until moved.

    Where `sam` is wanted, his first chat was had before.
    """
    begun: dict[str, Any] = {}
    if "sam" in request.fixturenames:
        kind = database_url.partition(":")[0]
        template, chat = request.getfixturevalue(f"first_chat_{kind}")
        server = request.getfixturevalue("postgres_server") if kind == "postgresql" else None
        first_chat.put(template, database_url, server)
        begun = chat.again()
    async with open_chatroom(database_url, content, **begun) as opened:
        yield opened


@pytest.fixture
def runner(room: Chatroom) -> Runner:
    """A runner who has not written yet."""
    return room.runner()


@pytest.fixture
async def sam(room: Chatroom) -> Runner:
    """A runner whose first chat is done."""
    sam = room.runner()
    if not sam.person.messages:  # a room of its own knows nobody yet
        await sam.onboard()
    return sam


@pytest.fixture
async def served(database_url: str, content: Content) -> AsyncIterator[Chatroom]:
    """A room whose sessions have a page."""
    async with open_served(database_url, content) as room:
        yield room


@pytest.fixture
async def ann(served: Chatroom) -> Runner:
    """A runner with a page, who knows what today's moves are."""
    runner = served.runner()
    await runner.onboard()
    await runner.say("/today")
    return runner
