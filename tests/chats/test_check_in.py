"""The weekly question answered in own words: a barrier, a note, or a red flag."""

import json
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom, sam: Runner) -> Runner:
    """On a Sunday evening, just asked how the week was."""
    await sam.say("done")
    await room.wait_until("18:00", days=6)
    return sam


async def told(runner: Runner) -> list[Any]:
    await runner.say("/export")
    notes = json.loads(runner.person.last.media.content)["check_ins"]
    return [(each["answer"], each.get("words")) for each in notes if each["kind"] == "week"]


@pytest.mark.parametrize(
    ("text", "barrier", "says"),
    [
        ("work was crazy, I was swamped", "no-time", "about 5 minutes on weekdays"),
        ("honestly I just forgot", "forgot", "Tie it to something"),
        ("I was too tired every evening", "too-tired", "One move in bed"),
        ("it was the same old moves, boring", "boring", "another"),
        ("my roller was at my parents' place, no kit", "no-kit", "without kit"),
        ("went really well!", "well", "The same again next week"),
        ("not too hard, all good", "well", "The same again next week"),
    ],
)
async def test_own_words_stand_for_a_barrier(runner: Runner, text: str, barrier: str, says: str):
    assert says in await runner.say(text)
    assert await told(runner) == [(barrier, text)]


@pytest.mark.postgresql
async def test_words_that_fit_nothing_are_kept_and_the_barriers_shown(runner: Runner):
    text = "the moon was in the seventh house"
    assert "noted as you wrote it" in await runner.say(text)
    assert await told(runner) == [("other", text)]
    await runner.tap("Life happened")
    assert await told(runner) == [("life", None)]


async def test_a_red_flag_in_the_answer_is_screened_first(room: Chatroom, runner: Runner):
    flag = "no time, and a sharp pain in my groin with every step when I run"
    assert "doctor" in await runner.say(flag)
    assert "I rest" in runner.reads
    await room.wait_until("07:00", days=1)
    assert flag in runner.reads
    await runner.tap("Seen, and cleared to move")
    await runner.tap("All of it, running too")
    assert "For two weeks" in runner.reads
    assert await told(runner) == []


async def test_other_wishes_are_still_heard(runner: Runner):
    assert "19:30" in await runner.say("remind me at 19:30")
    assert await told(runner) == []


async def test_days_later_words_are_just_words(room: Chatroom, runner: Runner):
    await room.wait_until("09:00", days=4)
    await runner.say("I was busy")
    assert await told(runner) == []
