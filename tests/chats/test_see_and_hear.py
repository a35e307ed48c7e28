"""Who hardly reads or hears it is told what helps; a loss of sight or hearing is no such thing."""

import pytest

from tests.support.chat import Runner

HELPS = "stands here in words"
HARDLY = [
    "I can't see the words on my phone",
    "can't see what comes next without my reading glasses",
    "I can't see well without my specs",
    "the print is tiny",
    "could the writing be bigger?",
    "I can't read this",
    "I can't see it without my glasses",
    "can't see the screen from down here",
    "I can't hear you",
    "didn't hear the bell",
    "I'm a bit deaf",
    "are there subtitles?",
    "turn the volume up",
]
LOST = [
    "I can't see out of my right eye",
    "all of a sudden I can't see",
    "I can't see anything",
    "I can't see the letters with my left eye",
    "can't see it with one eye",
]


@pytest.mark.parametrize("words", HARDLY)
async def test_who_hardly_sees_or_hears_it_is_told_what_helps(sam: Runner, words: str):
    assert HELPS in await sam.say(words)
    assert not (await sam.exported())["locked"]


@pytest.mark.parametrize("words", LOST)
async def test_lost_sight_is_an_emergency_all_the_same(sam: Runner, words: str):
    assert "get help now" in await sam.say(words)


@pytest.mark.parametrize(
    "words",
    [
        "I can't hear on my left side",
        "suddenly I can't hear",
        "I can't hear anything in my right ear",
    ],
)
async def test_lost_hearing_is_asked_about(sam: Runner, words: str):
    assert "Before I pick a move" in await sam.say(words)


@pytest.mark.postgresql
async def test_in_a_hold_it_is_told_too(sam: Runner):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live("Hold, and breathe")
    assert HELPS in await sam.say("I can't hear it")
