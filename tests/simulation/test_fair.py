"""Nobody waits for a chat that has much to hear, nor for one that Telegram has had enough of."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest

from storage.database.indexes import metadata
from storage.queries.outbox import OutboxMessage
from storage.store import Store
from tests.simulation.virtual import run
from tests.simulation.world import RATE, World

BUSY, OTHERS = 1, range(10, 30)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store("sqlite://")
    opened._threads.close()
    metadata.create_all(opened.engine)
    yield opened
    opened.engine.dispose()


def answers(chat: int, count: int = 1) -> list[OutboxMessage]:
    return [
        OutboxMessage("send_message", {"chat_id": chat, "text": f"{chat}: {n}"}, chat_id=chat)
        for n in range(count)
    ]


async def post(world: World, *queued: OutboxMessage) -> None:
    await world.store.run(lambda work: work.outbox.post(queued, world.now()))
    for replica in world.replicas:
        replica.sender.wake()


async def heard(world: World, chats: set[int], within: timedelta) -> dict[int, timedelta]:
    """When each of these chats first heard something, counted from now."""
    began = world.now()
    while world.now() < began + within:
        found = {chat for at, chat, _ in world.telegram.heard if at >= began}
        if chats <= found:
            break
        await world.tick()
    return {chat: at - began for at, chat, _ in reversed(world.telegram.heard) if chat in chats}


def test_a_chat_with_much_to_hear_leaves_room_for_others(store: Store):
    async def story() -> None:
        world = World(store, random.Random(1), lambda _chat, _reminder: None)
        world.start(replicas=1)
        await post(world, *answers(BUSY, 300))
        await post(world, *[each for chat in OTHERS for each in answers(chat)])
        waits = await heard(world, set(OTHERS), timedelta(minutes=2))
        assert len(waits) == len(OTHERS)
        assert max(waits.values()) < 2 * timedelta(seconds=len(OTHERS) / RATE)
        for each in world.replicas:
            await each.kill()

    run(story())
