"""On its way: answers before reminders, last words on what is queued, and Telegram's moods."""

from datetime import timedelta

import pytest

from storage.queries.operations import Operations
from storage.queries.outbox import OutboxMessage
from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql


def reminders(sam: Runner) -> list[str]:
    return [m.text for m in sam.bot_messages if "Right after your coffee" in m.text]


async def queue_reminder(room: Chatroom) -> None:
    """It is 07:00 and the reminder is queued, but Telegram has no room for it yet."""

    def no_room(work):
        work.outbox.pause(room.clock.at + timedelta(minutes=10))

    room.clock.at += timedelta(hours=22)  # Monday 09:00 -> Tuesday 07:00 in Berlin
    await room.limber.store.run(no_room)
    await room.beat()


async def room_again(room: Chatroom) -> None:
    room.clock.at += timedelta(minutes=11)
    await room.settle()


async def states(room: Chatroom) -> list[str]:
    def story(work):
        found = work.transaction.connection.exec_driver_sql(
            "SELECT state FROM outbox WHERE key IS NOT NULL ORDER BY id"
        )
        return list(found.scalars())

    return await room.limber.store.run(story)


async def test_a_queued_reminder_leaves_when_there_is_room(sam: Runner, room: Chatroom):
    await queue_reminder(room)
    assert reminders(sam) == []
    await room_again(room)
    assert len(reminders(sam)) == 1
    assert await states(room) == ["sent"]


async def test_done_withdraws_a_reminder_that_is_still_queued(sam: Runner, room: Chatroom):
    await queue_reminder(room)
    sam.person.say("done")
    await room_again(room)
    assert reminders(sam) == []
    assert await states(room) == ["dropped"]


async def test_a_new_time_takes_the_queued_one_along(sam: Runner, room: Chatroom):
    await queue_reminder(room)
    sam.person.say("/remind 08:00")
    await room_again(room)
    assert reminders(sam) == []
    await room.wait_until("08:00")
    assert len(reminders(sam)) == 1


async def test_an_answer_passes_the_reminder_of_its_chat(sam: Runner, room: Chatroom):
    await queue_reminder(room)
    sam.person.say("hello")
    await room_again(room)
    texts = [m.text for m in sam.bot_messages[-2:]]
    assert "Right after your coffee" in texts[1]


async def test_a_queue_longer_than_three_hours_is_missed_by_us(sam: Runner, room: Chatroom):
    await queue_reminder(room)
    room.clock.at += timedelta(hours=4)
    await room.settle()
    assert reminders(sam) == []
    assert await states(room) == ["missed"]


async def test_one_chat_that_is_too_fast_holds_up_nobody_else(sam: Runner, room: Chatroom):
    other = room.runner(6, "Kim")
    room.fake.faults.refuse(429, method="sendMessage", retry_after=30)
    assert await sam.say("hello") != await other.say("hello")
    assert any("Kim" in each.text for each in other.bot_messages)
    room.clock.at += timedelta(seconds=31)
    await room.settle()
    assert "Sam" in sam.reads


async def test_a_letter_that_can_not_be_sent_is_put_aside(sam: Runner, room: Chatroom):
    poison = OutboxMessage(
        "send_message", {"chat_id": 5, "text": "<b>never closed", "parse_mode": "HTML"}
    )
    await room.limber.store.run(lambda work: work.outbox.post([poison], room.clock.now()))
    assert "Hi Sam" in await sam.say("hello")
    found = await room.limber.store.run(
        lambda work: (
            work.transaction.connection.exec_driver_sql(
                "SELECT error FROM outbox WHERE state = 'dead'"
            )
            .scalars()
            .all()
        )
    )
    assert len(found) == 1
    assert "parse entities" in found[0]


async def test_a_server_fault_is_tried_again_with_growing_pauses(sam: Runner, room: Chatroom):
    room.fake.faults.refuse(502, method="sendMessage", times=3)
    before = len(sam.bot_messages)
    await sam.say("hello")
    for _ in range(3):
        assert len(sam.bot_messages) == before
        room.clock.at += timedelta(seconds=9)
        await room.settle()
    assert len(sam.bot_messages) == before + 1


async def test_a_chat_that_closed_has_nothing_due_until_it_writes_again(
    sam: Runner, room: Chatroom
):
    sam.person.block()
    await room.settle()
    due = await room.limber.store.run(lambda work: work.reminders.get(5, "daily"))
    assert due.due is None
    sam.person.unblock()
    await sam.say("hello")
    await room.wait_until("07:00", days=1)
    assert len(reminders(sam)) == 1


async def test_what_telegram_quotes_of_a_message_is_neither_logged_nor_kept(
    sam: Runner, room: Chatroom, caplog: pytest.LogCaptureFixture
):
    refusal = 'Bad Request: can\'t parse entities: unsupported start tag "quixotropic" at byte 7'
    room.fake.faults.refuse(400, refusal, method="sendMessage")
    sam.person.say("/help")
    await room.settle()
    (dead,) = await room.limber.store.run(lambda w: Operations(w.transaction).unsent_letters(5))
    assert 'start tag "…" at byte 7' in dead.error
    assert "quixotropic" not in caplog.text
