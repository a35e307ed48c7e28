"""What is known of a body makes a red flag of words on every way that they come."""

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
