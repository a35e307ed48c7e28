"""Far too many messages at once: asked to slow down, heard where it matters, and alone with it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.gateway.flood_limit import BURST, FloodLimit
from content.bundle import Content
from tests.support import counts
from tests.support.chat import Chatroom, Runner, open_chatroom

pytestmark = pytest.mark.postgresql

SLOW_DOWN = "a lot at once"
SOON = timedelta(milliseconds=20)  # until one more is heard, which is a second in the product
MANY = 60


@pytest.fixture
async def room(
    database_url: str, content: Content, begun: dict[str, Any]
) -> AsyncIterator[Chatroom]:
    limit = FloodLimit(every=SOON)
    async with open_chatroom(database_url, content, flood=limit, **begun) as opened:
        yield opened


async def breathe(room: Chatroom) -> None:
    """Long enough that all may be said again."""
    room.clock.at += timedelta(minutes=2)
    await room.settle()


def count(sam: Runner, words: str) -> int:
    return sum(words in each.text for each in sam.bot_messages)


async def test_a_burst_is_answered_and_then_asked_to_slow_down_once(sam: Runner, room: Chatroom):
    before = len(sam.bot_messages)
    for _ in range(MANY):
        sam.person.say("who are you?")
    await room.settle()
    assert count(sam, SLOW_DOWN) == 1
    assert len(sam.bot_messages) - before == BURST + 2  # the last one is answered too


async def test_ten_at_once_are_no_flood(sam: Runner, room: Chatroom):
    before = len(sam.bot_messages)
    for _ in range(BURST):
        sam.person.say("who are you?")
    await room.settle()
    assert len(sam.bot_messages) - before == BURST
    assert count(sam, SLOW_DOWN) == 0


async def test_it_is_asked_again_a_minute_later(sam: Runner, room: Chatroom):
    for seconds in (0, 30, 31):
        room.clock.at += timedelta(seconds=seconds)
        for _ in range(MANY):
            sam.person.say("who are you?")
        await room.settle()
    assert count(sam, SLOW_DOWN) == 2


async def test_the_last_thing_said_is_heard(sam: Runner, room: Chatroom):
    for _ in range(MANY):
        sam.person.say("who are you?")
    assert "1 of 5" in await sam.say("done")


DANGERS = ["my chest hurts and I can't breathe", "numb between my legs, no feeling there"]


async def test_a_danger_beyond_the_limit_is_answered_once(sam: Runner, room: Chatroom):
    texts = ["hi"] * MANY
    for number, text in enumerate(DANGERS):
        texts[20 + number : 50 : 2] = [text] * 15
    for text in texts:
        sam.person.say(text)
    await room.settle()
    assert count(sam, "Please stop here and get help now") == len(DANGERS)


async def test_a_tap_that_it_hurts_is_heard(sam: Runner, room: Chatroom):
    await sam.say("couch stretch")
    card = sam.person.last
    for number in range(MANY):
        beyond = number == MANY // 2
        sam.person.tap_data(card, "leave:hurts:couch-stretch:2026-11-16" if beyond else "program")
    await room.settle()
    assert any("Where" in each.text for each in sam.bot_messages)


async def test_taps_count_as_well(sam: Runner, room: Chatroom):
    await sam.say("who are you?")
    before = len(sam.bot_messages)
    for _ in range(MANY):
        sam.person.tap_data(sam.person.last, "today")
    await room.settle()
    assert count(sam, SLOW_DOWN) == 1
    assert len(sam.bot_messages) - before <= BURST + 2


async def test_a_command_to_stop_in_the_middle_of_a_flood_is_heard(sam: Runner, room: Chatroom):
    for number in range(MANY):
        sam.person.say("/pause" if number == MANY // 2 else "who are you?")
    await room.settle()
    assert (await sam.exported())["profile"]["paused_until"]


async def test_a_voice_in_the_middle_of_a_flood_is_heard(sam: Runner, room: Chatroom):
    await sam.say("hello")
    sam.person.send_voice()
    await room.settle()
    answer, before = sam.reads, len(sam.bot_messages)
    await breathe(room)
    for number in range(MANY):
        if number == MANY // 2:
            sam.person.send_voice()
        else:
            sam.person.say("who are you?")
    await room.settle()
    assert answer in [each.text for each in sam.bot_messages[before:]]


async def test_others_are_answered_meanwhile(sam: Runner, room: Chatroom):
    kim = room.runner(6, "Kim")
    for _ in range(500):
        sam.person.say("who are you?")
    assert "1 of 10" in await kim.say("/start")


async def test_most_of_a_flood_is_neither_read_nor_stored(sam: Runner, room: Chatroom):
    before = await room.limber.store.run(counts.handled)
    for _ in range(10 * MANY):
        sam.person.say("who are you?")
    await room.settle()
    assert await room.limber.store.run(counts.handled) - before < MANY
    assert room.fake.updates.kept() == []


async def test_what_waited_at_telegram_is_no_flood(sam: Runner, room: Chatroom):
    """Two dozen messages of a day come at once after an outage."""
    before = len(sam.bot_messages)
    for _ in range(2 * BURST + 4):
        sam.person.say("who are you?")
        room.clock.at += timedelta(minutes=1)
    await room.settle()
    assert len(sam.bot_messages) - before == 2 * BURST + 4


async def test_what_is_tried_again_is_counted_once(sam: Runner, room: Chatroom, monkeypatch):
    """While the database is away every update comes back each second: nobody is too fast."""
    before = len(sam.bot_messages)
    queue = room.limber.application.update_queue
    handed = []

    def keep(update) -> None:
        handed.append(update)
        type(queue).put_nowait(queue, update)

    monkeypatch.setattr(queue, "put_nowait", keep)
    await sam.say("who are you?")
    for _ in range(2 * BURST):
        type(queue).put_nowait(queue, handed[0])
        await asyncio.wait_for(queue.join(), 10)
    await room.settle()
    assert len(sam.bot_messages) - before == 1
    assert count(sam, SLOW_DOWN) == 0
