"""Ill, travelling, resting: days off that count against nobody, and an easy way back."""

import json
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def log_of(runner: Runner) -> dict[str, Any]:
    await runner.say("/export")
    sessions = json.loads(runner.person.last.media.content)["sessions"]
    return {each["date"][-2:]: (each["status"], each["note"]) for each in sessions}


async def test_who_is_ill_is_left_in_peace_and_loses_nothing(room: Chatroom, runner: Runner):
    assert "Get well first" in await runner.say("I'm sick")
    await runner.tap("3 days")
    assert "Reminders rest until Thursday 19 November" in runner.reads
    before = len(runner.bot_messages)
    await room.wait_until("12:00", days=2)
    assert len(runner.bot_messages) == before
    await room.wait_until("07:00", days=1)
    assert "Good to have you back" in runner.reads
    assert "strength rests for some days" in runner.reads
    assert set((await log_of(runner)).values()) == {("excused", "ill")}
    assert "0 of 3 days" in await runner.say("/progress")  # three of seven days are off


@pytest.mark.postgresql
async def test_a_trip_with_an_end_is_told_once(room: Chatroom, runner: Runner):
    answer = await runner.say("travelling till Friday")
    assert "Safe travels" in answer
    assert "until Friday 20 November" in answer
    assert "streak waits" in answer
    await room.wait_until("07:00", days=4)
    assert "Good to have you back" in runner.reads
    await room.wait_until("07:00", days=1)
    assert "Good to have you back" not in runner.reads


async def test_back_early(room: Chatroom, runner: Runner):
    await runner.say("got the flu, in bed till Sunday")
    await room.wait_until("09:00", days=2)
    answer = await runner.say("I'm back")
    assert "your streak has waited" in answer
    assert "Three days without strength" in answer
    await runner.tap("Today's session")
    assert "strength" not in runner.reads
    assert sorted(await log_of(runner)) == ["16", "17"]  # the days that were really off
    await room.wait_until("07:00", days=1)
    assert "min" in runner.reads


async def test_a_trip_that_is_to_come(room: Chatroom, runner: Runner):
    assert "nothing from Monday 23 November" in await runner.say("on vacation next week")
    await room.wait_until("07:00", days=1)
    assert "min" in runner.reads
    await room.wait_until("12:00", days=6)
    before = len(runner.bot_messages)
    await room.wait_until("12:00", days=1)
    assert len(runner.bot_messages) == before


@pytest.mark.parametrize(
    ("text", "says", "log"),
    [
        ("yesterday was a rest day", "Sunday was a day off", {"15": ("excused", "rest")}),
        ("rest day today", "part of the plan", {"16": ("excused", "rest")}),
        ("I was ill on saturday", "Saturday was a day off, ill", {"14": ("excused", "ill")}),
        ("day off", "part of the plan", {"16": ("excused", "rest")}),
    ],
)
async def test_single_days(runner: Runner, text: str, says: str, log: dict[str, Any]):
    assert says in await runner.say(text)
    assert await log_of(runner) == log


async def test_what_was_done_stays_done(runner: Runner):
    await runner.say("done")
    assert "Get well first" in await runner.say("I have a cold now")
    assert (await log_of(runner))["16"][0] == "done"


async def test_a_session_on_a_day_off_counts(room: Chatroom, runner: Runner):
    await runner.say("travelling till Friday")
    await room.wait_until("09:00", days=1)
    assert "1 of 3 days" in await runner.say("done")


async def test_done_and_away_in_one_message(runner: Runner):
    await runner.say("done, and I'm travelling till Friday")
    assert "Safe travels" in runner.reads
    assert await log_of(runner) == {"16": ("done", "done, and I'm travelling till Friday")}


async def test_a_paused_week_keeps_the_streak(room: Chatroom, runner: Runner):
    for _ in range(5):
        await runner.say("done")
        await room.wait_until("09:00", days=1)
    await runner.say("pause for 9 days")  # a Saturday
    await room.wait_until("09:00", days=9)
    assert "1 good week" in await runner.say("/progress")


async def test_nobody_was_away(runner: Runner):
    assert "Nothing to catch up" in await runner.say("feeling better again")


async def test_a_rest_day_leaves_the_holiday_that_is_planned(room: Chatroom, runner: Runner):
    await runner.say("holiday from 20 december to 3 january")
    assert "nothing from Tuesday 17 November" in await runner.say("rest day tomorrow")
    await room.wait_until("07:00", days=2)
    assert "min" in runner.reads
    await room.wait_until("12:00", days=33)
    count = len(runner.bot_messages)
    await room.wait_until("12:00", days=2)
    assert len(runner.bot_messages) == count


async def test_who_is_ill_hears_why_it_is_gentle(runner: Runner):
    await runner.say("got a cold")
    assert "these are gentle days" in await runner.say("/today")
