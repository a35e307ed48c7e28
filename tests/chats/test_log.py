"""Logging the way people do it."""

import json

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def test_done_logs_once(runner: Runner):
    assert "1 of 5 days" in await runner.say("done")
    assert "already in the log" in await runner.say("Done!")
    assert "already in the log" in await runner.say("/done")
    assert "1 of 5 days" in await runner.say("/progress")


async def test_half_counts_and_may_become_whole(runner: Runner):
    assert "Half" in await runner.say("did half")
    assert "1 of 5 days" in await runner.say("done")


@pytest.mark.postgresql
async def test_undo_takes_back_one_step_at_a_time(runner: Runner):
    await runner.say("did half")
    await runner.say("done")
    assert "Taken back: today (done)" in await runner.say("/undo")
    assert "Taken back: today (partial)" in await runner.say("/undo")
    assert "nothing to take back" in await runner.say("/undo")


async def test_the_day_ends_at_four_in_the_morning(runner: Runner, room: Chatroom):
    await room.wait_until("23:50")
    await runner.say("done")
    await room.wait(hours=3)  # 02:50, still the same day
    assert "already in the log" in await runner.say("done")
    await room.wait(hours=2)
    assert "2 of 5 days" in await runner.say("done")


async def test_yesterday_can_be_added(runner: Runner, room: Chatroom):
    await room.wait_until("09:00", days=2)
    assert "Tuesday added" in await runner.say("done yesterday")


@pytest.mark.parametrize(
    "text", ["not yet", "I'll get it done tonight", "was that logged?", "nah skipped it"]
)
async def test_these_log_nothing(runner: Runner, text: str):
    await runner.say(text)
    assert "0 of 5 days" in await runner.say("/progress")


async def exported(runner: Runner) -> dict:
    await runner.say("/export")
    return json.loads(runner.person.last.media.content)


@pytest.mark.postgresql
async def test_export_is_one_json_document(runner: Runner):
    await runner.say("done")
    data = await exported(runner)
    assert data["profile"]["sitting"] == "over-7"
    assert data["profile"]["zone"] == "Europe/Berlin"
    assert data["reminders"][0]["at"] == "07:00"
    assert data["sessions"][0]["date"] == "2026-11-16"
    assert data["sessions"][0]["status"] == "done"
    assert data["sessions"][0]["minutes"] > 0
    assert data["sessions"][0]["cards"]
    assert data["check_ins"] == []


@pytest.mark.postgresql
async def test_delete_asks_and_then_leaves_nothing(runner: Runner, room: Chatroom):
    await runner.say("done")
    await runner.say("/delete")
    assert await runner.tap("No, keep it") == "Nothing was deleted"
    assert "1 of 5" in await runner.say("/progress")
    await runner.say("/delete")
    await runner.tap("Yes, delete everything")
    assert "1 log entry" in runner.reads
    assert await room.limber.store.run(lambda work: work.runners.get(5)) is None
    await room.wait_until("07:00", days=1)
    assert "Deleted" in runner.reads
    assert "1 of 10" in await runner.say("/start")


async def test_streaks_are_off_by_one_word(runner: Runner, room: Chatroom):
    for _ in range(7):
        await runner.say("done")
        await room.wait_until("09:00", days=1)
    assert "1 good week" in await runner.say("/progress")
    assert "Days are just days" in await runner.say("stop the streak pressure")
    assert "good week" not in await runner.say("/progress")
    assert "07:00" in await runner.say("/remind")
    assert "back in sight" in await runner.say("show my streak")
    assert "1 good week" in await runner.say("/progress")
