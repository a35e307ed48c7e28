"""What was told of the body stays until it is said or tapped otherwise, not by a stray word."""

import json

import pytest

from tests.chats.test_corrections import edit
from tests.support.chat import Chatroom, Runner


async def conditions(runner: Runner) -> list[str]:
    await runner.say("/export")
    sent = next(each for each in reversed(runner.bot_messages) if each.media)
    kept: list[str] = json.loads(sent.media.content)["profile"]["conditions"]
    return kept


@pytest.mark.postgresql
@pytest.mark.parametrize("word", ["no", "skip", "none of these"])
async def test_a_stray_word_frees_nothing(sam: Runner, word: str):
    await sam.say("i'm 30 weeks pregnant")
    kept = await conditions(sam)
    assert kept
    await sam.say("/settings")
    await sam.tap(next(each for each in sam.buttons if "body" in each.lower()))
    sam.body = None
    await sam.say(word)
    assert await conditions(sam) == kept


TOLD = [
    ("i'm 22 weeks pregnant and feel good, hip stretch", "pregnant"),
    ("slipped disc at L4, all calm, something for tight hips", "disc"),
    ("my lumbar fusion is four years old, tight glutes", "disc"),
    ("had my appendix out, keyhole op two weeks ago, hip stretch", "operation"),
    ("i have hip dysplasia, loosen my hips", "dysplasia"),
]


@pytest.mark.parametrize(("text", "kept"), TOLD)
async def test_a_state_in_words_is_kept_as_if_it_were_tapped(sam: Runner, text: str, kept: str):
    await sam.say(text)
    assert kept in await conditions(sam)


@pytest.mark.parametrize(("text", "kept"), TOLD)
async def test_a_state_after_a_command_or_in_an_edited_message_is_kept_too(
    room: Chatroom, text: str, kept: str
):
    asks, edits = room.runner(), room.runner(7)
    for each in (asks, edits):
        await each.onboard()
    await asks.say(f"/ask {text}")
    await edits.say("hip stretch")
    await edit(edits, text)
    assert kept in await conditions(asks)
    assert kept in await conditions(edits)


async def test_a_state_opens_no_card_that_is_not_for_it(sam: Runner):
    await sam.say("i have a slipped disc")
    assert "slipped disc" in await sam.say("single leg squat")
    assert not any("Start" in each for each in sam.buttons)


async def test_what_was_told_once_counts_in_the_chat(sam: Runner):
    await sam.say("I'm 30 weeks pregnant, all is well, my midwife is happy that I run")
    assert "maternity unit now" in await sam.say("some bleeding today, what is my session?")
