"""The bots that run against each other, each as a process of its own."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.http import serve
from tests.processes.limber import ROOT

TOKEN = "1:BENCH"


@dataclass(frozen=True)
class Contestant:
    name: str
    command: Sequence[str]
    database: str = ""


@dataclass
class Running:
    """A contestant that polls, with what its start cost."""

    fake: FakeTelegram
    process: subprocess.Popen[bytes]
    cold_start: float

    def rss_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@asynccontextmanager
async def running(contestant: Contestant, folder: Path) -> AsyncIterator[Running]:
    """Start it against a fake of its own; the clock stops at its first poll."""
    fake = FakeTelegram(token=TOKEN, strict_parameters=False)
    async with serve(fake) as url:
        env = {
            **os.environ,
            "LIMBER_BOT_TOKEN": TOKEN,
            "LIMBER_API_URL": url,
            "LIMBER_DATABASE_URL": contestant.database,
            "LIMBER_SEND_RATE": "100000",
            "LIMBER_LOG_LEVEL": "WARNING",
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        began = time.perf_counter()
        with (folder / f"{contestant.name}.log").open("ab") as log:
            process = subprocess.Popen(
                contestant.command, env=env, cwd=folder, stdout=log, stderr=log
            )
        try:
            while not any(call.method.lower() == "getupdates" for call in fake.calls):
                assert process.poll() is None, f"{contestant.name} ended; see its log"
                await asyncio.sleep(0.002)
            yield Running(fake, process, time.perf_counter() - began)
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait)
            await fake.close()


def limber(name: str, database: str) -> Contestant:
    return Contestant(name, (sys.executable, "-m", "bot", "run"), database)


def echo() -> Contestant:
    return Contestant("stock echo", (sys.executable, "-m", "tests.bench.echo"))
