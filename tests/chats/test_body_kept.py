"""What was told of the body stays until it is said or tapped otherwise, not by a stray word."""

import json

import pytest

from tests.support.chat import Runner


async def conditions(runner: Runner) -> list[str]:
    await runner.say("/export")
    sent = next(each for each in reversed(runner.bot_messages) if each.media)
    kept: list[str] = json.loads(sent.media.content)["profile"]["conditions"]
    return kept


@pytest.mark.postgresql
@pytest.mark.parametrize("word", ["no", "skip", "none of these"])
async def test_a_stray_word_frees_nothing(runner: Runner, word: str):
    await runner.onboard()
    await runner.say("i'm 30 weeks pregnant")
    kept = await conditions(runner)
    assert kept
    await runner.say("/settings")
    await runner.tap(next(each for each in runner.buttons if "body" in each.lower()))
    runner.body = None
    await runner.say(word)
    assert await conditions(runner) == kept
