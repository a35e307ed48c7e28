"""What isn't sure enough is asked: nothing changes without a tap, and a tap does just that."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.mark.postgresql
async def test_what_a_reminder_cannot_do_is_named_and_nothing_changes(sam: Runner) -> None:
    asked = await sam.say("remind me at 18:30 on my other phone")
    assert "other phone" in asked
    assert "Did you mean just this? A reminder: 18:30, every day." in asked
    assert "07:00" in await sam.say("when do you remind me?")


async def test_a_tap_does_what_was_meant(sam: Runner) -> None:
    await sam.say("remind me at 18:30 on my other phone")
    await sam.tap("Yes: a reminder: 18:30, every day")
    assert "Reminder: 18:30" in sam.reads
    assert "18:30" in await sam.say("when do you remind me?")


async def test_it_can_stay_as_it_is(sam: Runner) -> None:
    await sam.say("stop the reminders on my other phone")
    await sam.tap("Leave it as it is")
    assert "stays as it was" in sam.reads
    assert "07:00" in await sam.say("when do you remind me?")


async def test_a_question_that_is_over_has_dead_buttons(sam: Runner, room: Chatroom) -> None:
    await sam.say("remind me at 18:30 on my other phone")
    old = sam.bot_messages[-1]
    await sam.say("remind me at 19:30 by carrier pigeon")
    await sam.tap_old("Yes: a reminder: 18:30, every day", old)
    assert "07:00" in await sam.say("when do you remind me?")


async def test_a_joke_logs_nothing_before_a_tap(sam: Runner) -> None:
    assert "Did you mean" in await sam.say("yeah right, done and dusted")
    assert "0 of 5" in await sam.say("was that logged?")
    await sam.say("yeah right, done and dusted")
    await sam.tap("Yes: log it as done")
    assert "1 of 5" in await sam.say("was that logged?")


async def test_what_asks_for_nothing_else_is_done_at_once(sam: Runner) -> None:
    assert "Reminder: 18:30" in await sam.say("hey coach, please remind me at 18:30, thanks!")
