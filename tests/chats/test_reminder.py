"""The morning reminder: at the local time, once, and quiet after "done"."""

from datetime import timedelta

import pytest

from tests.support.chat import Chatroom, Runner


def reminders(sam: Runner) -> list[str]:
    return [m.text for m in sam.bot_messages if "Right after your coffee" in m.text]


async def test_it_comes_at_the_local_minute_with_two_or_three_moves(sam: Runner, room: Chatroom):
    await room.wait_until("06:59", days=1)
    assert reminders(sam) == []
    await room.wait_until("07:00")
    assert len(reminders(sam)) == 1
    assert "1." in sam.reads
    assert "2." in sam.reads
    assert sam.buttons == ["▶️ Start", "✅ Done", "💤 Later…", "More…"]
    await room.wait(minutes=1)
    await room.beat()
    assert len(reminders(sam)) == 1


@pytest.mark.postgresql
async def test_it_comes_every_day(sam: Runner, room: Chatroom):
    for day in range(1, 4):
        await room.wait_until("07:00", days=1)
        assert len(reminders(sam)) == day


async def test_what_few_tap_is_behind_two_buttons_of_the_same_message(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    text, count = sam.reads, len(sam.bot_messages)
    first = sam.buttons
    await sam.tap("💤 Later…")
    snoozes = ["💤 20 min", "💤 1 h", "💤 This evening", "💤 Tomorrow"]
    assert sam.buttons == [*snoozes, "Not today", "‹ Back"]
    await sam.tap("‹ Back")
    assert sam.buttons == first
    await sam.tap("More…")
    assert sam.buttons == ["🎧 Talk me through it", "Did half", "⭐ Keep as my own", "‹ Back"]
    assert (sam.reads, len(sam.bot_messages)) == (text, count)
    await sam.tap("Did half")
    assert "Half logged" in sam.reads


async def test_a_session_that_is_asked_for_has_four_buttons_too(sam: Runner):
    await sam.say("/today")
    assert sam.buttons == ["▶️ Start", "✅ Done", "💤 Later…", "More…"]


async def test_buttons_go_when_the_session_is_settled_in_words(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    reminder = sam.person.last
    await sam.say("done")
    assert reminder.buttons == []
    assert "↩️ Undo" in sam.buttons


async def test_buttons_of_a_day_go_with_it_and_those_of_a_rest_stay(sam: Runner, room: Chatroom):
    await sam.say("/today")
    today = sam.person.last
    await sam.say("sharp pain in my groin with every step")
    referral = sam.person.last
    await room.wait_until("07:00", days=1)
    assert today.buttons == []
    assert "That's not it" in [label for row in referral.buttons for label in row]


async def test_a_reminder_nobody_answered_is_bare_once_the_next_one_is_there(
    sam: Runner, room: Chatroom
):
    await room.wait_until("07:00", days=1)
    first = sam.person.last
    await room.wait_until("07:00", days=1)
    assert first.buttons == []
    assert "✅ Done" in sam.buttons


async def test_done_before_it_cancels_it(sam: Runner, room: Chatroom):
    await room.wait_until("06:30", days=1)
    await sam.say("done")
    await room.wait_until("07:00")
    assert reminders(sam) == []
    await room.wait_until("07:00", days=1)
    assert len(reminders(sam)) == 1


async def test_snooze_comes_once_and_leaves_the_series_alone(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    assert await sam.tap("💤 20 min") == "See you at 07:20"
    assert "07:20" in sam.reads
    await room.wait(minutes=20)
    assert len(reminders(sam)) == 1  # the edited one says when it comes back
    await room.wait_until("07:00", days=1)
    assert len(reminders(sam)) == 2


async def test_done_cancels_the_snooze(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    await sam.tap("💤 1 h")
    await sam.say("done")
    await room.wait(hours=1)
    assert reminders(sam) == []


async def test_not_today_is_fine(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    assert await sam.tap("Not today") == "Fine. Rest well."
    assert "doesn't count against you" in sam.reads


async def test_a_thumbs_up_on_it_logs_done_once(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    reminder = sam.person.last
    answer = await sam.react("👍")
    assert "Done" in answer
    assert "1 of 5" in answer
    sam.person.react("🔥", reminder)
    await room.settle()
    assert "already in the log" in sam.reads


async def test_late_up_to_three_hours_it_says_so_and_later_it_stays_away(
    sam: Runner, room: Chatroom
):
    await room.wait_until("08:30", days=1)
    assert "I'm late" in sam.reads
    await room.wait_until("11:30", days=1)
    assert len(reminders(sam)) == 1
    await room.wait_until("07:00", days=1)
    assert len(reminders(sam)) == 2


async def test_a_new_time_and_new_days_by_plain_words(sam: Runner, room: Chatroom):
    assert "18:15" in await sam.say("/remind 18:15")
    await room.wait_until("18:15")
    assert len(reminders(sam)) == 1
    assert "weekdays" in await sam.say("only weekdays")
    await room.wait_until("18:15", days=4)  # Friday
    assert len(reminders(sam)) == 2
    for _ in range(2):
        await room.wait_until("18:15", days=1)
    assert len(reminders(sam)) == 2
    await room.wait_until("18:15", days=1)  # Monday
    assert len(reminders(sam)) == 3


@pytest.mark.postgresql
async def test_pause_and_resume(sam: Runner, room: Chatroom):
    assert "rest until" in await sam.say("/pause")
    await room.wait_until("07:00", days=1)
    assert reminders(sam) == []
    await sam.say("/resume")
    await room.wait_until("07:00", days=1)
    assert len(reminders(sam)) == 1


async def test_moving_to_tokyo_moves_the_reminder(sam: Runner, room: Chatroom):
    assert "Tokyo" in await sam.say("I'm in Tokyo now")
    await room.wait_until("07:00", zone="Asia/Tokyo", days=1)
    assert len(reminders(sam)) == 1


async def test_a_blocked_chat_is_left_alone_until_it_writes_again(sam: Runner, room: Chatroom):
    sam.person.block()
    await room.settle()
    await room.wait_until("07:00", days=1)
    sam.person.unblock()
    await room.settle()
    calls = [c for c in room.fake.calls if c.outcome.startswith("403")]
    assert calls == []
    await sam.say("hello")
    await room.wait_until("07:00", days=1)
    assert len(reminders(sam)) == 1


async def test_a_refusal_in_mid_air_switches_the_chat_off(sam: Runner, room: Chatroom):
    room.fake.faults.refuse(403, method="sendMessage")
    await room.wait_until("07:00", days=1)
    stored = await room.limber.store.run(lambda work: work.runners.get(5))
    assert stored.off_since == room.clock.now()
    await sam.say("done")
    stored = await room.limber.store.run(lambda work: work.runners.get(5))
    assert stored.off_since is None


async def test_too_many_requests_waits_and_then_delivers(sam: Runner, room: Chatroom):
    room.fake.faults.refuse(429, method="sendMessage", retry_after=7)
    await room.wait_until("07:00", days=1)
    assert reminders(sam) == []
    room.clock.at += timedelta(seconds=8)
    await room.settle()
    assert len(reminders(sam)) == 1
