"""The last change of any kind is taken back, by words, by the command and by its button."""

from typing import Any

import pytest

from tests.support.chat import Runner

CHANGES = [
    "remind me at 18:30",
    "weekdays only",
    "remind me at 7 and at 20:00",
    "remind me at 6 on saturdays",
    "half an hour later please, move the reminder",
    "stop the reminders",
    "pause reminders for ten days",
    "I'm living in Toronto now",
    "never show me pigeon again",
    "no kneeling from now on",
    "I bought a roller",
    "max 10 minutes at weekends",
    "stop the streak pressure",
    "quiet hours from 21 to 6",
    "every 50 minutes from 9 to 17",
    "keep reminding me until it's done",
    "remind me tomorrow at 19:00",
    "snooze 35",
    "I run on tuesdays and saturdays now",
]


async def kept(sam: Runner) -> Any:
    """All but what the last words were taken for."""
    found = await sam.exported()
    found["profile"].pop("understood")
    return found


@pytest.mark.parametrize("change", CHANGES)
async def test_undo_leaves_all_as_it_was(sam: Runner, change: str) -> None:
    before = await kept(sam)
    await sam.say(change)
    assert await kept(sam) != before
    await sam.say("undo")
    assert await kept(sam) == before


@pytest.mark.postgresql
async def test_the_answer_shows_old_and_new_and_a_button_puts_it_back(sam: Runner) -> None:
    answer = await sam.say("remind me at 18:30 on weekdays")
    assert "18:30, weekdays" in answer
    assert "Before, it was 07:00, every day." in answer
    await sam.tap("Put it back")
    assert "as it was before" in sam.reads
    assert "07:00" in await sam.say("when do you remind me?")


async def test_the_command_takes_back_what_came_last(sam: Runner) -> None:
    await sam.say("remind me at 18:30")
    await sam.room.wait(minutes=1)
    await sam.say("done")
    await sam.say("/undo")
    assert "18:30" in await sam.say("when do you remind me?")
    await sam.say("/undo")
    assert "07:00" in await sam.say("when do you remind me?")
    assert "0 of 5" in await sam.say("was that logged?")


async def test_a_button_of_an_older_change_is_old(sam: Runner) -> None:
    await sam.say("remind me at 18:30")
    old = sam.bot_messages[-1]
    await sam.say("remind me at 19:30")
    await sam.tap_old("Put it back", old)
    assert "19:30" in await sam.say("when do you remind me?")


async def test_a_change_by_a_button_is_taken_back_too(sam: Runner) -> None:
    before = await kept(sam)
    await sam.say("/pause")
    await sam.say("undo")
    assert await kept(sam) == before


@pytest.mark.parametrize("words", ["actually put it back", "bring it back", "bring them all back"])
async def test_what_was_changed_last_is_what_comes_back(sam: Runner, words: str) -> None:
    """A move that was put away comes back by the same words."""
    await sam.say("never show me pigeon again")
    await sam.say("stop all reminders")
    assert "as it was before" in await sam.say(words)
    assert "07:00" in await sam.say("when do you remind me?")
    await sam.say("never show me frog stretch again")
    assert "put away are back" in await sam.say("bring them all back")


@pytest.mark.parametrize("words", ["unhide everything", "bring back everything", "unhide them"])
async def test_moves_come_back_whatever_was_changed_last(sam: Runner, words: str) -> None:
    await sam.say("never show me pigeon again")
    await sam.say("remind me at 18:30")
    assert "put away are back" in await sam.say(words)
    assert "18:30" in await sam.say("when do you remind me?")


async def test_the_change_comes_back_and_the_log_of_the_same_message_stays(sam: Runner) -> None:
    await sam.say("done, remind me at 18:30")
    assert "as it was before" in await sam.say("put it back")
    assert "07:00" in await sam.say("when do you remind me?")
    assert "1 of 5" in await sam.say("was that logged?")


async def test_the_button_is_below_the_change_and_not_below_what_follows(sam: Runner) -> None:
    await sam.say("remind me at 18:30, I got injured")
    change, asked = sam.bot_messages[-2:]
    assert "18:30" in change.text
    assert any("Put it back" in row for row in change.buttons)
    assert not any("Put it back" in row for row in asked.buttons)
    await sam.tap("None of these")
    assert "18:30" in sam.reads


async def test_an_old_change_leaves_the_words_to_the_moves(sam: Runner) -> None:
    await sam.say("never show me pigeon again")
    await sam.say("remind me at 18:30")
    await sam.room.wait(hours=2)
    assert "put away are back" in await sam.say("bring them all back")
    assert "18:30" in await sam.say("when do you remind me?")


async def test_what_was_put_off_by_a_hush_comes_when_it_should(sam: Runner) -> None:
    await sam.say("snooze 35")
    await sam.say("mute for 2 hours")
    assert "Monday at 11:00" in await sam.say("/remind")
    await sam.say("undo")
    assert "Monday at 09:35" in await sam.say("/remind")


async def test_a_typed_setting_can_be_put_back(sam: Runner) -> None:
    await sam.say("I run on tuesdays and saturdays now")
    await sam.tap("Put it back")
    assert any("Run days: weekdays" in each for each in await settings(sam))


async def settings(sam: Runner) -> list[str]:
    await sam.say("/settings")
    return sam.buttons


async def test_every_how_many_weeks_it_came_is_told(sam: Runner) -> None:
    await sam.say("remind me every other week")
    await sam.say("remind me 20 minutes before my run")
    assert "Before, it was 07:00, every day, every 2 weeks." in sam.reads


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        ("remind me at 18:30", "Reminder: 18:30 → 7:00"),
        ("I run on tuesdays and saturdays now", "Run days: Tue, Sat → weekdays"),
        ("add the ankles", "Tight spots: Front of hips, Ankles → Front of hips"),
        ("I'm living in Toronto now", "Time zone: America/Toronto → Europe/Berlin"),
    ],
)
async def test_undo_names_what_stands_again(sam: Runner, change: str, stands: str) -> None:
    await sam.say(change)
    assert stands in await sam.say("undo")


@pytest.mark.parametrize("open_question", ["I've landed in Springfield", "remind me at 9 on ice"])
async def test_what_is_asked_is_left_and_the_log_before_it_stays(
    sam: Runner, open_question: str
) -> None:
    await sam.say("done")
    before = await kept(sam)
    await sam.room.wait(minutes=1)
    await sam.say(open_question)
    assert "stays as it was" in await sam.say("cancel that")
    assert await kept(sam) == before
    await sam.say("undo")
    assert (await kept(sam))["sessions"] == []
