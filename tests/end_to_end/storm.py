"""A morning with everything that can die dying: replicas and PostgreSQL, by kill -9.

Everybody's reminder is due at one moment; to some chats a row of numbered messages goes as well.
Telegram is the strict fake behind HTTP. `make chaos` runs it at full size and prints the figures.
"""

import asyncio
import gc
import multiprocessing
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.doors.http import serve
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.database.tables import outbox
from storage.queries.outbox import LEASE, OutboxMessage
from storage.store import Store
from tests.bench.crowd import FIRST, Group, fill
from tests.bench.due import due_moments
from tests.bench.figures import busiest_second, longest_silence
from tests.support import postgres
from tests.support.clock import FileClock
from tests.support.limber import Process
from tests.support.processes import free_port

SERIES = 5  # numbered messages to each chat that gets any
EARLY = timedelta(seconds=2)  # how long before the moment the replicas start
DRAIN = 0.3  # seconds in which what the dead replica put on the wire arrives
SETTLE = 1.0  # seconds in which a living replica writes down what has arrived
QUIET = 2.5  # seconds without a message in which even a stumbling replica would have sent one
HEAPS = 1.05  # what leaves evenly arrives in heaps; 28 a second of Telegram's 30 leave more room
STUCK = 90.0  # seconds without a message after which nothing more is expected

Message = tuple[int, str]  # chat and text


@dataclass(frozen=True)
class Size:
    """How many reminders at how many a second, and how often what is killed meanwhile."""

    due: int
    rate: int
    kills: int
    server_kills: int

    @property
    def chatty(self) -> range:
        """The chats that get a series too: one in ten."""
        return range(FIRST, FIRST + self.due, 10)

    @property
    def messages(self) -> int:
        return self.due + SERIES * len(self.chatty)


FULL = Size(due=20_000, rate=250, kills=20, server_kills=3)
SMALL = Size(due=300, rate=150, kills=2, server_kills=1)


@dataclass
class Outcome:
    """What the storm did. `in_flight` had reached Telegram and were not yet written down when
    their replica died; `replicas` is how many ran side by side. `silence` is the longest time, in
    seconds, in which nobody got anything."""

    size: Size
    replicas: int
    lost: int
    twice: int
    in_flight: int
    out_of_order: int
    busiest_second: int
    silence: float
    seconds: float

    def __str__(self) -> str:
        server_kills = self.size.server_kills if self.replicas > 1 else 0
        return (
            f"{self.size.messages:,} messages; replicas: {self.replicas}, one of them killed"
            f" {self.size.kills} times, PostgreSQL {server_kills} times; lost {self.lost},"
            f" twice {self.twice} (in flight at a kill: {self.in_flight}), chats out of order"
            f" {self.out_of_order}, most in any second {self.busiest_second} of {self.size.rate},"
            f" longest silence {self.silence:.1f} s, {self.seconds:.0f} s in all"
        )


