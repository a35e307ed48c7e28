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
from tests.support import processes
from tests.support.processes import free_port

ROOT = Path(bot.__file__).parents[1]
PARTS = ("bot", "content", "scheduler", "storage")
THANKS = "content/library/messages/thanks.j2"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in PARTS:
        ignored = shutil.ignore_patterns(
            "cities.tsv"
        )  # what is compiled is copied: it saves seconds
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
            "questions.yaml:{line} 1.kind: is “won”, which is not known. Mend: ",
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
    line = text[: text.index(old)].count("\n") + 1
    assert told.format(line=line) in ran.stderr
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
async def playground(copy: Path) -> AsyncIterator[str]:
    """A playground of the copy."""
    shutil.copytree(ROOT / "tests", copy / "tests")
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
