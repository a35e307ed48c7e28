"""What isn't sure enough is asked: nothing changes without a tap, and a tap does just that."""

import pytest

from bot.views.asked_back import deed
from content.bundle import Content
from content.intents.meaning import Intent, Meaning
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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("give me the reminder at 20:15 instead, next week only", "only for “next week”"),
        ("nudge me at 6 just this week", "only for “just this week”"),
    ],
)
async def test_a_change_for_a_week_is_never_offered_for_good(sam: Runner, words: str, told: str):
    assert told in await sam.say(words)
    assert "Yes: " not in str(sam.bot_messages[-1].buttons)
    assert "07:00" in await sam.say("when do you remind me?")


async def test_no_reminders_until_something_is_a_break_and_no_end(sam: Runner):
    assert "A break from reminders." in await sam.say("stop reminding me until I've met my coach")
    assert "Ask again" in await sam.say("keep reminding me until I've done it, dear robot friend")


async def test_a_day_left_out_leaves_the_others(sam: Runner):
    await sam.say("no nudges sat")
    answer = await sam.say("when do you remind me?")
    assert "Fri, Sun" in answer
    assert "Sat" not in answer


async def test_a_reminder_that_is_not_there_is_not_ended(sam: Runner):
    assert "1. 07:00" in await sam.say("stop barking at me at 9")


async def test_the_label_names_the_days_that_stay(sam: Runner):
    await sam.say("weekdays only")
    assert "18:30, weekdays" in await sam.say("remind me at 18:30 on my other phone")
    await sam.tap("Yes: a reminder: 18:30, weekdays")
    assert "Reminder: 18:30, weekdays" in sam.reads


async def test_the_label_names_what_is_kept_in_mind(sam: Runner):
    await sam.say("avoid kneeling, piano downstairs")
    assert "In all sessions: no kneeling" in sam.reads


@pytest.mark.parametrize(
    "words", ["don't text me between 8am and 3pm", "no pings between 8:00 and 15:00, I sleep then"]
)
async def test_no_messages_between_two_times_are_quiet_hours(sam: Runner, words: str):
    assert "Quiet hours: 08:00 to 15:00" in await sam.say(words)
    assert "07:00" in await sam.say("when do you remind me?")


NEVER_OFFERED = {
    Intent.DANGER, Intent.CHECK_BODY, Intent.SURE, Intent.UNKNOWN, Intent.OFF_TOPIC,
    Intent.BAD_TIME, Intent.CANNOT,
}  # fmt: skip


@pytest.mark.parametrize("intent", [each for each in Intent if each not in NEVER_OFFERED])
def test_whatever_may_be_meant_has_words_for_its_button(intent: Intent, content: Content):
    assert deed(content.wording, Meaning(intent), {})