@dataclass
class Storm:
    size: Size
    url: str
    folder: Path
    server: postgres.Server | None  # PostgreSQL, when that may die too
    dice: random.Random = field(default_factory=lambda: random.Random(3))
    in_flight: int = 0
    got: Counter[Message] = field(default_factory=Counter)
    looked: int = 0  # calls that are counted in `got`
    reader: Executor = field(
        default_factory=lambda: ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    )

    async def rage(self) -> Outcome:
        """From the first start until nothing is left to send."""
        replicas = 3 if self.server else 1
        async with self._running(replicas) as (processes, fake, clock):
            began = asyncio.get_running_loop().time()
            for target, strike in enumerate(self._strikes(), 1):
                share = target / (self.size.kills + 1)
                await self._until(fake, int(share * self.size.messages))
                if strike and self.server:
                    await asyncio.to_thread(self.server.stop, signal.SIGKILL)
                    await asyncio.to_thread(self.server.start)
                victim = self.dice.choice(processes)
                victim.kill()
                await asyncio.sleep(DRAIN)
                held = await self._unsettled(fake)
                if replicas > 1:  # what the living had in flight they write down at once
                    await asyncio.sleep(SETTLE)
                    held &= await self._unsettled(fake)
                self.in_flight += len(held)
                victim.start()  # it frees at once what it held before
            await self._until_quiet(fake)
            raged = len(fake.calls)
            clock.move(LEASE)  # what the dead held, others take now
            await self._until_nothing_waits(fake)
            seconds = asyncio.get_running_loop().time() - began
        self.reader.shutdown()
        return self._outcome(fake, replicas, raged, seconds)

    def _strikes(self) -> list[bool]:
        """For each kill of a replica, whether PostgreSQL dies with it."""
        strikes = [n < self.size.server_kills for n in range(self.size.kills)]
        self.dice.shuffle(strikes)
        return strikes

    @asynccontextmanager
    async def _running(
        self, replicas: int
    ) -> AsyncIterator[tuple[list[Process], FakeTelegram, FileClock]]:
        clock = self._clock()
        fake = FakeTelegram(now=clock.now)
        for chat in range(FIRST, FIRST + self.size.due):
            fake.person(chat).chat.open = True
        await self._post_series(clock)
        await self._waiting()  # starting the reader takes longer than the living leave the dead
        async with serve(fake) as url:
            hook = f"http://127.0.0.1:{free_port()}/telegram"
            processes = [self._replica(n, url, hook, clock) for n in range(replicas)]
            for process in processes:
                process.start()
            try:
                yield processes, fake, clock
            finally:
                for process in processes:
                    await process.stop()

    def _clock(self) -> FileClock:
        return FileClock.starting(self.folder / "clock", due_moments(self.url)[0] - EARLY)

    def _replica(self, number: int, url: str, hook: str, clock: FileClock) -> Process:
        folder = self.folder / str(number)
        folder.mkdir()
        settings = {
            "LIMBER_SEND_RATE": str(self.size.rate),
            "LIMBER_WEBHOOK_URL": hook,
            "LIMBER_WEBHOOK_SECRET": "storm",
            "LIMBER_LISTEN": f"127.0.0.1:{free_port()}",
        }
        return Process(url, self.url, clock.path, folder, level="WARNING", more=settings)

    async def _post_series(self, clock: FileClock) -> None:
        queued = [
            OutboxMessage("send_message", {"chat_id": chat, "text": f"№ {n}"}, chat_id=chat)
            for n in range(SERIES)
            for chat in self.size.chatty
        ]
        store = Store(self.url)
        await store.run(lambda work: work.outbox.post(queued, clock.now()))
        store.close()

    async def _until(self, fake: FakeTelegram, count: int) -> None:
        """Until so many messages have arrived, or none came for a long time."""
        loop = asyncio.get_running_loop()
        seen, last = 0, loop.time()
        while (now := self._look(fake).total()) < count:
            if now > seen:
                seen, last = now, loop.time()
            if loop.time() - last > STUCK:
                raise TimeoutError(f"stuck at {now} of {count} messages; {self._logs()}")
            await asyncio.sleep(0.05)

    def _look(self, fake: FakeTelegram) -> Counter[Message]:
        """All that has arrived. Only what is new is looked at, since every pause here is one of
        Telegram's, and what waits meanwhile would seem to have arrived all at once."""
        self.got.update(received(fake.calls[self.looked :]))
        self.looked = len(fake.calls)
        return self.got

    async def _until_quiet(self, fake: FakeTelegram) -> None:
        """Until nothing comes any more: only what the dead held is left, if anything."""
        seen = -1
        while (now := len(fake.calls)) > seen:
            seen = now
            await asyncio.sleep(QUIET)

    async def _until_nothing_waits(self, fake: FakeTelegram) -> None:
        """Until all is there and written down, or nothing moved for a long time: the outcome tells
        what is lost then."""
        loop = asyncio.get_running_loop()
        before, last = (-1, -1), loop.time()
        while (now := (len(await self._waiting()), len(self._look(fake)))) != (
            0,
            self.size.messages,
        ):
            if now != before:
                before, last = now, loop.time()
            if loop.time() - last > STUCK:
                return
            await asyncio.sleep(0.2)

    async def _waiting(self) -> list[Message]:
        """What the outbox holds, read by another process: a thread would hold up Telegram."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.reader, waiting, self.url)

    async def _unsettled(self, fake: FakeTelegram) -> set[Message]:
        """What waits in the outbox although Telegram has it."""
        got = set(self._look(fake))
        return {plain(chat, text) for chat, text in await self._waiting() if text} & got

    def _outcome(self, fake: FakeTelegram, replicas: int, raged: int, seconds: float) -> Outcome:
        got = self._look(fake)
        moments = [call.at.timestamp() for call in arrivals(fake.calls)]
        return Outcome(
            size=self.size,
            replicas=replicas,
            lost=self.size.messages - len(got),
            twice=got.total() - len(got),
            in_flight=self.in_flight,
            out_of_order=sum(not in_order(fake, chat) for chat in self.size.chatty),
            busiest_second=busiest_second(moments),
            silence=longest_silence([each.at.timestamp() for each in arrivals(fake.calls[:raged])]),
            seconds=seconds,
        )

    def _logs(self) -> str:
        logs = [path.read_text()[-1500:] for path in sorted(self.folder.glob("*/log"))]
        return "the replicas say:\n" + "\n---\n".join(logs)


def arrivals(calls: list) -> list:
    return [call for call in calls if call.method.lower() == "sendmessage"]


def plain(chat: int, text: str) -> Message:
    """A message as we count it: everybody gets one reminder, whatever it says."""
    return (chat, text if text.startswith("№") else "reminder")


def received(calls: list) -> Counter[Message]:
    return Counter(plain(int(c.params["chat_id"]), c.params["text"]) for c in arrivals(calls))


def waiting(url: str) -> list[Message]:
    engine = open_engine(url)
    query = select(outbox.c.chat_id, outbox.c.payload).where(outbox.c.state == "waiting")
    with engine.connect() as connection:
        found = [(row.chat_id, row.payload.get("text", "")) for row in connection.execute(query)]
    engine.dispose()
    return found


def in_order(fake: FakeTelegram, chat: int) -> bool:
    """Whether the series came in order; a message may come again right after itself."""
    texts = [m.text for m in fake.person(chat).messages if m.from_bot and m.text.startswith("№")]
    return texts == sorted(texts)


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, tuple[str, postgres.Server | None]]]:
    with postgres.server() as server:
        server.execute("CREATE DATABASE storm")
        yield {
            "postgresql": (server.url("storm"), server),
            "sqlite": (f"sqlite:///{folder / 'storm.db'}", None),
        }


async def everywhere(size: Size) -> bool:
    """On both databases in turn; prints what came of it, and says whether it is as promised."""
    folder = Path(tempfile.mkdtemp(prefix="limber-storm-"))
    fine = True
    with databases(folder) as all_:
        for kind, (url, server) in all_.items():
            (folder / kind).mkdir()
            prepare(url)
            await fill(url, [Group(size.due)])
            outcome = await Storm(size, url, folder / kind, server).rage()
            print(f"{kind}: {outcome}", flush=True)
            fine &= promised(outcome)
    shutil.rmtree(folder)
    return fine


def prepare(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


def promised(outcome: Outcome) -> bool:
    return (
        outcome.lost == 0
        and outcome.twice <= outcome.in_flight
        and outcome.out_of_order == 0
        and outcome.busiest_second <= HEAPS * outcome.size.rate
    )


if __name__ == "__main__":
    gc.disable()  # no pauses of Telegram's
    sys.exit(0 if asyncio.run(everywhere(SMALL if "small" in sys.argv else FULL)) else 1)
