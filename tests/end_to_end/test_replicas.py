"""What deploy/ sets up, as processes: three webhook replicas, nginx before and PgBouncer behind.

One replica is killed and PostgreSQL stops in the middle of a conversation with everybody.
"""

import asyncio
import re
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.playground.fake_telegram import FakeTelegram, Person
from bot.playground.fake_telegram.doors.http import serve
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from storage.queries.operations import Operations
from storage.queries.outbox import LEASE
from storage.store import Store, Unavailable, UnitOfWork
from tests.support import postgres
from tests.support.clock import FileClock
from tests.support.limber import Process
from tests.support.processes import free_port
from tests.support.programs.nginx import nginx
from tests.support.programs.pgbouncer import pgbouncer

SECRET = "a-secret_of-the_test"
RUNNERS, EACH, REPLICAS = 20, 12, 3


@dataclass
class Cluster:
    fake: FakeTelegram
    database: postgres.Server
    store: Store
    clock: FileClock
    replicas: list[Process]
    addresses: list[str]
    door: str  # what the world reaches

    @property
    def logs(self) -> str:
        return "".join(each.log for each in self.replicas)

    async def health(self, number: int) -> int:
        """The status that a replica gives its load balancer; 0 if nobody answers."""
        address = f"{self.addresses[number]}/health"
        try:
            async with aiohttp.ClientSession() as session, session.get(address) as answer:
                return answer.status
        except aiohttp.ClientError:
            return 0

    async def seen(self, method: str, path: str) -> int:
        """The status that a stranger gets at the door."""
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, self.door + path, ssl=self.fake.webhook.trusts) as answer,
        ):
            return answer.status

    async def becomes(self, number: int, status: int) -> None:
        async with asyncio.timeout(30):
            while await self.health(number) != status:
                await asyncio.sleep(0.05)

    async def waiting(self) -> int:
        """Updates and letters on their way; -1 for a dead connection, the first after an outage."""
        try:
            seen = await self.store.run(
                lambda work: Operations(work.transaction).figures(self.clock.now())
            )
        except Unavailable:
            return -1
        return seen.updates.count + seen.outbox.count

    async def settle(self) -> None:
        """Until everything is handled and said, past leases that the dead still hold."""
        async with asyncio.timeout(90):
            while self.fake.updates.kept():
                await self.fake.updates.signal.wait(1)
            before = None
            while (left := await self.waiting()) and left != before:  # the living are at work
                before = left
                await asyncio.sleep(2)
            self.clock.move(LEASE + timedelta(seconds=1))
            while await self.waiting():
                await asyncio.sleep(0.05)


@pytest.fixture(scope="module")
def database() -> Iterator[postgres.Server]:
    """A server of its own, which may be stopped."""
    with postgres.server() as server:
        server.execute("CREATE DATABASE limber")
        engine = open_engine(server.url("limber"))
        upgrade(engine)
        engine.dispose()
        yield server


@pytest.fixture
async def cluster(database: postgres.Server, tmp_path: Path) -> AsyncIterator[Cluster]:
    clock = FileClock.starting(tmp_path / "clock")
    fake = FakeTelegram(now=clock.now)
    fake.webhook.first_pause = 0.1
    door, hosts = free_port(), [f"127.0.0.1:{free_port()}" for _ in range(REPLICAS)]
    store = Store(database.url("limber"))
    async with AsyncExitStack() as around:
        url = await around.enter_async_context(serve(fake))
        fake.webhook.trusts = around.enter_context(nginx(tmp_path / "nginx", door, hosts))
        pooled = around.enter_context(pgbouncer(database, free_port()))
        replicas = []
        for number, host in enumerate(hosts):
            (tmp_path / str(number)).mkdir()
            more = {
                "LIMBER_WEBHOOK_URL": f"https://127.0.0.1:{door}/telegram",
                "LIMBER_WEBHOOK_SECRET": SECRET,
                "LIMBER_LISTEN": host,
            }
            folder = tmp_path / str(number)
            replicas.append(Process(url, pooled, clock.path, folder, "DEBUG", more))
            replicas[-1].start()
        addresses = [f"http://{host}" for host in hosts]
        made = Cluster(
            fake, database, store, clock, replicas, addresses, f"https://127.0.0.1:{door}"
        )
        for number in range(REPLICAS):
            await made.becomes(number, 200)
        yield made
        codes = [await each.stop() for each in replicas]
        assert codes == [0] * REPLICAS, made.logs[-3000:]
    store.close()


def answers(person: Person) -> list[str]:
    """The times that the bot has confirmed in this chat, in the order of its messages."""
    said = [re.search(r"^Reminder: (\d\d:\d\d)", m.text) for m in person.messages if m.from_bot]
    return [found[1] for found in said if found]


async def befriend(cluster: Cluster) -> list[Person]:
    people = [cluster.fake.person(500 + n) for n in range(RUNNERS)]
    now = cluster.clock.now()

    def settle_in(work: UnitOfWork) -> None:
        for person in people:
            work.runners.add(person.id, "Sam", now)
            work.runners.change(person.id, {"zone": "Europe/Berlin"})

    await cluster.store.run(settle_in)
    return people


async def mishap(cluster: Cluster, step: int) -> None:
    """What happens after that step of the conversation."""
    if step == EACH // 4:
        cluster.replicas[1].kill()
    elif step == EACH // 2:
        cluster.database.stop(signal.SIGQUIT)
        await cluster.becomes(0, 503)
        assert await cluster.health(1) == 0
        cluster.database.start()
    elif step == EACH * 3 // 4:
        cluster.replicas[1].start()


async def test_nothing_is_lost_and_every_chat_stays_in_order(cluster: Cluster):
    people = await befriend(cluster)
    wanted = [f"06:{minute:02}" for minute in range(EACH)]
    for step, time in enumerate(wanted):
        for person in people:
            person.say(f"/remind {time}")
        await asyncio.sleep(0.15)
        await mishap(cluster, step)
    await cluster.settle()
    heard = [answers(person) for person in people]
    assert [[*dict.fromkeys(each)] for each in heard] == [wanted] * RUNNERS  # copies aside
    twice = sum(len(each) - EACH for each in heard)
    print(f"{RUNNERS * EACH} updates: lost 0, out of order 0, said twice {twice}")
    assert twice <= RUNNERS  # what was in flight: no more than one letter of each chat
    for number in range(REPLICAS):
        await cluster.becomes(number, 200)
    assert await cluster.seen("GET", "/health") == 404
    assert await cluster.seen("GET", "/telegram") == 403
    assert await cluster.seen("POST", "/telegram") == 403  # without the secret
    assert "1:TEST" not in cluster.logs
    assert SECRET not in cluster.logs
    assert "DEBUG" in cluster.logs
