"""The range-of-motion test: screened first, three tries a side, an honest word on change."""

import json
from typing import Any

import pytest

from content.bundle import Content
from tests.support.chat import Chatroom, Runner, open_chatroom


async def tests_of(sam: Runner) -> Any:
    await sam.say("/export")
    found = json.loads(sam.person.last.media.content)["check_ins"]
    return {(each["date"], each["key"]): each["index"] for each in found if each["kind"] == "test"}


async def measure(sam: Runner, *tries: str) -> str:
    await sam.say("/test")
    await sam.tap("I'm in place, left side first ›")
    for each in tries:
        await sam.say(each)
    return sam.reads


async def test_a_whole_test_with_wrong_numbers_on_the_way(sam: Runner):
    answer = await sam.say("test my hips")
    assert "tape measure" in answer
    assert sam.person.last.kind == "photo"
    assert "Left side, try 1 of 3" in await tapped(sam)
    assert "three numbers" in await sam.say("banana")
    assert "Thigh first" in await sam.say("99 60 54")
    assert "can't hang that steeply" in await sam.say("42 60 30")
    assert "Got it: index 8" in await sam.say("42 60 54")
    assert "Left side, try 2 of 3" in sam.reads
    assert "two numbers" in await sam.say("7")
    assert "Got it: index 10" in await sam.say("60 53")  # the thigh is still 42
    assert "Left side, try 2 of 3" in await back(sam)
    await sam.say("42,5 cm, 60 cm and 53 cm")
    assert "Right side, try 1 of 3" in await sam.say("42 60 52")
    await sam.say("16 1/2 in, 23 in, 24 in")
    await sam.say("23 24")
    answer = await sam.say("23 23.5")
    assert "Left side: 10" in answer
    assert "Right side: -4" in answer or "Right side: -3" in answer
    assert "°" not in answer  # no degrees that anyone might take for normal or stiff
    assert "starting line" in answer
    assert "no illness" in answer
    assert await tests_of(sam) == {
        ("2026-11-16", "left"): 9.5,
        ("2026-11-16", "right"): -3.5,
    }


async def tapped(sam: Runner) -> str:
    await sam.tap("I'm in place, left side first ›")
    return sam.reads


async def back(sam: Runner) -> str:
    await sam.tap("‹ Last try again")
    return sam.reads


async def test_real_change_or_not_yet(sam: Runner, room: Chatroom):
    await measure(sam, "42 60 57", *["60 57"] * 5)
    assert "only the noise changes" in await sam.say("/test")
    await room.wait_until("09:00", days=21)
    await sam.say("thanks")
    answer = await measure(sam, "42 60 56", *["60 56"] * 2, *["60 50"] * 3)
    assert "1 away from 16 November: no clear change yet" in answer
    assert "10 more than on 16 November" in answer
    assert "real change" in answer
    await sam.say("/progress")
    assert sam.person.last.kind == "photo"


async def test_tries_that_are_far_apart_get_no_verdict(sam: Runner, room: Chatroom):
    await measure(sam, "42 60 59", *["60 59"] * 5)
    await room.wait_until("09:00", days=21)
    answer = await measure(sam, "42 60 59", "60 50", "60 42", *["60 50"] * 3)
    left, right = answer.split("Right side")
    assert "too much for a verdict" in left
    assert "real change" not in left
    assert "real change" in right
    assert "Your sides differ" not in answer


async def test_another_helper_or_time_of_day_is_not_compared(sam: Runner, room: Chatroom):
    await measure(sam, "42 60 57", *["60 57"] * 5)
    await room.wait_until("09:00", days=21)
    assert "same helper" in await sam.say("/test")
    await sam.tap("Somebody else reads it today ›")
    for each in ["42 60 50", *["60 50"] * 5]:
        await sam.say(each)
    assert "Another person read the tape" in sam.reads
    assert "real change" not in sam.reads
    await room.wait_until("20:00", days=21)
    assert "Last time it was 09:00" in await sam.say("/test")
    assert "compare nothing yet" in await measure(sam, *["42 60 52"] * 6)


async def test_it_says_for_whom_it_is_not(sam: Runner):
    answer = await sam.say("/test")
    assert "new hip" in answer
    assert "late pregnancy" in answer
    assert "while your back hurts" in answer


@pytest.mark.postgresql
async def test_a_restart_in_the_middle_goes_on(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        sam, fake = room.runner(), room.fake
        await sam.onboard()
        await measure(sam, "42 60 54", "60 54")
    async with open_chatroom(database_url, content, fake) as room:
        sam.room = room
        assert "Right side, try 1 of 3" in await sam.say("60 54")


async def test_what_rests_is_not_tested(sam: Runner):
    await measure(sam, "42 60 54")
    assert "doctor" in await sam.say("sharp pain in my groin with every step when I run")
    assert "I rest" in await sam.say("42 60 54")
    assert "I rest" in await sam.say("/test")
    assert await tests_of(sam) == {}


async def test_a_test_can_be_left_and_other_words_still_work(sam: Runner):
    await measure(sam, "42 60 54")
    assert "min" in await sam.say("/today")
    assert "Right" not in await sam.say("6")
    await sam.tap("Stop the test")
    assert "no test today" in sam.reads
    assert "Got it" not in await sam.say("42 60 54")


async def test_the_look_back_offers_one_when_it_is_due(sam: Runner, room: Chatroom):
    await sam.say("done")
    await room.wait_until("18:00", days=6)
    assert "Your week" in sam.reads
    assert "📏 Test my hips" in sam.buttons
    await measure(sam, *["42 60 54"] * 6)
    await room.wait_until("18:00", days=7)
    await sam.say("hi")
    assert "📏 Test my hips" not in sam.buttons
