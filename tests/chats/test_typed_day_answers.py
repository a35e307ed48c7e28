"""Where soreness is, and whether a run comes soon, may be typed as well as tapped."""

import pytest

from tests.support.chat import Runner


@pytest.mark.parametrize("words", ["one spot", "it's only on the left side", "just one spot"])
@pytest.mark.postgresql
async def test_one_spot_is_taken(sam: Runner, words: str):
    await sam.say("soreness 8")
    assert "muscles on both sides" in sam.reads
    typed = await sam.say(words)
    await sam.say("soreness 8")
    await sam.tap("One spot, or one side")
    assert typed == sam.reads


@pytest.mark.parametrize("words", ["both sides", "muscles, both legs", "it is just the muscles"])
async def test_trained_muscles_are_taken(sam: Runner, words: str):
    await sam.say("soreness 8")
    typed = await sam.say(words)
    await sam.say("soreness 8")
    await sam.tap("Muscles, on both sides")
    assert typed == sam.reads


async def test_another_matter_closes_the_question(sam: Runner):
    await sam.say("soreness 8")
    await sam.say("what can you do")
    assert "one spot" not in await sam.say("left side")
    assert "8 of 10" not in sam.reads


async def test_an_answer_told_as_a_lasting_wish_leads_on_to_the_next_question(runner: Runner):
    await runner.say("/start")
    for answer in ("9 hours", "hips", "monday", "7am"):
        await runner.say(answer)
    await runner.say("i own a roll of foam and an elastic")
    assert "Which city" in runner.reads
