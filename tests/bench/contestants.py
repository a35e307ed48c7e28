"""The bots that run against each other, each as a process of its own."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.due import due_moments
from tests.bench.lean import LeanTelegram
from tests.bench.memory import rss_mb

ROOT = Path(__file__).parents[2]
TOKEN = "1:BENCH"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Contestant:
    """A bot by name, and the arguments that python runs it with."""

    name: str
    arguments: Sequence[str]
    database: str = ""
    rate: float = 100_000


@dataclass
class Running:
    """A contestant that polls; `cold_start` is the seconds from nothing to its first poll."""

    telegram: LeanTelegram
    process: subprocess.Popen[bytes]
    cold_start: float

    @property
    def rss_mb(self) -> float:
        return rss_mb(self.process.pid)

    @property
    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


def environment(**more: str) -> dict[str, str]:
    """Ours, with compiled modules kept as any installed program has them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LIMBER_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {"PYTHONPATH": str(ROOT)} | more


@asynccontextmanager
async def running(
    contestant: Contestant, folder: Path, telegram: LeanTelegram | None = None
) -> AsyncIterator[Running]:
    """Start it; the block begins with its first poll."""
    telegram = telegram or LeanTelegram()
    async with telegram.serve() as url:
        env = environment(
            LIMBER_BOT_TOKEN=TOKEN,
            LIMBER_API_URL=url,
            LIMBER_DATABASE_URL=contestant.database,
            LIMBER_SEND_RATE=str(contestant.rate),
            LIMBER_LOG_LEVEL="WARNING",
        )
        began = time.perf_counter()
        with (folder / f"{contestant.name}.log").open("ab") as log:
            command = (sys.executable, *contestant.arguments)
            process = subprocess.Popen(command, env=env, cwd=folder, stdout=log, stderr=log)
        try:
            while not telegram.polls:
                if process.poll() is not None:
                    raise RuntimeError(f"{contestant.name} ended:\n{_tail(folder, contestant)}")
                await asyncio.sleep(0.001)
            yield Running(telegram, process, time.perf_counter() - began)
        finally:
            process.terminate()
            try:
                await asyncio.to_thread(process.wait, 20)
            except subprocess.TimeoutExpired:
                process.kill()


def _tail(folder: Path, contestant: Contestant) -> str:
    return (folder / f"{contestant.name}.log").read_text()[-2000:]


def limber(
    name: str, database: str, *, rate: float = 100_000, before: timedelta = timedelta(hours=1)
) -> Contestant:
    """`limber run` on a clock that starts so long before the first reminder is due."""
    ahead = (due_moments(database)[0] - before - datetime.now(UTC)).total_seconds()
    return Contestant(name, ("-m", "tests.bench.bots.limber", str(ahead)), database, rate)


def stock(at_once: int = 1) -> Contestant:
    name = "stock PTB echo" if at_once == 1 else f"stock PTB echo, {at_once} at once"
    return Contestant(name, ("-m", "tests.bench.bots.stock", str(at_once)))


def our_echo() -> Contestant:
    return Contestant("our echo", ("-m", "tests.bench.bots.ours"))


def aiogram() -> Contestant:
    return Contestant("aiogram echo", ("-m", "tests.bench.bots.aiogram_echo"))
