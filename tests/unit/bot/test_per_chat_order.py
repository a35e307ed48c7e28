"""A chat has its turn before it has a place among those that are handled at once."""

import asyncio

from telegram import Chat, Message, Update

from bot.gateway.flood_control import FloodControl
from bot.gateway.flood_limit import FloodLimit
from bot.gateway.per_chat_order import PerChatOrder
from tests.support.clock import MONDAY_MORNING as NOW


async def nothing(_what: object) -> None: ...


def order(side_by_side: int) -> PerChatOrder:
    flood = FloodControl(
        FloodLimit(burst=1000),
        lambda: NOW,
        warns=lambda _: None,
        slow_down=nothing,
        leave_out=nothing,
    )
    return PerChatOrder(side_by_side, flood)


def update(number: int, chat_id: int) -> Update:
    return Update(number, message=Message(number, NOW, Chat(chat_id, Chat.PRIVATE), text="hello"))


async def test_a_hundred_updates_of_one_chat_leave_a_place_for_another():
    handled: list[int] = []
    free = asyncio.Event()

    async def work(number: int) -> None:
        if number < 100:
            await free.wait()
        handled.append(number)

    places = order(side_by_side=2)
    async with asyncio.TaskGroup() as tasks:
        for number in range(100):
            tasks.create_task(places.process_update(update(number, 5), work(number)))
        other = tasks.create_task(places.process_update(update(100, 6), work(100)))
        await asyncio.wait_for(other, 5)
        assert handled == [100]
        free.set()
    assert handled == [100, *range(100)]
    assert places.has_room()
