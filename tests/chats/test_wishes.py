"""Wishes that last, runs that are planned around, and logs in people's own words."""

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
    return json.loads(runner.person.last.media.content)


async def test_no_kneeling_lasts_and_can_be_taken_back(runner: Runner):
    assert "Half-kneeling" in await runner.say("/today")
    assert "No kneeling from now on" in await runner.say("no kneeling please")
    assert "Half-kneeling" not in await runner.say("/today")
    await runner.say("no kneeling please")
    await runner.tap("↩️ Undo")
    await runner.say("bring it back")
    assert "Half-kneeling" in await runner.say("/today")


@pytest.mark.postgresql
async def test_kit_comes_and_goes(runner: Runner):
    assert "Your kit: loop band, foam roller" in await runner.say("I bought a band")
    assert "Your kit: loop band." in await runner.say("my roller broke")
    await runner.tap("↩️ Undo")
    assert sorted((await exported(runner))["profile"]["kit"]) == ["band", "roller"]


async def test_shorter_on_weekdays(runner: Runner):
    assert "About 5 min on weekdays" in await runner.say("shorter on weekdays")
    answer = await runner.say("/today")
    assert "about 5 min" in answer or "about 4 min" in answer


@pytest.mark.postgresql
async def test_a_long_run_is_planned_around(room: Chatroom, runner: Runner):
    answer = await runner.say("long run sunday 8")
    assert "a long run on Sunday, 22 November at 08:00" in answer
    assert "no strength on Saturday" in answer
    await room.wait_until("07:30", days=6)
    answer = await runner.say("/today")
    assert "before a run" in answer
    assert "stretch" not in answer.lower()  # nothing held still before it


async def test_a_run_that_was_run_gets_its_easy_minutes(runner: Runner):
    assert "12 km" in await runner.say("ran 12 km easy")
    run = {"date": "2026-11-16", "at": None, "km": 12.0, "kind": "easy", "done": True}
    assert (await exported(runner))["runs"] == [run]


async def test_own_exercises_and_single_moves_are_logged_as_told(runner: Runner):
    assert "20 min" in await runner.say("did 20 min yoga")
    logged = (await exported(runner))["sessions"][0]
    assert (logged["minutes"], logged["cards"]) == (20, [])
    assert logged["note"] == "did 20 min yoga"
    await runner.say("/undo")
    await runner.say("only did the clamshell")
    assert (await exported(runner))["sessions"][0]["cards"] == ["clamshell"]


async def test_a_day_off_may_have_a_reason(runner: Runner):
    await runner.say("/today")
    await runner.tap("Not today")
    await runner.tap("Ill")
    assert "Get well first" in runner.reads
    assert "A week" in runner.buttons
    assert (await exported(runner))["sessions"][0]["note"] == "ill"
