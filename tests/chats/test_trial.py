"""The range-of-motion test: screened first, three tries a side, an honest word on change."""

import json
from typing import Any

import pytest

from content.bundle import Content
from tests.support.chat import Chatroom, Runner, open_chatroom


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def tests_of(runner: Runner) -> Any:
    await runner.say("/export")
    found = json.loads(runner.person.last.media.content)["check_ins"]
    return {(each["date"], each["key"]): each["index"] for each in found if each["kind"] == "test"}


async def measure(runner: Runner, *tries: str) -> str:
    await runner.say("/test")
    await runner.tap("I'm in place, left side first ›")
    for each in tries:
        await runner.say(each)
    return runner.reads


async def test_a_whole_test_with_wrong_numbers_on_the_way(runner: Runner):
    answer = await runner.say("test my hips")
    assert "tape measure" in answer
    assert runner.person.last.kind == "photo"
    assert "Left side, try 1 of 3" in await tapped(runner)
    assert "three numbers" in await runner.say("banana")
    assert "Thigh first" in await runner.say("99 60 54")
    assert "can't hang that steeply" in await runner.say("42 60 30")
    assert "Got it: index 8" in await runner.say("42 60 54")
    assert "Left side, try 2 of 3" in runner.reads
    assert "two numbers" in await runner.say("7")
    assert "Got it: index 10" in await runner.say("60 53")  # the thigh is still 42
    assert "Left side, try 2 of 3" in await back(runner)
    await runner.say("42,5 cm, 60 cm and 53 cm")
    assert "Right side, try 1 of 3" in await runner.say("42 60 52")
    await runner.say("16 1/2 in, 23 in, 24 in")
    await runner.say("23 24")
    answer = await runner.say("23 23.5")
    assert "Left side: 10" in answer
    assert "Right side: -4" in answer or "Right side: -3" in answer
    assert "°" not in answer  # no degrees that anyone might take for normal or stiff
    assert "starting line" in answer
    assert "no illness" in answer
    assert await tests_of(runner) == {
        ("2026-11-16", "left"): 9.5,
        ("2026-11-16", "right"): -3.5,
    }


async def tapped(runner: Runner) -> str:
    await runner.tap("I'm in place, left side first ›")
    return runner.reads


async def back(runner: Runner) -> str:
    await runner.tap("‹ Last try again")
    return runner.reads


async def test_real_change_or_not_yet(runner: Runner, room: Chatroom):
    await measure(runner, "42 60 57", *["60 57"] * 5)
    assert "only the noise changes" in await runner.say("/test")
    await room.wait_until("09:00", days=21)
    await runner.say("thanks")
    answer = await measure(runner, "42 60 56", *["60 56"] * 2, *["60 50"] * 3)
    assert "1 away from 16 November: no clear change yet" in answer
    assert "10 more than on 16 November" in answer
    assert "real change" in answer
    await runner.say("/progress")
    assert runner.person.last.kind == "photo"


async def test_tries_that_are_far_apart_get_no_verdict(runner: Runner, room: Chatroom):
    await measure(runner, "42 60 59", *["60 59"] * 5)
    await room.wait_until("09:00", days=21)
    answer = await measure(runner, "42 60 59", "60 50", "60 42", *["60 50"] * 3)
    left, right = answer.split("Right side")
    assert "too much for a verdict" in left
    assert "real change" not in left
    assert "real change" in right
    assert "Your sides differ" not in answer


async def test_another_helper_or_time_of_day_is_not_compared(runner: Runner, room: Chatroom):
    await measure(runner, "42 60 57", *["60 57"] * 5)
    await room.wait_until("09:00", days=21)
    assert "same helper" in await runner.say("/test")
    await runner.tap("Somebody else reads it today ›")
    for each in ["42 60 50", *["60 50"] * 5]:
        await runner.say(each)
    assert "Another person read the tape" in runner.reads
    assert "real change" not in runner.reads
    await room.wait_until("20:00", days=21)
    assert "Last time it was 09:00" in await runner.say("/test")
    assert "compare nothing yet" in await measure(runner, *["42 60 52"] * 6)


async def test_it_says_for_whom_it_is_not(runner: Runner):
    answer = await runner.say("/test")
    assert "new hip" in answer
    assert "late pregnancy" in answer
    assert "while your back hurts" in answer


@pytest.mark.postgresql
async def test_a_restart_in_the_middle_goes_on(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        runner, fake = room.runner(), room.fake
        await runner.onboard()
        await measure(runner, "42 60 54", "60 54")
    async with open_chatroom(database_url, content, fake) as room:
        runner.room = room
        assert "Right side, try 1 of 3" in await runner.say("60 54")


async def test_what_rests_is_not_tested(runner: Runner):
    await measure(runner, "42 60 54")
    assert "doctor" in await runner.say("sharp pain in my groin with every step when I run")
    assert "I rest" in await runner.say("42 60 54")
    assert "I rest" in await runner.say("/test")
    assert await tests_of(runner) == {}


async def test_a_test_can_be_left_and_other_words_still_work(runner: Runner):
    await measure(runner, "42 60 54")
    assert "min" in await runner.say("/today")
    assert "Right" not in await runner.say("6")
    await runner.tap("Stop the test")
    assert "no test today" in runner.reads
    assert "Got it" not in await runner.say("42 60 54")


async def test_the_look_back_offers_one_when_it_is_due(runner: Runner, room: Chatroom):
    await runner.say("done")
    await room.wait_until("18:00", days=6)
    assert "Your week" in runner.reads
    assert "📏 Test my hips" in runner.buttons
    await measure(runner, *["42 60 54"] * 6)
    await room.wait_until("18:00", days=7)
    await runner.say("hi")
    assert "📏 Test my hips" not in runner.buttons
