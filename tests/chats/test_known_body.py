"""What is known of a body makes a red flag of words on every way that they come."""

import re

import pytest

from tests.support.chat import Chatroom, Runner

BLEEDS = "a little blood in my pants at noon"


@pytest.fixture
async def expecting(runner: Runner) -> Runner:
    await runner.onboard()
    await runner.say("i am 26 weeks pregnant")
    await runner.say("my midwife says all moves are fine")
    await runner.tap("All of it, running too")
    return runner


@pytest.mark.postgresql
@pytest.mark.parametrize("way", ["words", "caption", "command", "ask"])
async def test_a_red_flag_of_a_known_body_however_it_is_told(
    room: Chatroom, expecting: Runner, way: str
):
    if way == "caption":
        expecting.person.send_photo(caption=BLEEDS)
        await room.settle()
    else:
        await expecting.say({"command": "/help ", "ask": "/ask "}.get(way, "") + BLEEDS)
    assert "maternity" in expecting.reads
    assert "▶️ Start" not in expecting.buttons
    assert (await expecting.exported())["locked"]


async def test_the_same_caption_means_nothing_to_another_body(room: Chatroom, sam: Runner):
    sam.person.send_photo(caption="holiday photo of my swollen ego")
    await room.settle()
    assert (await sam.exported())["locked"] is None


TOLD = [
    "i am 20 weeks pregnant",
    "gave birth three weeks ago",
    "knee surgery four weeks ago",
    "had my gallbladder out two weeks ago",
    "30 weeks along and a headache since noon",
]


@pytest.mark.parametrize("words", TOLD)
async def test_nobody_is_asked_whether_that_is_gone(room: Chatroom, sam: Runner, words: str):
    await sam.say(words)
    for _ in range(4):
        await room.wait_until("12:00", days=1)
        await sam.say("/today")
        assert "It is gone" not in sam.buttons
        assert "▶️ Start" not in sam.buttons
    assert (await sam.exported())["locked"]


@pytest.mark.parametrize("words", ["knee surgery four weeks ago", None])
async def test_no_tick_ends_the_rest_after_an_operation(sam: Runner, words: str | None):
    if words:
        await sam.say(words)
    else:
        await tick(sam)
    await tick(sam, off=True)
    assert "a doctor, midwife or physio ends that" in sam.reads
    await sam.say("/today")
    assert "▶️ Start" not in sam.buttons


async def tick(sam: Runner, *, off: bool = False) -> None:
    sam.body = None
    await sam.say("/settings")
    await sam.tap(re.compile("^Your body"))
    await sam.tap(re.compile("An operation in the last 12 weeks"))
    await sam.tap("None of these is true" if off else "Continue ›")


@pytest.mark.parametrize("words", ["knee surgery four weeks ago", None])
async def test_the_surgeons_word_brings_moves_back(sam: Runner, words: str | None):
    if words:
        await sam.say(words)
    else:
        await tick(sam)
    await sam.say("/today")
    await sam.tap("Seen, and cleared to move")
    await sam.tap("All of it, running too")
    await sam.say("/today")
    assert "▶️ Start" in sam.buttons


async def test_an_age_over_65_is_kept_and_obeyed(sam: Runner):
    assert "an age over 65" in await sam.say("i'm 71")
    assert "not for you with an age over 65" in await sam.say("high knees")
    assert "get help now" in await sam.say("fell this morning and my hip hurts")
