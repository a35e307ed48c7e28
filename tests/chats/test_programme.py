"""A programme in the chat: the fitting one first, weeks by rule, said aloud, stopped any time."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def start(runner: Runner) -> None:
    await runner.say("/program")
    await runner.tap("▶️ Start: Desk-bound runner")


async def day(room: Chatroom, runner: Runner) -> str:
    """The next day's reminder, and the session done."""
    await room.wait_until("07:00", days=1)
    read = runner.reads
    await runner.say("done")
    return read


async def test_the_fitting_one_comes_first_with_its_reason(runner: Runner):
    answer = await runner.say("/program")
    assert answer.startswith("Desk-bound runner")
    assert "Why this one first: You sit for most of the day" in answer
    assert "Strong hips" in runner.buttons
    await runner.tap("Strong hips")
    assert "strength, 3 times a week" in runner.reads
    assert "6. Last change" in runner.reads


async def test_it_begins_today_and_shows_its_week_on_real_days(runner: Runner):
    await start(runner)
    assert "Desk-bound runner begins" in runner.reads
    assert "Week one is about showing up" in runner.reads
    await runner.tap("My week")
    assert "week 1 of 6" in runner.reads
    assert "Mon strength" in runner.reads
    assert runner.reads.count("strength") == 2


@pytest.mark.postgresql
async def test_a_full_week_moves_on_and_says_what_changes(room: Chatroom, runner: Runner):
    await start(runner)
    await runner.say("done")
    for _ in range(6):
        assert "change" not in await day(room, runner)
    await room.wait_until("07:00", days=1)
    assert "That is a full week" in runner.reads
    assert "The desk break gets two new moves" in runner.reads
    assert "That is a full week" not in await runner.say("/today")  # told once
    assert "week 2 of 6" in await runner.say("/program")


async def test_a_quiet_week_comes_again(room: Chatroom, runner: Runner):
    await start(runner)
    await runner.say("done")
    await room.wait_until("07:00", days=7)
    assert "You get this one again" in runner.reads
    assert "week 1 of 6" in await runner.say("/program")


async def test_six_of_ten_rests_the_programme_until_somebody_had_a_look(
    room: Chatroom, runner: Runner
):
    await start(runner)
    await runner.say("done")
    await runner.tap("6")
    await runner.tap(re.compile("One spot"))
    assert "stop sign" in runner.reads
    await room.wait_until("07:00", days=7)
    assert "Your programme rests" in runner.reads
    await runner.tap("Seen, and cleared to move")
    await runner.say("soreness 0")
    answer = await runner.say("/program")
    assert "easier moves" in answer


async def test_it_can_be_switched_and_stopped(runner: Runner):
    await start(runner)
    await runner.say("/program")
    await runner.tap("All programmes")
    await runner.tap("▶️ Start: Desk-bound runner")
    await runner.say("/program")
    await runner.tap("Stop the programme")
    assert "one day at a time" in runner.reads
    assert "Why this one first" in await runner.say("/program")


async def test_the_end_is_celebrated_and_leads_on(room: Chatroom, runner: Runner):
    await runner.say("/program")
    await runner.tap("Back after a break")
    await runner.tap("▶️ Start: Back after a break")
    for _ in range(4):
        await runner.say("done")
        await room.wait_until("07:00", days=2)
        await runner.say("done")
        await room.wait_until("07:00", days=5)
    assert "You finished your programme" in runner.reads
    answer = await runner.say("/program")
    assert answer.startswith("Desk-bound runner")
    assert "Strong hips" in runner.buttons


async def test_a_trip_moves_the_programme_and_says_so(room: Chatroom, runner: Runner):
    await runner.say("/program")
    await runner.tap("▶️ Start: Desk-bound runner")
    answer = await runner.say("travelling till Saturday")
    assert "“Desk-bound runner” waits too: its week now goes on to Friday 27 November" in answer
    await runner.say("/program")
    assert "week 1 of 6" in runner.reads
    assert "Tue" not in runner.reads.split("\n", 3)[-1][:8]
    await runner.say("I'm back")
    await runner.say("/program")
    assert "week 1 of 6" in runner.reads


async def test_a_programme_goes_on_gently_after_weeks_away(room: Chatroom, runner: Runner):
    await runner.say("/program")
    await runner.tap("▶️ Start: Desk-bound runner")
    await runner.say("done")
    await room.wait_until("09:00", days=1)
    await runner.say("pause for 15 days")
    await room.wait_until("07:00", days=15)
    assert "Good to have you back" in runner.reads
    assert "this week goes on with the easier moves" in runner.reads
