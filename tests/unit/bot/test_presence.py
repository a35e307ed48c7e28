"""Replicas on one database: who is gone, and that what they held is sent by the others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.operations.presence import SHORTLY, SILENT, Presence, is_gone
from storage.queries.outbox import LEASE, OutboxMessage
from storage.queries.replicas import Replica
from storage.store import Store
from tests.support.clock import MONDAY_MORNING as NOW
from tests.support.clock import StandingClock

SECOND = timedelta(seconds=1)
LONG = timedelta(hours=1)
ME = Replica("me", "here", 1, NOW)


@pytest.mark.parametrize(
    ("host", "pid", "silent", "steady", "gone"),
    [
        ("there", 7, SILENT - SECOND, LONG, False),
        ("there", 7, SILENT, LONG, True),
        ("there", 7, LONG, SILENT - SECOND, False),  # the database was away for us too
        ("here", 8, SHORTLY - SECOND, LONG, False),
        ("here", 8, SHORTLY, timedelta(0), True),  # no such process: killed just now
        ("here", 9, SHORTLY, LONG, False),  # it runs, and is slow
        ("here", 9, SILENT, LONG, True),
        ("here", 1, SHORTLY, timedelta(0), True),  # our own number, before we had it
        ("there", 7, -LONG, LONG, False),  # its clock is ahead
    ],
)
def test_who_is_gone(host: str, pid: int, silent: timedelta, steady: timedelta, gone: bool):
    other = Replica("other", host, pid, NOW - silent)
    assert is_gone(other, ME, steady, lambda number: number == 9) == gone


@pytest.fixture
def stores(database_url: str) -> Iterator[tuple[Store, Store]]:
    opened = Store(database_url), Store(database_url)
    yield opened
    for each in opened:
        each.close()


def both(stores: tuple[Store, Store], clock: StandingClock, woken: list[int]):
    """One here and one on another machine."""
    here, there = (Presence(each, clock.now, lambda: woken.append(1)) for each in stores)
    there._me = replace(there._me, host="elsewhere")
    return here, there


async def test_what_a_dead_replica_held_is_anybodys_long_before_its_lease_ends(
    stores: tuple[Store, Store],
):
    clock, woken = StandingClock(), []
    here, there = both(stores, clock, woken)
    await there.beat()
    sent = OutboxMessage("send_message", {"chat_id": 5, "text": "claimed"}, chat_id=5)
    await stores[1].run(lambda work: work.outbox.post([sent], clock.now()))
    (held,) = await stores[1].run(lambda work: work.outbox.claim(clock.now(), 10))
    passed = timedelta(0)
    while not woken:
        await here.beat()
        clock.at += SECOND
        passed += SECOND
    assert passed <= SILENT + 2 * SECOND < LEASE
    (again,) = await stores[0].run(lambda work: work.outbox.claim(clock.now(), 10))
    assert (again.id, again.unsure_sends) == (held.id, 1)  # it may have arrived


async def test_nobody_is_gone_after_the_database_was_away(stores: tuple[Store, Store]):
    clock, woken = StandingClock(), []
    here, there = both(stores, clock, woken)
    for _ in range(30):
        await here.beat()
        await there.beat()
        clock.at += SECOND
    clock.at += timedelta(minutes=2)
    for _ in range(30):
        await here.beat()
        await there.beat()
        clock.at += SECOND
    assert woken == []


async def test_who_leaves_frees_what_is_left(stores: tuple[Store, Store]):
    clock = StandingClock()
    there = Presence(stores[1], clock.now, lambda: None)
    await there.beat()
    sent = OutboxMessage("send_message", {"chat_id": 5, "text": "claimed"}, chat_id=5)
    await stores[1].run(lambda work: work.outbox.post([sent], clock.now()))
    await stores[1].run(lambda work: work.outbox.claim(clock.now(), 10))
    assert await stores[0].run(lambda work: work.outbox.claim(clock.now(), 10)) == []
    await there.leave()
    assert len(await stores[0].run(lambda work: work.outbox.claim(clock.now(), 10))) == 1
