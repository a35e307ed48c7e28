"""Ill, travelling, resting: days off that count against nobody, and an easy way back."""

import json
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


async def log_of(sam: Runner) -> dict[str, Any]:
    await sam.say("/export")
    sessions = json.loads(sam.person.last.media.content)["sessions"]
    return {each["date"][-2:]: (each["status"], each["note"]) for each in sessions}


async def test_who_is_ill_is_left_in_peace_and_loses_nothing(room: Chatroom, sam: Runner):
    assert "Get well first" in await sam.say("I'm sick")
    await sam.tap("3 days")
    assert "Reminders rest until Thursday 19 November" in sam.reads
    before = len(sam.bot_messages)
    await room.wait_until("12:00", days=2)
    assert len(sam.bot_messages) == before
    await room.wait_until("07:00", days=1)
    assert "Good to have you back" in sam.reads
    assert "strength rests for some days" in sam.reads
    assert set((await log_of(sam)).values()) == {("excused", "ill")}
    assert "0 of 3 days" in await sam.say("/progress")  # three of seven days are off


@pytest.mark.postgresql
async def test_a_trip_with_an_end_is_told_once(room: Chatroom, sam: Runner):
    answer = await sam.say("travelling till Friday")
    assert "Safe travels" in answer
    assert "until Friday 20 November" in answer
    assert "streak waits" in answer
    await room.wait_until("07:00", days=4)
    assert "Good to have you back" in sam.reads
    await room.wait_until("07:00", days=1)
    assert "Good to have you back" not in sam.reads


async def test_back_early(room: Chatroom, sam: Runner):
    await sam.say("got the flu, in bed till Sunday")
    await room.wait_until("09:00", days=2)
    answer = await sam.say("I'm back")
    assert "your streak has waited" in answer
    assert "Three days without strength" in answer
    await sam.tap("Today's session")
    assert "strength" not in sam.reads
    assert sorted(await log_of(sam)) == ["16", "17"]  # the days that were really off
    await room.wait_until("07:00", days=1)
    assert "min" in sam.reads


async def test_a_trip_that_is_to_come(room: Chatroom, sam: Runner):
    assert "nothing from Monday 23 November" in await sam.say("on vacation next week")
    await room.wait_until("07:00", days=1)
    assert "min" in sam.reads
    await room.wait_until("12:00", days=6)
    before = len(sam.bot_messages)
    await room.wait_until("12:00", days=1)
    assert len(sam.bot_messages) == before


@pytest.mark.parametrize(
    ("text", "says", "log"),
    [
        ("yesterday was a rest day", "Sunday was a day off", {"15": ("excused", "rest")}),
        ("rest day today", "part of the plan", {"16": ("excused", "rest")}),
        ("I was ill on saturday", "Saturday was a day off, ill", {"14": ("excused", "ill")}),
        ("day off", "part of the plan", {"16": ("excused", "rest")}),
    ],
)
async def test_single_days(sam: Runner, text: str, says: str, log: dict[str, Any]):
    assert says in await sam.say(text)
    assert await log_of(sam) == log


async def test_what_was_done_stays_done(sam: Runner):
    await sam.say("done")
    assert "Get well first" in await sam.say("I have a cold now")
    assert (await log_of(sam))["16"][0] == "done"


async def test_a_session_on_a_day_off_counts(room: Chatroom, sam: Runner):
    await sam.say("travelling till Friday")
    await room.wait_until("09:00", days=1)
    assert "1 of 3 days" in await sam.say("done")


async def test_done_and_away_in_one_message(sam: Runner):
    await sam.say("done, and I'm travelling till Friday")
    assert "Safe travels" in sam.reads
    assert await log_of(sam) == {"16": ("done", "done, and I'm travelling till Friday")}


async def test_a_paused_week_keeps_the_streak(room: Chatroom, sam: Runner):
    for _ in range(5):
        await sam.say("done")
        await room.wait_until("09:00", days=1)
    await sam.say("pause for 9 days")  # a Saturday
    await room.wait_until("09:00", days=9)
    assert "1 good week" in await sam.say("/progress")


async def test_nobody_was_away(sam: Runner):
    assert "Nothing to catch up" in await sam.say("feeling better again")


async def test_a_rest_day_leaves_the_holiday_that_is_planned(room: Chatroom, sam: Runner):
    await sam.say("holiday from 20 december to 3 january")
    assert "nothing on Tuesday 17 November" in await sam.say("rest day tomorrow")
    await room.wait_until("07:00", days=2)
    assert "min" in sam.reads
    await room.wait_until("12:00", days=33)
    count = len(sam.bot_messages)
    await room.wait_until("12:00", days=2)
    assert len(sam.bot_messages) == count


async def test_who_is_ill_hears_why_it_is_gentle(sam: Runner):
    await sam.say("got a cold")
    assert "these are gentle days" in await sam.say("/today")
