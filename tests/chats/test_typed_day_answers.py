"""Where soreness is, and whether a run comes soon, may be typed as well as tapped."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


@pytest.mark.parametrize("words", ["one spot", "it's only on the left side", "just one spot"])
@pytest.mark.postgresql
async def test_one_spot_is_taken(runner: Runner, words: str):
    await runner.say("soreness 8")
    assert "muscles on both sides" in runner.reads
    typed = await runner.say(words)
    await runner.say("soreness 8")
    await runner.tap("One spot, or one side")
    assert typed == runner.reads


@pytest.mark.parametrize("words", ["both sides", "muscles, both legs", "it is just the muscles"])
async def test_trained_muscles_are_taken(runner: Runner, words: str):
    await runner.say("soreness 8")
    typed = await runner.say(words)
    await runner.say("soreness 8")
    await runner.tap("Muscles, on both sides")
    assert typed == runner.reads


async def test_another_matter_closes_the_question(runner: Runner):
    await runner.say("soreness 8")
    await runner.say("what can you do")
    assert "one spot" not in await runner.say("left side")
    assert "8 of 10" not in runner.reads
