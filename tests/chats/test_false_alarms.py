"""“That's not it” below a referral: two questions, a note, and one step down."""

import json

import pytest

from tests.support.chat import Chatroom, Runner

FELL = "i fell on my knee and it is swollen"
CHEST = "my chest is being crushed"


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


@pytest.mark.postgresql
async def test_two_answers_end_what_was_not_meant(runner: Runner):
    assert "This one is not for stretching" in await runner.say(FELL)
    await runner.tap("That's not it")
    assert FELL in runner.reads
    await runner.tap("I meant something else")
    assert "true today" in runner.reads
    await runner.tap("None of these")
    assert "Nothing rests for it any more" in runner.reads
    await runner.say("/today")
    assert "rest" not in runner.reads.lower()


async def test_an_emergency_steps_down_with_its_safety_net_said_again(runner: Runner):
    assert "get help now" in await runner.say(CHEST)
    await runner.tap("That's not it")
    await runner.tap("I meant something else")
    await runner.tap("None of these")
    assert "should it ever be true" in runner.reads
    assert "emergency number" in runner.reads
    assert "until tomorrow" in runner.reads


async def test_nothing_else_is_freed(runner: Runner):
    await runner.say("sharp pain in my groin with every step")
    await runner.say(FELL)
    await runner.tap("That's not it")
    await runner.tap("It was, and is long over")
    await runner.tap("None of these")
    assert "I still rest" in runner.reads


async def test_what_is_true_is_a_referral_of_its_own(runner: Runner):
    await runner.say(FELL)
    await runner.tap("That's not it")
    await runner.tap("I meant something else")
    await runner.tap("Chest, breath, faint or speech")
    assert "get help now" in runner.reads


async def test_what_is_true_after_all_stands(runner: Runner):
    await runner.say(FELL)
    await runner.tap("That's not it")
    await runner.tap("It is true after all")
    assert "Then it stands" in runner.reads


async def test_the_sheet_for_a_physio_and_the_export_know_of_it(runner: Runner):
    await runner.say(FELL)
    await runner.tap("That's not it")
    await runner.tap("It is somebody else's")
    await runner.tap("None of these")
    assert FELL in await runner.say("/physio")
    await runner.say("/export")
    found = json.loads(runner.person.last.media.content)["check_ins"]
    assert "not-it" in {each["key"] for each in found}


async def test_dark_thoughts_stay_with_their_own_question(runner: Runner):
    await runner.say("i want to end my life")
    await runner.tap("That's not it")
    assert "end my life" not in runner.reads
    await runner.tap("I meant something else")
    await runner.tap("None of these")
    assert "until tomorrow" in runner.reads


async def test_the_same_words_again_are_a_new_flag(runner: Runner):
    await runner.say(FELL)
    await runner.tap("That's not it")
    await runner.tap("I meant something else")
    await runner.tap("None of these")
    assert "Nothing rests for it any more" in runner.reads
    assert "This one is not for stretching" in await runner.say(FELL)
