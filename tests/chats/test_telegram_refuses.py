"""Telegram refuses one, refuses all, or is away: who waits, and how soon all goes on."""

from datetime import timedelta

import pytest

from bot.delivery.circuit_breaker import LONGEST
from storage.queries.operations import Operations
from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql

SEND = "sendMessage"


def people(room: Chatroom, count: int, first: int = 10) -> list[Runner]:
    return [room.runner(number, f"R{number}") for number in range(first, first + count)]


def answered(runners: list[Runner]) -> int:
    return sum(bool(each.bot_messages) for each in runners)


async def say(room: Chatroom, runners: list[Runner]) -> None:
    for each in runners:
        each.person.say("/start")
    await room.settle()


async def pass_by(room: Chatroom, seconds: float, step: float = 1) -> None:
    for _ in range(round(seconds / step)):
        room.clock.at += timedelta(seconds=step)
        await room.settle()


def sends(room: Chatroom) -> int:
    return sum(each.method == SEND for each in room.fake.calls)


async def test_chats_that_are_refused_wait_alone(room: Chatroom):
    refused, others = people(room, 4), people(room, 5, first=20)
    for each in refused:
        room.fake.faults.refuse(429, chat_id=each.person.id, retry_after=60, times=100)
    await say(room, refused)
    await say(room, others)
    assert (answered(refused), answered(others)) == (0, 5)


async def test_a_chat_that_is_refused_is_left_alone_until_then(room: Chatroom):
    (one,) = people(room, 1)
    room.fake.faults.refuse(429, method=SEND, retry_after=30)
    await say(room, [one])
    one.person.say("/help")
    await pass_by(room, 29)
    assert answered([one]) == 0
    assert sends(room) == 1
    await pass_by(room, 5)
    assert len(one.bot_messages) == 3  # the greeting, its answer, and the question that is open


async def test_the_bot_that_is_refused_waits_shortly_and_tries_one(room: Chatroom):
    crowd = people(room, 12)
    room.fake.faults.refuse(429, method=SEND, retry_after=60, times=1000)
    await say(room, crowd)
    tried = sends(room)
    late = people(room, 3, first=40)
    await say(room, late)
    assert sends(room) == tried  # nobody else is tried
    await pass_by(room, 2 * LONGEST.total_seconds())
    assert tried < sends(room) <= tried + 2
    room.fake.faults.clear()
    await pass_by(room, LONGEST.total_seconds() + 2)
    assert answered([*crowd, *late]) == 15


@pytest.mark.parametrize("fault", ["bad gateway", "nobody listens", "the token is refused"])
async def test_after_an_outage_all_are_answered_at_once(room: Chatroom, fault: str):
    crowd = people(room, 12)
    plan = {
        "bad gateway": lambda: room.fake.faults.refuse(502, times=10_000),
        "nobody listens": lambda: room.fake.faults.unreachable(times=10_000),
        "the token is refused": lambda: room.fake.faults.refuse(401, times=10_000),
    }
    plan[fault]()
    for each in crowd:
        await say(room, [each])
        await pass_by(room, 10, step=5)
    assert answered(crowd) == 0
    room.fake.faults.clear()
    await pass_by(room, 4)
    assert answered(crowd) == 12


async def test_one_refusal_of_the_token_delays_an_answer_by_seconds(room: Chatroom):
    (one,) = people(room, 1)
    room.fake.faults.refuse(401, method=SEND)
    await say(room, [one])
    await pass_by(room, 3)
    assert answered([one]) == 1


async def test_to_find_out_costs_no_message_its_tries(room: Chatroom):
    """Tried every two seconds for ten minutes, and still sent afterwards."""
    (one,) = people(room, 1)
    room.fake.faults.unreachable(method=SEND, times=10_000)
    await say(room, [one])
    await pass_by(room, 600, step=2.5)
    assert sends(room) > 100
    room.fake.faults.clear()
    await pass_by(room, 3)
    assert answered([one]) == 1
    dead = await room.limber.store.run(lambda work: Operations(work.transaction).unsent_letters(9))
    assert dead == []


async def test_one_refusal_of_the_token_stops_no_polls(room: Chatroom):
    (one,) = people(room, 1)
    await say(room, [one])
    room.fake.faults.refuse(401, method="getUpdates")
    room.fake.updates.interrupt()
    before = len(one.bot_messages)
    await one.say("/help")
    assert len(one.bot_messages) > before
