"""When Telegram's answer is lost: what may have arrived is sent once more, and never again."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.delivery.deliver import MOST_DEATHS
from bot.playground.fake_telegram.state.faults import Faults
from content.bundle import Content
from storage.queries.operations import Operations, UnsentLetter
from storage.queries.outbox import LEASE, OutboxMessage
from storage.store import UnitOfWork
from tests.support.chat import Chatroom, Runner, open_chatroom

pytestmark = pytest.mark.postgresql  # delivery on both databases

SEND = "sendMessage"
Plan = Callable[[Faults, int], None]

ARRIVED: dict[str, Plan] = {
    "cut after it arrived": lambda f, times: f.cut(delivered=True, method=SEND, times=times),
    "half an answer": lambda f, times: f.garble(method=SEND, times=times),
}
MAYBE = ARRIVED | {
    "cut before it arrived": lambda f, times: f.cut(delivered=False, method=SEND, times=times),
    "gave up waiting": lambda f, times: f.refuse(504, method=SEND, times=times),
}
SURELY_NOT: dict[str, Plan] = {
    "nobody listens": lambda f, times: f.unreachable(method=SEND, times=times),
    "server fault": lambda f, times: f.refuse(500, method=SEND, times=times),
    "bad gateway": lambda f, times: f.refuse(502, method=SEND, times=times),
}


async def later(room: Chatroom, times: int = 1) -> None:
    for _ in range(times):
        room.clock.at += timedelta(minutes=6)  # longer than any pause
        await room.settle()


async def unsent(room: Chatroom) -> list[UnsentLetter]:
    return await room.limber.store.run(lambda work: Operations(work.transaction).unsent_letters(10))


def copies(sam: Runner, text: str) -> int:
    return sum(text in message.text for message in sam.bot_messages)


@pytest.mark.parametrize("fault", MAYBE)
async def test_an_answer_that_was_lost_once_is_sent_once_more(
    sam: Runner, room: Chatroom, fault: str
):
    MAYBE[fault](room.fake.faults, 1)
    before = len(sam.bot_messages)
    await sam.say("hello")
    await later(room, times=3)
    assert len(sam.bot_messages) - before == 1 + (fault in ARRIVED)
    assert await unsent(room) == []


@pytest.mark.parametrize("fault", MAYBE)
async def test_one_that_was_lost_twice_is_left_and_listed(sam: Runner, room: Chatroom, fault: str):
    MAYBE[fault](room.fake.faults, 2)
    before = len(sam.bot_messages)
    await sam.say("hello")
    await later(room, times=5)
    assert len(sam.bot_messages) - before == 2 * (fault in ARRIVED)
    (left,) = await unsent(room)
    assert (left.method, left.state) == ("send_message", "unsure")
    assert left.error == "it may have arrived (NetworkError)"
    await sam.say("hello")  # and nothing else waits for it
    assert len(sam.bot_messages) - before == 2 * (fault in ARRIVED) + 1


@pytest.mark.parametrize("fault", SURELY_NOT)
async def test_what_surely_did_not_arrive_is_sent_until_it_does(
    sam: Runner, room: Chatroom, fault: str
):
    SURELY_NOT[fault](room.fake.faults, 6)
    before = len(sam.bot_messages)
    await sam.say("hello")
    await later(room, times=5)
    assert len(sam.bot_messages) == before
    await later(room)
    assert len(sam.bot_messages) == before + 1
    assert await unsent(room) == []


async def test_a_fault_that_is_sure_uses_up_no_second_try(sam: Runner, room: Chatroom):
    faults = room.fake.faults
    faults.cut(delivered=False, method=SEND)
    faults.unreachable(method=SEND, times=3)
    before = len(sam.bot_messages)
    await sam.say("hello")
    await later(room, times=4)
    assert len(sam.bot_messages) == before + 1


async def test_a_reminder_is_no_exception(sam: Runner, room: Chatroom):
    room.fake.faults.cut(delivered=True, method="sendPhoto", times=5)
    room.fake.faults.cut(delivered=True, method="sendAnimation", times=5)
    room.fake.faults.cut(delivered=True, method=SEND, times=5)
    await room.wait_until("07:00", days=1)
    await later(room, times=6)
    assert copies(sam, "Right after your coffee") == 2
    assert [each.state for each in await unsent(room)] == ["unsure"]


async def test_an_edit_does_no_harm_twice_and_is_made_until_it_is_answered(
    sam: Runner, room: Chatroom
):
    await sam.say("/settings")
    room.fake.faults.cut(delivered=True, method="editMessageText", times=5)
    before = len(sam.bot_messages)
    await sam.tap("Reminder: 7:00")
    await later(room, times=6)
    assert await unsent(room) == []
    assert len(sam.bot_messages) == before
    edits = [each.outcome for each in room.fake.calls if each.method == "editMessageText"]
    assert edits[-6:-1] == ["cut"] * 5
    assert "message is not modified" in edits[-1]  # which is no fault either


async def test_the_count_outlives_the_process(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        sam = room.runner()
        await sam.onboard()
        room.fake.faults.cut(delivered=True, method=SEND)
        before = len(sam.bot_messages)
        await sam.say("hello")
    async with open_chatroom(database_url, content, room.fake) as again:
        again.clock.at = room.clock.at
        room.fake.faults.cut(delivered=True, method=SEND, times=5)
        await later(again, times=5)
        assert len(sam.bot_messages) == before + 2
        assert [each.state for each in await unsent(again)] == ["unsure"]


@pytest.mark.parametrize("deaths", [1, 2, MOST_DEATHS])
async def test_one_whose_senders_died_is_sent_again_until_too_many_did(
    sam: Runner, room: Chatroom, deaths: int
):
    """As a replica leaves it that claims and is killed: perhaps before it sent, perhaps after.

    All of it is one transaction, so that the room's own sender can't come between.
    """
    outgoing = OutboxMessage("send_message", {"chat_id": 5, "text": "claimed"}, chat_id=5)
    now = room.clock.now()

    def claim_and_die(work: UnitOfWork) -> None:
        work.outbox.post([outgoing], now)
        for death in range(deaths):
            claimed = work.outbox.claim(now + death * 2 * LEASE, 10)
            assert [each.payload["text"] for each in claimed] == ["claimed"]

    await room.limber.store.run(claim_and_die)
    room.clock.at += deaths * 2 * LEASE
    await room.settle()
    assert copies(sam, "claimed") == (deaths < MOST_DEATHS)
    assert [each.error for each in await unsent(room)] == [
        "it may have arrived (its senders died)"
    ] * (deaths == MOST_DEATHS)
