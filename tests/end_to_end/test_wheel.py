"""What is installed from a wheel works without a checkout."""

import asyncio
import json
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.support import processes
from tests.support.processes import free_port
from tests.support.wheel import ROOT, install

WHERE = """
import importlib.util, json, sys
import bot.cli.commands, bot.playground.play
rooms = [sys.modules[name].__file__ for name in ("bot", "content", "scheduler", "storage")]
extra = [name for name in ("aiogram", "pytest", "resvg_py") if importlib.util.find_spec(name)]
print(json.dumps({"rooms": rooms, "path": sys.path, "extra": extra}))
"""


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("wheel"))


def alone(programs: Path) -> dict[str, str]:
    return {"PATH": f"{programs}{os.pathsep}{os.defpath}"}


def test_nothing_comes_from_the_checkout(programs: Path, tmp_path: Path):
    told = subprocess.run(
        [programs / "python", "-c", WHERE],
        env=alone(programs),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(told.stdout)
    home = str(programs.parent)
    assert [file for file in found["rooms"] if not file.startswith(home)] == []
    assert [folder for folder in found["path"] if folder.startswith(str(ROOT))] == []
    assert found["extra"] == []


@pytest.fixture
async def page(programs: Path, tmp_path: Path) -> AsyncIterator[aiohttp.ClientSession]:
    """The playground of the wheel, and a session with its page."""
    port, log = free_port(), tmp_path / "log"
    with log.open("wb") as out:
        process = processes.start(
            [programs / "limber", "playground", "--port", str(port)],
            env=alone(programs),
            cwd=tmp_path,
            stdout=out,
            stderr=out,
        )
    try:
        async with asyncio.timeout(90):
            while "playground: http" not in log.read_text():
                assert process.poll() is None, log.read_text()
                await asyncio.sleep(0.05)
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            yield session
    finally:
        process.send_signal(signal.SIGINT)
        assert await asyncio.to_thread(process.wait, processes.PATIENCE) == 0, log.read_text()


async def answers(events: aiohttp.ClientResponse) -> AsyncIterator[dict]:
    """The bot's messages as the page is told of them."""
    async for line in events.content:
        event = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
        if event.get("type") == "message" and event["message"]["from_bot"]:
            yield event["message"]


async def test_the_playground_of_a_wheel_answers_and_is_strict(page: aiohttp.ClientSession):
    async with page.get("/") as home:
        assert "text/html" in home.headers["Content-Type"]
        assert "<title>" in await home.text()
    async with page.get("/page/static/app.js") as script:
        assert script.status == 200
    async with asyncio.timeout(60), page.get("/page/events") as events:
        async with page.post("/page/say", json={"text": "/start"}) as taken:
            assert taken.status == 200
        shown = answers(events)
        greeting = await anext(shown)
    assert "Limber" in greeting["text"]
    assert greeting["buttons"]

    call = {"chat_id": 1001, "text": "x", "silent": True}
    async with page.post("/bot1000:playground/sendMessage", json=call) as refused:
        words = (await refused.json())["description"]
    assert words == "Bad Request: sendMessage has no parameter silent (strict fake)"
