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
    return {
        (each["date"], each["key"]): each["degrees"] for each in found if each["kind"] == "test"
    }


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
    assert "two numbers" in await runner.say("banana")
    assert "Thigh first" in await runner.say("99 2")
    assert "can't hang that low" in await runner.say("42 30")
    assert "Got it: 8°" in await runner.say("42 6")
    assert "Left side, try 2 of 3" in runner.reads
    assert "Got it: 10°" in await runner.say("7")  # the thigh is still 42
    assert "Left side, try 2 of 3" in await back(runner)
    await runner.say("42,5 cm and 7 cm")
    assert "Right side, try 1 of 3" in await runner.say("8 42")  # told the other way round
    await runner.say("16 1/2 in, 1 in above")
    await runner.say("1 above")
    answer = await runner.say("0.5 above")
    assert "Left side: 10°" in answer
    assert "Right side: -4°" in answer
    assert "Give or take 5°" in answer
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
    await measure(runner, "42 3", "3", "3", "42 3", "3", "3")
    assert "only the noise changes" in await runner.say("/test")
    await room.wait_until("09:00", days=21)
    await runner.say("thanks")
    answer = await measure(runner, "42 4", "4", "4", "42 8", "8", "8")
    assert "1° away from 16 November: no clear change yet" in answer
    assert "7° more than on 16 November" in answer
    assert "real change" in answer
    assert "hip extension" in (await chart(runner)).lower()


async def chart(runner: Runner) -> str:
    await runner.say("/progress")
    return "hip extension" if runner.person.last.kind == "photo" else ""


async def test_another_time_of_day_is_not_compared(runner: Runner, room: Chatroom):
    await measure(runner, "42 3", "3", "3", "42 3", "3", "3")
    await room.wait_until("20:00", days=21)
    assert "Last time it was 09:00" in await runner.say("/test")
    assert "compare nothing yet" in await measure(runner, *["42 8"] * 6)


@pytest.mark.postgresql
async def test_a_restart_in_the_middle_goes_on(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        runner, fake = room.runner(), room.fake
        await runner.onboard()
        await measure(runner, "42 6", "6")
    async with open_chatroom(database_url, content, fake) as room:
        runner.room = room
        assert "Right side, try 1 of 3" in await runner.say("6")


async def test_what_rests_is_not_tested(runner: Runner):
    await measure(runner, "42 6")
    assert "doctor" in await runner.say("sharp pain in my groin with every step when I run")
    assert "I rest" in await runner.say("42 6")
    assert "I rest" in await runner.say("/test")
    assert await tests_of(runner) == {}


async def test_a_test_can_be_left_and_other_words_still_work(runner: Runner):
    await measure(runner, "42 6")
    assert "min" in await runner.say("/today")
    assert "Right" not in await runner.say("6")
    await runner.tap("Stop the test")
    assert "no test today" in runner.reads
    assert "Got it" not in await runner.say("42 6")


async def test_the_look_back_offers_one_when_it_is_due(runner: Runner, room: Chatroom):
    await runner.say("done")
    await room.wait_until("18:00", days=6)
    assert "Your week" in runner.reads
    assert "📏 Test my hips" in runner.buttons
    await measure(runner, *["42 6"] * 6)
    await room.wait_until("18:00", days=7)
    await runner.say("hi")
    assert "📏 Test my hips" not in runner.buttons
