"""Runs and sessions that are told while a red flag forbids them: noted, with the advice again."""

import pytest

from tests.support.chat import Chatroom, Runner

BONE = "my groin hurts when I hop, for a month now"


@pytest.fixture
async def runner(sam: Runner) -> Runner:
    """It rests everything until it was seen."""
    await sam.say("/today")
    await sam.say(BONE)
    return sam


@pytest.mark.parametrize(
    ("text", "praise"),
    [
        ("ran 7 km this morning", "fit well after it"),
        ("I race on Saturday", "so that your legs are fresh"),
        ("I run tomorrow at 18:00", "In the two hours before it"),
        ("/done", "Next small step"),
        ("did half", "Next small step"),
    ],
)
async def test_it_is_noted_without_praise_and_the_advice_is_said_again(
    room: Chatroom, runner: Runner, text: str, praise: str
):
    other = room.runner(6, "Kim")
    await other.onboard()
    assert praise in await other.say(text)
    answer = await runner.say(text)
    assert "Noted" in answer
    assert "No runs and no moves before this was seen" in answer
    assert BONE in answer
    assert praise not in answer
    assert not {"▶️ Start today's session", "One more", "0"} & set(runner.buttons)
    assert "Seen, and cleared to move" in runner.buttons


@pytest.mark.postgresql
async def test_no_running_yet_holds_runs_and_praises_moves(runner: Runner):
    await runner.say("/today")
    await runner.tap("Seen, and cleared to move")
    await runner.tap("Easy moves, no running yet")
    assert "No running yet" in await runner.say("ran 3 km")
    assert "No running yet" in await runner.say("I race on Saturday")
    assert "Next small step" in await runner.say("/done")


@pytest.mark.parametrize("text", ["shorter", "longer", "other side", "why", "how long"])
async def test_no_word_of_the_dose_of_a_card_that_rests(sam: Runner, text: str):
    await sam.say("couch stretch")
    await sam.say(BONE)
    answer = await sam.say(text)
    assert "I rest everything" in answer
    assert "Couch stretch" not in answer


@pytest.mark.parametrize("text", ["I feel fine now", "I feel normal again"])
async def test_a_word_of_being_well_asks_about_what_rests(runner: Runner, text: str):
    answer = await runner.say(text)
    assert "even if it eased" in answer
    assert "Seen, and cleared to move" in runner.buttons


@pytest.mark.parametrize("text", ["my physio says I may train again", "the doc said I can run now"])
async def test_what_a_clinician_allowed_is_asked_about(runner: Runner, text: str):
    await runner.say(text)
    assert "All of it, running too" in runner.buttons


async def test_pain_after_the_check_rests_it_again(room: Chatroom, runner: Runner):
    await runner.say("/today")
    await runner.tap("Seen, and cleared to move")
    await runner.tap("All of it, running too")
    await room.wait_until("06:00", days=2)
    await runner.say("/today")
    await runner.tap("▶️ Start")
    assert "a step back" in await runner.say("my groin aches a little again since the walk")
    assert "I rest everything" in await runner.say("couch stretch")
    assert (await runner.exported())["locked"]
