"""Content that changes while the bot runs, and content that stops it from starting.

A copy of the product in a folder of its own, so that nothing here is edited.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

import bot
from bot.operations import content_watch
from bot.operations.content_watch import ContentWatch
from content.bundle import load_content
from tests.end_to_end.test_playground import free_port
from tests.support import processes
from tests.support.chat import Chatroom

ROOT = Path(bot.__file__).parents[1]
PARTS = ("bot", "content", "scheduler", "storage")
THANKS = "content/library/messages/thanks.j2"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in PARTS:
        ignored = shutil.ignore_patterns("__pycache__", "cities.tsv")
        shutil.copytree(ROOT / part, tmp_path / part, ignore=ignored)
    (tmp_path / "content/places/cities.tsv").symlink_to(ROOT / "content/places/cities.tsv")
    return tmp_path


def limber(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (THANKS, "#}", "#}\n{{ nobody }}", "messages/thanks.j2:2 nobody: is not documented. Mend:"),
        (THANKS, "#}", "#}\n{% if %}", "messages/thanks.j2:2: is no template"),
        (
            "content/library/cards/clamshell.yaml",
            "level: 1",
            "level: 9",
            "cards/clamshell.yaml:17 level: is “9”, which is not known. Mend: use one of 1, 2, 3.",
        ),
        (
            "content/library/questions.yaml",
            "  kind: one\n  ask: How many",
            "  kind: won\n  ask: How many",
            "questions.yaml:6 1.kind: is “won”, which is not known. Mend: ",
        ),
    ],
    ids=["unknown name", "broken template", "broken card", "broken question"],
)
def test_run_refuses_what_is_broken_with_file_line_and_mend(
    copy: Path, file: str, old: str, new: str, told: str
):
    text = (copy / file).read_text()
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1))
    ran = limber(copy, "run", LIMBER_BOT_TOKEN="1:TEST")
    assert ran.returncode == 2, ran.stderr
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_what_was_kept_of_good_content_does_not_hide_what_is_broken_now(copy: Path):
    keep = """
from pathlib import Path
from content.bundle import load_content
load_content(file=Path("data/content.cache"))
"""
    subprocess.run([sys.executable, "-c", keep], cwd=copy, check=True, timeout=60)
    assert (copy / "data/content.cache").stat().st_size
    file = copy / "content/library/lexicon/topics.yaml"
    file.write_text(file.read_text().replace("despite-areas:", "despite-aeras:"))
    ran = limber(copy, "run", LIMBER_BOT_TOKEN="1:TEST")
    assert ran.returncode == 2, ran.stderr
    assert "lexicon/topics.yaml:1 despite-areas: is missing. Mend:" in ran.stderr


@pytest.fixture
def edited(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy's content takes the place of the installed one."""
    library = copy / "content" / "library"
    monkeypatch.setattr("content.bundle.library_folder", lambda: library)
    monkeypatch.setattr(content_watch, "FOLDER", library)
    return library


async def test_the_next_message_uses_what_was_saved(room: Chatroom, edited: Path):
    told: list[str] = []
    room.limber.dispatcher.content = load_content()
    look = ContentWatch(room.limber.dispatcher.content, room.limber.take, told.append).look
    runner = room.runner()
    await look()
    assert told == []
    (edited / "messages/thanks.j2").write_text(
        "{# When they thank us. #}\nAny time, said quietly.\n"
    )
    card = edited / "cards/clamshell.yaml"
    card.write_text(card.read_text().replace("name: Clamshell", "name: Quiet clam"))
    await look()
    assert told == [""]
    assert await runner.say("thanks") == "Any time, said quietly."
    assert "Quiet clam" in await runner.say("clamshell")


async def test_a_broken_file_leaves_the_last_good_one_in_use(room: Chatroom, edited: Path):
    told: list[str] = []
    room.limber.dispatcher.content = load_content()
    look = ContentWatch(room.limber.dispatcher.content, room.limber.take, told.append).look
    runner, good = room.runner(), room.limber.dispatcher.content.wording.message("thanks")
    file = edited / "messages/thanks.j2"
    text = file.read_text()
    file.write_text(text.replace("#}", "#}\n{% if %}"))
    await look()
    assert "messages/thanks.j2:2" in told[-1]
    assert "Mend: " in told[-1]
    words = edited / "messages/words.yaml"
    words.write_text(words.read_text().replace("  next: Next ›\n", "  next: Next {step} ›\n"))
    file.write_text(text)
    await look()
    assert "words.yaml" in told[-1]
    assert "{step}" in told[-1]
    assert await runner.say("thanks") == good
    words.write_text(words.read_text().replace("  next: Next {step} ›\n", "  next: On ›\n"))
    await look()
    assert told[-1] == ""
    await runner.say("clamshell")
    await runner.tap("▶️ Start")
    assert "On ›" in runner.buttons


@pytest.fixture
async def playground(copy: Path) -> AsyncIterator[str]:
    """A playground of the copy."""
    shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    address = f"http://127.0.0.1:{(port := free_port())}"
    with (copy / "log").open("wb") as log:
        process = processes.start(
            [sys.executable, "-m", "bot", "playground", "--port", str(port)],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            stdout=log,
            stderr=log,
        )
    try:
        async with asyncio.timeout(60):
            while "playground: http" not in (copy / "log").read_text():
                assert process.poll() is None, (copy / "log").read_text()
                await asyncio.sleep(0.05)
        yield address
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait, processes.PATIENCE)


async def test_the_page_and_the_terminal_tell_the_author(copy: Path, playground: str):
    file = copy / THANKS
    text = file.read_text()
    async with aiohttp.ClientSession(playground) as http, asyncio.timeout(30):
        events = await http.get("/page/events")
        file.write_text(text.replace("#}", "#}\n{{ nobody }}"))
        assert "thanks.j2:2 nobody" in await notice(events)
        file.write_text(text)
        assert '"text": ""' in await notice(events)
        events.close()
    log = (copy / "log").read_text()
    assert "thanks.j2:2 nobody: is not documented. Mend: " in log
    assert "content: read again" in log


async def notice(events: aiohttp.ClientResponse) -> str:
    async for line in events.content:
        if b'"notice", "text"' in line:
            return line.decode()
    raise AssertionError("the page was told nothing")
