"""“That's not it” below a referral: the told is asked about again, and an emergency stands."""

import json

import pytest

from tests.support.chat import Chatroom, Runner

FELL = "i fell on my knee and it is swollen"
CHEST = "my chest is being crushed"


@pytest.mark.postgresql
async def test_two_answers_end_what_was_not_meant(sam: Runner):
    assert "This one is not for stretching" in await sam.say(FELL)
    await sam.tap("That's not it")
    assert FELL in sam.reads
    await sam.tap("I meant something else")
    assert FELL in sam.reads
    await sam.tap("No, none of it")
    assert "true today" in sam.reads
    await sam.tap("None of these")
    assert "Nothing rests for it any more" in sam.reads
    await sam.say("/today")
    assert "rest" not in sam.reads.lower()


@pytest.mark.parametrize("meant", ["I meant something else", "It was, and is long over"])
@pytest.mark.parametrize("told", [CHEST, "i fainted while running"])
async def test_an_emergency_stands_until_it_was_seen(
    room: Chatroom, sam: Runner, told: str, meant: str
):
    assert "get help now" in await sam.say(told)
    await sam.tap("That's not it")
    await sam.tap(meant)
    assert "should any of it be true" in sam.reads
    assert "emergency number" in sam.reads
    assert "until a doctor or a nurse has judged it" in sam.reads
    await room.wait_until("07:00", days=1)
    assert told in sam.reads
    assert "It is gone" not in sam.buttons
    await sam.tap("Not seen yet")
    assert "has to be seen, even if it eased" in sam.reads
    await sam.tap("Seen, and cleared to move")
    await sam.tap("All of it, running too")
    assert "For two weeks" in sam.reads


BILL = "I nearly had a heart attack when I saw my electricity bill"
FIGURE = "It was a joke or a saying"


async def test_a_figure_of_speech_is_asked_about_and_then_lifted(sam: Runner):
    assert "get help now" in await sam.say(BILL)
    await sam.tap("That's not it")
    await sam.tap("I meant something else")
    assert "should any of it be true" in sam.reads
    await sam.tap(FIGURE)
    assert "Do you have any of that today" in sam.reads
    await sam.tap("No, none of it")
    await sam.tap("None of these")
    assert "Nothing rests for it any more" in sam.reads
    await sam.tap("It is true after all")
    assert "get help now" in sam.reads
    assert "rest" in await sam.say("/today")


@pytest.mark.parametrize("told", [CHEST, "i had a heart attack and my chest still feels tight"])
async def test_a_symptom_is_no_figure_of_speech(sam: Runner, told: str):
    await sam.say(told)
    await sam.tap("That's not it")
    await sam.tap("I meant something else")
    assert FIGURE not in sam.buttons


@pytest.mark.parametrize("meant", ["I meant something else", "It was, and is long over"])
@pytest.mark.parametrize(
    "told",
    [
        "my groin hurts when I hop, for a month now",
        "my shin bone is sore in one spot when I press on it",
    ],
)
async def test_what_was_told_is_asked_about_again_and_stands_if_it_is_so(
    sam: Runner, told: str, meant: str
):
    await sam.say(told)
    await sam.tap("That's not it")
    await sam.tap(meant)
    assert told in sam.reads
    assert "even a little" in sam.reads
    await sam.tap("Yes, some of it")
    assert "Then it stands" in sam.reads
    assert "I rest" in await sam.say("/today")


async def test_nothing_else_is_freed(sam: Runner):
    await sam.say("sharp pain in my groin with every step")
    await sam.say(FELL)
    await sam.tap("That's not it")
    await sam.tap("It was, and is long over")
    await sam.tap("No, none of it")
    await sam.tap("None of these")
    assert "I still rest" in sam.reads


async def test_the_same_story_told_again_can_be_put_right_below_either(sam: Runner):
    await sam.say(FELL)
    await sam.say("my knee is swollen since I fell on it, and now it is blue")
    assert await sam.tap("That's not it") != "That button is from an earlier chat"
    await sam.tap("I meant something else")
    await sam.tap("No, none of it")
    await sam.tap("None of these")
    assert (await sam.exported())["locked"] is None


async def test_what_is_true_is_a_referral_of_its_own(sam: Runner):
    await sam.say(FELL)
    await sam.tap("That's not it")
    await sam.tap("I meant something else")
    await sam.tap("No, none of it")
    await sam.tap("Chest, breath, faint or speech")
    assert "get help now" in sam.reads


async def test_what_is_true_after_all_stands(sam: Runner):
    await sam.say(FELL)
    await sam.tap("That's not it")
    await sam.tap("It is true after all")
    assert "Then it stands" in sam.reads


async def test_the_sheet_for_a_physio_and_the_export_know_of_it(sam: Runner):
    await sam.say(FELL)
    await sam.tap("That's not it")
    await sam.tap("It is somebody else's")
    await sam.tap("None of these")
    assert FELL in await sam.say("/physio")
    await sam.say("/export")
    found = json.loads(sam.person.last.media.content)["check_ins"]
    assert "not-it" in {each["key"] for each in found}


async def test_dark_thoughts_stay_with_their_own_question(sam: Runner):
    await sam.say("i want to end my life")
    await sam.tap("That's not it")
    assert "end my life" not in sam.reads
    await sam.tap("I meant something else")
    assert "until tomorrow" in sam.reads


async def test_the_same_words_again_are_a_new_flag(sam: Runner):
    await sam.say(FELL)
    await sam.tap("That's not it")
    await sam.tap("I meant something else")
    await sam.tap("No, none of it")
    await sam.tap("None of these")
    assert "Nothing rests for it any more" in sam.reads
    assert "This one is not for stretching" in await sam.say(FELL)


@pytest.mark.parametrize("text", ["I was only joking, my knee is fine", "relax, just kidding"])
async def test_a_joke_is_asked_about_twice(sam: Runner, text: str):
    await sam.say(FELL)
    assert "What was it?" in await sam.say(text)
    await sam.tap("I meant something else")
    await sam.tap("No, none of it")
    await sam.tap("None of these")
    assert "Nothing rests for it any more" in sam.reads


async def test_no_joke_is_no_joke(sam: Runner):
    await sam.say(FELL)
    assert "What was it?" not in await sam.say("this is no joke")


@pytest.mark.parametrize(
    "text",
    [
        "is it really needed? I walk without a limp",
        "do I even have to call anybody?",
        "why should I see a doctor for a bruise",
        "must I visit my gp for that?",
    ],
)
async def test_whether_it_is_needed_has_an_answer(sam: Runner, text: str):
    await sam.say(FELL)
    answer = await sam.say(text)
    assert "Yes, please" in answer
    assert "two or three days" in answer


async def test_without_a_referral_nobody_is_needed(sam: Runner):
    assert "Yes, please" not in await sam.say("is it really needed?")
