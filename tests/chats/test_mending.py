"""Mending the log of the last seven days, by words and by buttons."""

import json
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom, sam: Runner) -> Runner:
    """On a Wednesday, with a reminder for each day so far."""
    for _ in range(2):
        await room.wait_until("07:00", days=1)
    return sam


async def log_of(runner: Runner) -> dict[str, Any]:
    await runner.say("/export")
    sessions = json.loads(runner.person.last.media.content)["sessions"]
    return {each["date"][-2:]: each for each in sessions}


async def test_days_are_added_by_their_names_with_the_moves_of_that_day(runner: Runner):
    assert "Tuesday added" in await runner.say("I did Tuesday")
    assert "Monday: half" in await runner.say("monday was only half")
    log = await log_of(runner)
    assert log["17"]["cards"]
    assert log["17"]["minutes"] > 0
    assert (log["16"]["status"], log["17"]["status"]) == ("partial", "done")


async def test_a_day_can_turn_out_to_be_less(runner: Runner):
    await runner.say("done yesterday")
    assert "Tuesday: half" in await runner.say("yesterday was only half")
    assert (await log_of(runner))["17"]["status"] == "partial"
    assert "Tuesday is open again" in await runner.say("I missed tuesday")
    assert await log_of(runner) == {}


async def test_what_was_done_today_is_made_less_only_in_clear_words(runner: Runner):
    await runner.say("done")
    assert "already in the log" in await runner.say("did half")
    assert "Half logged" in await runner.say("actually I only did half")
    assert "Taken back" in await runner.say("actually didn't do it today")


async def test_a_named_day_is_taken_back_whole(runner: Runner):
    await runner.say("did half yesterday")
    await runner.say("done yesterday")
    await runner.say("done")
    assert "Tuesday is open again" in await runner.say("undo Tuesday")
    assert list(await log_of(runner)) == ["18"]


@pytest.mark.postgresql
async def test_the_wrong_day_is_put_right(runner: Runner):
    await runner.say("done")
    await runner.say("that was yesterday, not today")
    assert "Moved from today to Tuesday" in runner.reads
    assert list(await log_of(runner)) == ["17"]


async def test_several_moves_in_one_message_are_one_log(runner: Runner):
    await runner.say("did the couch stretch and clamshells")
    assert (await log_of(runner))["18"]["cards"] == ["couch-stretch", "clamshell"]


async def test_the_last_seven_days_are_buttons(runner: Runner):
    await runner.say("/progress")
    await runner.tap("Change a day")
    assert "The last seven days" in runner.reads
    assert len([each for each in runner.buttons if each[0] in "🟩⬜"]) == 7
    await runner.tap("⬜ Tue 17")
    assert "Nothing in the log" in runner.reads
    assert await runner.tap("Did half") == "Got it"
    assert "🟨 Tue 17" in runner.buttons
    await runner.tap("⬜ Mon 16")
    await runner.tap("Ill")
    assert "🟦 Mon 16" in runner.buttons
    await runner.tap("🟨 Tue 17")
    await runner.tap("✅ Done")
    await runner.tap("🟦 Mon 16")
    assert await runner.tap("Clear it") == "Taken back"
    assert list(await log_of(runner)) == ["17"]
    assert "The last seven days" in await runner.say("fix my log")


async def test_a_button_for_a_day_long_gone_says_so(room: Chatroom, runner: Runner):
    await runner.say("fix my log")
    panel = runner.person.last
    await room.wait_until("09:00", days=9)
    for data in ("day:2026-11-16:done", "day:2026-99-99", "day:2026-11-16:eaten"):
        tap = runner.person.tap_data(panel, data)
        await room.settle()
        assert tap.toast in ("Only the last seven days", "That button is from an earlier chat")
    assert await log_of(runner) == {}


