"""What a runner writes is in no log, and after /delete it is nowhere.

A process of its own, as operators run it, at the level that tells most; then every file is read.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.playground.fake_telegram import FakeTelegram, Person
from bot.playground.fake_telegram.doors.http import serve
from tests.support import postgres
from tests.support.clock import FileClock
from tests.support.limber import Process

NAME, WORD = "Zebulonia", "quixotropic"
YES = "Yes, delete everything"
TOKEN, PASSWORD = "1:TEST", "hunter2"
SAID = (
    "did half, felt {}",
    "what about my {}",
    "remind me to breathe {} at 6pm",
    "ran 8 km on the {} loop",
    "my left knee has a {} ache going down the stairs",
    "{}",
    "/snooze {}",
)


@pytest.fixture
def clock(tmp_path: Path) -> FileClock:
    return FileClock.starting(tmp_path / "clock")


@pytest.fixture
async def fake(clock: FileClock) -> FakeTelegram:
    return FakeTelegram(now=clock.now)


@pytest.fixture
async def limber(
    fake: FakeTelegram, clock: FileClock, database_url: str, tmp_path: Path
) -> AsyncIterator[Process]:
    async with serve(fake) as url:
        folder = tmp_path / "limber"
        folder.mkdir()
        process = Process(url, database_url, clock.path, folder, level="DEBUG")
        process.start()
        yield process
        await process.stop()
        await fake.close()


async def until(person: Person, text: str, limber: Process) -> None:
    """Until the newest message of Limber reads so, with its buttons."""
    try:
        async with asyncio.timeout(60):
            while not (person.messages[-1].from_bot and text in person.screen().split("#")[-1]):
                await asyncio.sleep(0.01)
    except TimeoutError:
        pytest.fail(f"{person.screen()}\n{limber.log[-3000:]}")


async def say(person: Person, limber: Process, text: str) -> None:
    """Write that, and wait for an answer to it."""
    person.say(text)
    await until(person, "", limber)


async def chat(person: Person, limber: Process, fake: FakeTelegram) -> None:
    """All kinds of words, with answers of Telegram that are cut off or are no JSON meanwhile."""
    await say(person, limber, "/start")
    await say(person, limber, f"call me {NAME}")
    for number, words in enumerate(SAID):
        if number % 2:
            fake.faults.garble(method="sendMessage")
        await say(person, limber, words.format(WORD))


async def delete(person: Person, limber: Process) -> None:
    person.say("/delete")
    await until(person, YES, limber)
    person.tap(YES)
    await until(person, "Nothing of you is left", limber)


def everything(limber: Process, tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    """Each file of the database, of its copy, of the data folder, and the log."""
    if limber.database.startswith("sqlite"):
        database = Path(limber.database.removeprefix("sqlite:///"))
        files = [*database.parent.glob("*")]
        backup = tmp_path / "backups" / "limber.db"
        backup.parent.mkdir()
        environment = {**os.environ, "LIMBER_DATABASE_URL": limber.database}
        command = [sys.executable, "-m", "bot", "db", "backup", str(backup)]
        subprocess.run(command, env=environment, check=True, cwd=Path(__file__).parents[2])
        files.append(backup)
    else:
        dump = tmp_path / "limber.sql"
        command = [postgres.binaries() / "pg_dump", f"--file={dump}", limber.database]
        subprocess.run(command, check=True, capture_output=True)
        files = [dump]
    files += [each for each in limber.folder.rglob("*") if each.is_file()]
    yield from ((each.name, each.read_bytes()) for each in files)


def holding(limber: Process, tmp_path: Path, *words: str) -> list[str]:
    """The names of files in which one of these words is."""
    sought = [word.encode().lower() for word in words]
    return [
        name
        for name, content in everything(limber, tmp_path)
        if any(word in content.lower() for word in sought)
    ]


async def test_words_and_secrets_are_in_no_log_and_after_delete_nowhere(
    fake: FakeTelegram, limber: Process, tmp_path: Path
):
    sam = fake.person(815_4711, first_name=NAME)
    await chat(sam, limber, fake)
    log = limber.log.lower()
    assert " debug " in log
    assert [each for each in (NAME, WORD, TOKEN, PASSWORD) if each.lower() in log] == []
    await delete(sam, limber)
    assert await limber.stop() == 0
    assert holding(limber, tmp_path, NAME, WORD) == []
