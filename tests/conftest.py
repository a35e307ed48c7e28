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
from content.bundle import Content
from content.pictures.output.studio import WORKERS, Studio
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support import postgres, processes
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.support.first_chat import BODIES, FirstChat, had
from tests.support.mini_app.calls import open_served

# How long an example takes says more about the machine than about the code.
settings.register_profile("limber", deadline=None)
settings.load_profile("limber")

# The same files are read and checked a hundred times: what is the same text is parsed once.
yaml_reader.parsed = lru_cache(1 << 10)(yaml_reader.parsed)

Wanted = tuple[str, str | None]  # a first chat: the kind of its database, and one of BODIES
LOOPBACK = ("127.0.0.1", "::1", "localhost", "")


# Far from where anybody tests, so that what reads the zone or the locale is found.
SETTINGS = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}


def pytest_configure() -> None:
    """The same zone, locale and umask on every machine, for the processes of tests as well."""
    gc.disable()  # all that is collected stays to the end
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
    gc.freeze()
    gc.enable()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Chats run on SQLite, one of each capability on PostgreSQL too; all else runs on both."""
    if "database_url" in metafunc.fixturenames:
        chat = metafunc.definition.path.parent.name == "chats"
        marked = metafunc.definition.get_closest_marker("postgresql")
        kinds = ["sqlite"] if chat and not marked else ["sqlite", "postgresql"]
        metafunc.parametrize("database_kind", kinds, indirect=True)


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
        patch.setattr("bot.app.optional_parts.Studio", partial(Studio, start=lambda: drawers))
        patch.setattr("bot.app.optional_parts.Recorder", partial(Recorder, start=lambda: speakers))
        yield
    drawers.leave()
    speakers.leave()


@pytest.fixture(scope="session", autouse=True)
def _one_listener() -> Iterator[None]:
    ears = KeptProcesses(1, get_context("spawn"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "bot.app.optional_parts.Listener", partial(Listener, start=lambda: ears, patience=60)
        )
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
    return processes.kept_content(_kept_content)


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
def database_kind(request: pytest.FixtureRequest) -> str:
    """sqlite or postgresql, see `pytest_generate_tests`."""
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(
    request: pytest.FixtureRequest, database_kind: str, first_chat: FirstChat | None
) -> Iterator[str]:
    """A fresh, migrated database of each kind in turn; neither waits for a disk."""
    if database_kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="limber-", dir=postgres.in_memory()) as folder:
            database = Path(folder) / "limber.db"
            template = first_chat.template if first_chat else _template(request)
            shutil.copy(template, database)
            yield f"sqlite:///{database}"
        return
    server = request.getfixturevalue("postgres_server")
    name = server.fresh(first_chat.template if first_chat else "template_limber")
    yield server.url(name)
    server.drop(name)


def _template(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue("sqlite_template")
    return found


@pytest.fixture(scope="session")
def first_chats() -> dict[Wanted, FirstChat]:
    """Each is had once."""
    return {}


@pytest.fixture
def first_chat(
    request: pytest.FixtureRequest, database_kind: str, first_chats: dict[Wanted, FirstChat]
) -> FirstChat | None:
    """The first chat that was had before, where a room takes it and somebody of BODIES is in it."""
    who = next((each for each in BODIES if each in request.fixturenames), None)
    if who is None or "begun" not in request.fixturenames:
        return None
    wanted = (database_kind, BODIES[who])
    if wanted not in first_chats:
        first_chats[wanted] = had(*_migrated(request, database_kind), BODIES[who])
    return first_chats[wanted]


def _migrated(request: pytest.FixtureRequest, kind: str) -> tuple[str, str, Content]:
    """A database to have a first chat with: its name as a template, its URL; and what is said."""
    content = request.getfixturevalue("content")
    if kind == "sqlite":
        folder = request.getfixturevalue("tmp_path_factory").mktemp("first_chat")
        template = shutil.copy(_template(request), folder / "limber.db")
        return template, f"sqlite:///{template}", content
    server = request.getfixturevalue("postgres_server")
    template = server.fresh("template_limber")
    return template, server.url(template), content


@pytest.fixture
def begun(first_chat: FirstChat | None) -> dict[str, Any]:
    """Telegram and the clock as the first chat left them; nothing where none was had."""
    return first_chat.again() if first_chat else {}


@pytest.fixture
async def room(
    database_url: str, content: Content, begun: dict[str, Any]
) -> AsyncIterator[Chatroom]:
    """A running Limber and the people who chat with it; the clock stands until moved."""
    async with open_chatroom(database_url, content, **begun) as opened:
        yield opened


@pytest.fixture
def runner(room: Chatroom) -> Runner:
    """A runner who has not written yet."""
    return room.runner()


@pytest.fixture
def unasked(room: Chatroom) -> Runner:
    """A runner whose first chat is done but for the question about the body."""
    runner = room.runner()
    runner.body = BODIES["unasked"]
    return runner


@pytest.fixture
async def sam(room: Chatroom) -> Runner:
    """A runner whose first chat is done."""
    sam = room.runner()
    if not sam.person.messages:  # a room of its own knows nobody yet
        await sam.onboard()
    return sam


@pytest.fixture
async def served(
    database_url: str, content: Content, begun: dict[str, Any]
) -> AsyncIterator[Chatroom]:
    """A room whose sessions have a page."""
    async with open_served(database_url, content, **begun) as room:
        yield room


@pytest.fixture
async def ann(served: Chatroom) -> Runner:
    """A runner with a page, who knows what today's moves are."""
    runner = served.runner()
    await runner.say("/today")
    return runner
