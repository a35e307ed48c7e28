"""How long others wait while one chat floods: `python -m tests.measuring.flood [COUNT] [KIND]`.

The product's own `limber run` by polling, at the rate that it sends with. Each other person writes
once and waits; first on a quiet bot, then while one has written so many messages at once.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.bench.contestants import Contestant, running
from tests.bench.figures import percentile
from tests.bench.lean import LeanTelegram
from tests.support import postgres

FLOODER, FIRST, OTHERS, EVERY = 1, 100, 60, 0.2
RATE = 28
PATIENCE = 120  # seconds


async def main(count: int, kind: str) -> None:
    with tempfile.TemporaryDirectory() as folder, _database(kind, folder) as url:
        telegram = LeanTelegram()
        bot = Contestant("flooded", ("-m", "tests.bench.bots.limber", "0"), url, RATE)
        async with running(bot, Path(folder), telegram) as process:
            _show("quiet", await _waits(telegram, FIRST))
            began, cpu = time.perf_counter(), process.cpu_seconds
            for number in range(count):
                telegram.say(FLOODER, f"hello {number}")
            _show(f"{count:,} by one", await _waits(telegram, FIRST + OTHERS))
            took = time.perf_counter() - began
            cpu = process.cpu_seconds - cpu
            print(f"{cpu:.1f} s of CPU in the {took:.0f} s after the flood began")


@contextmanager
def _database(kind: str, folder: str) -> Iterator[str]:
    if kind == "sqlite":
        yield _upgraded(f"sqlite:///{folder}/limber.db")
        return
    with postgres.server(fsync="on") as server:
        server.execute("CREATE DATABASE limber")
        yield _upgraded(server.url("limber"))


def _upgraded(url: str) -> str:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
    return url


async def _waits(telegram: LeanTelegram, first: int) -> list[float]:
    """Seconds that each of the others waited for the first answer."""
    said: dict[int, float] = {}
    waits: dict[int, float] = {}

    def heard(chat: int) -> None:
        if chat in said:
            waits.setdefault(chat, time.perf_counter() - said[chat])

    telegram.heard = heard
    for chat in range(first, first + OTHERS):
        said[chat] = time.perf_counter()
        telegram.say(chat, "hello")
        await asyncio.sleep(EVERY)
    patient_until = time.perf_counter() + PATIENCE
    while len(waits) < OTHERS and time.perf_counter() < patient_until:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    return [waits.get(chat, PATIENCE) for chat in said]


def _show(when: str, waits: list[float]) -> None:
    p50, p99 = (percentile(waits, share) for share in (0.5, 0.99))
    print(f"{when:16} others waited p50 {p50:.2f} s, p99 {p99:.2f} s, at most {max(waits):.2f} s")


if __name__ == "__main__":
    arguments = [*sys.argv[1:], *("5000", "sqlite")[len(sys.argv) - 1 :]]
    asyncio.run(main(int(arguments[0]), arguments[1]))
