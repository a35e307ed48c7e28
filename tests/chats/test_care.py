"""Soreness changes the next session and says why; a red flag rests the area until an answer."""

import json
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def exported(runner: Runner) -> Any:
    await runner.say("/export")
    return json.loads(runner.file)


async def test_one_tap_after_a_session_is_a_check_in(runner: Runner):
    assert "How sore are your hips" in await runner.say("done")
    assert await runner.tap("2") == "Got it"
    assert "green light" in runner.reads
    found = (await exported(runner))["check_ins"]
    assert found == [{"date": "2026-11-16", "kind": "soreness", "key": "after", "amount": 2}]


async def test_two_taps_count_once_and_the_last_one_counts(runner: Runner):
    await runner.say("done")
    scale = runner.person.last
    await runner.tap("5")
    await runner.say("soreness 3")
    assert scale
    found = (await exported(runner))["check_ins"]
    assert [each["amount"] for each in found] == [3]


async def test_a_sore_day_is_asked_about_next_morning_and_makes_it_gentle(
    room: Chatroom, runner: Runner
):
    await runner.say("done")
    await runner.tap("5")
    assert "amber" in runner.reads
    assert "ask again tomorrow" in runner.reads
    await room.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips a 5 of 10" in runner.reads
    await runner.tap("4")
    assert "gets gentle" in runner.reads
    await runner.tap("Today's session")
    assert "you were sore, so it is gentle" in runner.reads


async def test_worse_next_morning_stops_until_it_is_better(room: Chatroom, runner: Runner):
    await runner.say("done")
    await runner.tap("4")
    await room.wait_until("07:00", days=1)
    await runner.tap("5")
    assert "one spot" in runner.reads
    await runner.tap("One spot, or one side")
    assert "stop sign, because it has grown" in runner.reads
    assert "Today you gave your hips a 5" in await runner.say("/today")
    await room.wait_until("07:00", days=1)
    assert "How sore are they now" in runner.reads  # in place of the reminder
    await runner.tap("1")
    assert "green light" in runner.reads
    assert "min" in await runner.say("/today")


async def test_green_last_night_and_amber_this_morning_is_red(room: Chatroom, runner: Runner):
    await runner.say("soreness 2")
    await room.wait_until("07:00", days=1)
    assert "one spot" in await runner.say("soreness 5")
    assert "How sore are they now" in await runner.say("/today")  # unanswered, it stops


async def test_trained_muscles_on_both_sides_need_no_doctor(room: Chatroom, runner: Runner):
    await runner.say("done")
    await runner.tap("4")
    await room.wait_until("07:00", days=1)
    await runner.tap("5")
    await runner.tap("Muscles, on both sides")
    assert "amber" in runner.reads
    assert "second day" in runner.reads
    assert "doctor" not in runner.reads
    assert "min" in await runner.say("/today")


async def test_very_sore_muscles_rest_for_a_day(room: Chatroom, runner: Runner):
    await runner.say("soreness 8")
    await runner.tap("Muscles, on both sides")
    assert "is a rest day" in runner.reads
    assert "Dark urine" in runner.reads
    assert "Today you gave your hips an 8 of 10" in await runner.say("/today")
    await room.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips an 8 of 10" in runner.reads
    await room.wait_until("07:00", days=1)
    assert "2 days ago you gave your hips an 8 of 10" in await runner.say("/today")


@pytest.mark.parametrize("text", ["soreness eleven", "soreness 11"])
async def test_a_number_off_the_scale_is_asked_for_again(runner: Runner, text: str):
    assert "from 0 (nothing) to 10" in await runner.say(text)
    assert "10" in runner.buttons


async def test_without_a_reminder_the_morning_still_asks(room: Chatroom, runner: Runner):
    await runner.say("no more reminders please")
    await runner.say("soreness 5")
    await room.wait_until("09:00", days=1)
    assert "Yesterday you gave your hips a 5 of 10" in runner.reads


RED_FLAG = "sharp pain in my groin with every step when I run"


@pytest.mark.postgresql
async def test_a_red_flag_rests_the_area_and_is_asked_about_next_day(
    room: Chatroom, runner: Runner
):
    answer = await runner.say(RED_FLAG)
    assert "doctor" in answer
    assert "I rest" in answer
    assert "I rest" in await runner.say("tight hip flexors")
    assert "Seen, and cleared to move" in runner.buttons
    await room.wait_until("07:00", days=1)
    assert RED_FLAG in runner.reads
    await runner.tap("It is gone")
    assert "still want a look" in runner.reads  # easing is no all-clear for a bone
    await room.wait_until("07:00", days=1)
    await runner.tap("Still there")
    assert "It rests on" in runner.reads
    await room.wait_until("07:00", days=2)
    await runner.tap("Seen, and cleared to move")
    assert "What did the doctor or physio allow?" in runner.reads
    await runner.tap("All of it, running too")
    assert "For two weeks" in runner.reads
    assert "Run 1 minute, walk 4" in runner.reads
    assert "Because it works on your hip flexors" in await runner.say("tight hip flexors")
    assert (await exported(runner))["locked"] is None


async def test_a_red_flag_is_asked_about_even_if_reminders_were_ended_since(
    room: Chatroom, runner: Runner
):
    await runner.say(RED_FLAG)
    await runner.say("no more reminders please")
    await room.wait_until("09:00", days=1)
    assert RED_FLAG in runner.reads


async def test_what_rests_is_in_no_session(runner: Runner):
    await runner.say("pins and needles running down my leg into the foot")
    answer = await runner.say("/today")
    assert "rest until somebody has had a look" in answer
    assert "Figure-four" not in answer


async def test_everything_goes_with_delete(runner: Runner):
    await runner.say("soreness 5")
    await runner.say(RED_FLAG)
    await runner.say("/delete")
    await runner.tap("Yes, delete everything")
    await runner.say("/start")
    found = await exported(runner)
    assert found["check_ins"] == found["runs"] == []
    assert found["locked"] is None
