"""Over the product's own transport: nothing comes three times, no edit changes nothing."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest

from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.doors.http import serve
from bot.playground.fake_telegram.state.faults import Faults
from content.bundle import Content
from storage.queries.operations import Operations
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.support.clock import StandingClock

pytestmark = pytest.mark.postgresql

LOST: dict[str, Callable[[Faults], None]] = {
    "cut": lambda faults: faults.cut(delivered=True, times=50),
    "garbage": lambda faults: faults.garble(times=50),
}


@pytest.fixture
async def room(database_url: str, content: Content) -> AsyncIterator[Chatroom]:
    clock = StandingClock()
    fake = FakeTelegram(now=clock.now)
    async with (
        serve(fake) as url,
        open_chatroom(database_url, content, fake, http=True, clock=clock, api_url=url) as opened,
    ):
        yield opened


async def minutes_go_by(room: Chatroom) -> None:
    for _ in range(20):
        room.clock.at += timedelta(seconds=15)
        await room.settle()


async def dead(room: Chatroom) -> list[str]:
    found = await room.limber.store.run(lambda work: Operations(work.transaction).unsent_letters(9))
    return [each.state for each in found if each.state == "dead"]


def edits(room: Chatroom) -> int:
    return sum(each.method == "editMessageText" for each in room.fake.calls)


@pytest.mark.parametrize("fault", LOST)
@pytest.mark.parametrize("act", ["who are you?", "couch stretch", "/progress", "/export"])
async def test_an_answer_comes_twice_at_most(sam: Runner, room: Chatroom, fault: str, act: str):
    before = len(sam.bot_messages)
    LOST[fault](room.fake.faults)
    await sam.say(act)
    await minutes_go_by(room)
    new = sam.bot_messages[before:]
    assert new
    shown = [(each.text, each.media and each.media.kind) for each in new]
    assert max(shown.count(each) for each in shown) <= 2


@pytest.mark.parametrize("fault", LOST)
async def test_a_reminder_comes_twice_at_most(sam: Runner, room: Chatroom, fault: str):
    before = len(sam.bot_messages)
    room.clock.at += timedelta(hours=22)  # 07:00 in Berlin
    LOST[fault](room.fake.faults)
    await room.beat()
    await minutes_go_by(room)
    assert len(sam.bot_messages) - before == 2


async def test_an_edit_that_changes_nothing_is_not_sent(sam: Runner, room: Chatroom):
    await sam.say("/settings")
    panel, before = sam.person.last, edits(room)
    for _ in range(3):
        sam.person.tap_data(panel, "programs")
        await room.settle()
    assert edits(room) == before + 1
    sam.person.tap_data(panel, "r")
    await room.settle()
    sam.person.tap_data(panel, "programs")
    await room.settle()
    assert edits(room) == before + 3


async def test_two_taps_that_undo_each_other_are_both_shown(sam: Runner, room: Chatroom):
    """Before the first edit has arrived, the second one looks like what is on the screen."""
    ada = room.runner(6, "Ada")
    await ada.say("/start")
    await ada.tap("Over 7")
    ada.person.tap("Front of hips")
    await room.settle()
    assert "✅ Front of hips" in ada.buttons
    for _ in range(2):
        ada.person.tap(r := next(b for b in ada.buttons if "Front of hips" in b))
    await room.settle()
    assert r in ada.buttons


async def test_what_is_past_is_no_fault(sam: Runner, room: Chatroom):
    await sam.say("/settings")
    for words in ("query is too old", "query ID is invalid", "QUERY_ID_INVALID"):
        room.fake.faults.refuse(400, f"Bad Request: {words}", method="answerCallbackQuery")
        await sam.tap("Reminder: 7:00")
        await sam.say("/settings")
    for words in ("message is not modified", "MESSAGE_NOT_MODIFIED"):
        room.fake.faults.refuse(400, f"Bad Request: {words}", method="editMessageText")
        await sam.tap("Reminder: 7:00")
        await sam.say("/settings")
    assert await dead(room) == []