@pytest.mark.postgresql
async def test_two_phones_at_once_count_once(room: Chatroom, runner: Runner):
    reminder = runner.person.last
    taps = [runner.person.tap_data(reminder, "done:2026-11-18") for _ in range(2)]
    runner.person.say("done")
    await room.settle()
    assert sorted(tap.toast or "" for tap in taps) == ["Already logged today", "Logged. Nice."]
    assert list(await log_of(runner)) == ["18"]
    assert "Taken back" in await runner.say("/undo")
    assert "nothing to take back" in await runner.say("/undo")


@pytest.mark.parametrize(
    ("said", "more", "minutes"),
    [
        ("did 10 minutes", "did another 10 minutes in the evening", 20),
        ("did 10 minutes", "add 5 minutes", 15),
        ("did half, 6 min", "did 4 more minutes", 10),
        ("did 10 minutes", "did 10 minutes", 10),  # told twice is done once
    ],
)
async def test_minutes_on_top_add_to_the_day(runner: Runner, said: str, more: str, minutes: int):
    await runner.say(said)
    before = await log_of(runner)
    await runner.say(more)
    today = max(before)
    assert (await log_of(runner))[today]["minutes"] == minutes
    if minutes != before[today]["minutes"]:
        await runner.say("undo")
        assert await log_of(runner) == before


async def test_each_day_gets_the_minutes_that_were_told_of_it(runner: Runner):
    await runner.say("did 10 min on saturday, 12 min on sunday and 8 min today")
    minutes = [each["minutes"] for _, each in sorted((await log_of(runner)).items())]
    assert minutes == [10, 12, 8]
    await runner.say("12 min on sundays please")
    assert len(await log_of(runner)) == 3


@pytest.mark.parametrize("said", ["did 20 mins tuesday", "did 20 on tuesday", "log 20 for tuesday"])
async def test_a_day_that_is_logged_takes_the_minutes_told_later(runner: Runner, said: str):
    await runner.say("did 15 min on tuesday")
    await runner.say(said)
    assert (await log_of(runner))["17"]["minutes"] == 20
    await runner.say("done yesterday")
    assert (await log_of(runner))["17"]["minutes"] == 20


@pytest.mark.parametrize(
    "said",
    [
        "no stretching on tuesday, got the dentist",
        "no session next tuesday",
        "no session on tuesday then?",
    ],
)
async def test_a_plan_for_a_day_takes_no_log_back(runner: Runner, said: str):
    await runner.say("did 15 min on tuesday")
    before = await log_of(runner)
    await runner.say(said)
    assert await log_of(runner) == before


async def test_a_wish_for_longer_sessions_logs_nothing(runner: Runner):
    await runner.say("add 5 minutes to my sessions")
    assert await log_of(runner) == {}


async def test_minutes_of_another_session_add_up_and_count_one_day(room: Chatroom, runner: Runner):
    await runner.say("did 10 minutes")
    await room.wait(hours=5)
    assert "15 min" in await runner.say("did 5 minutes")
    assert "1 of 5 days" in runner.reads
    assert (await log_of(runner))["18"]["minutes"] == 15


async def test_minutes_told_again_at_once_are_the_same_session(runner: Runner):
    await runner.say("did 10 minutes")
    await runner.say("did 12 minutes")
    assert (await log_of(runner))["18"]["minutes"] == 12


async def test_undo_after_minutes_on_top_says_what_stays(runner: Runner):
    await runner.say("did 10 minutes")
    await runner.say("add 5 minutes")
    answer = await runner.say("/undo")
    assert "the 5 min on top" in answer
    assert "Today stays in the log as done, with 10 min" in answer
    assert "1 of 5 days" in answer
    assert (await log_of(runner))["18"]["minutes"] == 10
    assert "Taken back: today (done)" in await runner.say("/undo")


async def test_a_few_minutes_do_not_credit_the_whole_session(runner: Runner):
    await runner.say("25 minutes today please")
    listed = [line for line in runner.reads.splitlines() if line[:1].isdigit()]
    await runner.say("did 8 minutes")
    few = (await log_of(runner))["18"]["cards"]
    assert 0 < len(few) < len(listed)
