"""Two replicas take places from one budget."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.send_budget import SendBudget
from scheduler.planning.budget import Places
from storage.store import Store, UnitOfWork

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
RATE = 28


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def took(budget: SendBudget, offered: Places):
    return lambda work: budget.take(work, offered, NOW, RATE)


def offer(budget: SendBudget, count: int):
    return lambda work: budget.offer(work, NOW, count, RATE)


async def test_places_that_another_replica_took_are_not_given_away_again(store: Store):
    here, there = SendBudget(), SendBudget()
    offered = await store.run(offer(here, 2))
    first = await store.run(took(there, await store.run(offer(there, 3))))
    second = await store.run(took(here, offered))
    assert (first.start, first.count, second.count) == (NOW, 3, 2)
    assert second.start == first[3]


async def test_nobody_gets_more_than_there_is(store: Store):
    here, there = SendBudget(), SendBudget()
    offered = await store.run(offer(here, 4))
    first = await store.run(took(there, await store.run(offer(there, 100))))
    second = await store.run(took(here, offered))
    assert first.count > 4
    assert second.count == 0


async def test_a_pause_is_heard_before_the_next_letter_leaves(store: Store):
    here, there = SendBudget(), SendBudget()
    offered = await store.run(offer(here, 1))

    def flood(work: UnitOfWork) -> None:
        there.pause(work, NOW + timedelta(seconds=7))

    await store.run(flood)
    assert (await store.run(took(here, offered))).count == 0
    assert (await store.run(offer(there, 1))).count == 0
