"""A complaint in words: it is gone, it stays, a clinician has seen it; no button is needed."""

import pytest

from content.bundle import Content
from tests.support.chat import Chatroom, Runner

BONE = "sharp groin pain with every step when I run"
GONE = ["it's gone", "it has gone", "gone", "all gone now", "It is gone."]
BUG = "should not happen"


@pytest.mark.parametrize(
    "text", ["it's gone", "it has gone", "gone", "all gone now", "It is gone."]
)
async def test_gone_is_good_news_without_a_complaint(sam: Runner, text: str):
    assert "Good to hear" in await sam.say(text)


@pytest.mark.parametrize(
    "text", ["it's gone", "it has gone", "gone", "all gone now", "It is gone."]
)
async def test_gone_answers_the_complaint(sam: Runner, text: str):
    await sam.say(BONE)
    assert "rests until a doctor or physio has seen it" in await sam.say(text)


@pytest.mark.postgresql
async def test_still_there_in_words(room: Chatroom, sam: Runner):
    await sam.say(BONE)
    await room.wait_until("07:00", days=1)
    assert "It rests on" in await sam.say("not seen yet")


@pytest.mark.parametrize(
    "text",
    [
        "the physio says I may only cycle and do yoga",
        "doctor thought it was only wind",
        "my gp checked it and said it's a pulled muscle",
        "seen, and cleared to move",
    ],
)
async def test_what_a_clinician_said_opens_the_question_what_is_allowed(sam: Runner, text: str):
    await sam.say(BONE)
    assert "What did the doctor, midwife or physio allow?" in await sam.say(text)
    assert "Easy moves only" in await sam.say("easy moves, no running yet")


@pytest.mark.parametrize("text", ["has a doctor said anything?", "no doctor has looked at it"])
async def test_who_was_not_seen_is_asked_nothing_of_it(sam: Runner, text: str):
    await sam.say(BONE)
    assert "What did the doctor" not in await sam.say(text)


async def test_a_finding_beside_a_new_trouble_is_a_referral(sam: Runner):
    await sam.say(BONE)
    answer = await sam.say("physio said it's a pulled muscle, but now my knee keeps giving way")
    assert "I won't send a move" in answer


@pytest.mark.parametrize(
    "text",
    [
        "stress reaction in my foot is healed and the doc says I may run again",
        "my surgeon cleared me to jog after my hip operation",
        "the physio gave me the ok to run after my calf tear",
        "been cleared for running by the physio after a tibial fracture",
    ],
)
async def test_who_was_cleared_elsewhere_comes_back_by_the_same_steps(sam: Runner, text: str):
    assert "What did the doctor, midwife or physio allow?" in await sam.say(text)
    await sam.tap("All of it, running too")
    assert "Back to running after a" in sam.reads


@pytest.mark.parametrize(
    "text",
    [
        "can I run again after a calf tear, the physio is on holiday",
        "the doctor says no running yet after my stress fracture",
        "the physio let me run after my calf tear but now my foot is numb",
    ],
)
async def test_who_is_not_cleared_is_not_asked_what_is_allowed(sam: Runner, text: str):
    assert "What did the doctor, midwife or physio allow?" not in await sam.say(text)


async def test_no_button_in_words_is_taken_for_a_fault(sam: Runner, content: Content):
    labels = [each for each in content.wording.words["buttons"].values() if "{" not in each]
    faults = [each for each in labels if BUG in await sam.say(each)]
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        "I saw the physio, she says it's only a tight muscle",
        "the doc had a look and he thinks it is a small pull",
    ],
)
async def test_a_clinician_who_is_a_she_makes_it_nobody_elses(sam: Runner, text: str):
    await sam.say("my groin aches at night and hopping on that leg is impossible")
    assert "What did the doctor" in await sam.say(text)


@pytest.mark.parametrize("text", ["soreness 2", "4 out of 10 on the hills"])
async def test_no_number_passes_what_rests(sam: Runner, text: str):
    await sam.say("my groin aches at night and hopping on that leg is impossible")
    answer = await sam.say(text)
    assert "green light" not in answer
    assert "I rest everything" in answer


async def test_a_run_is_noted_before_its_question(sam: Runner):
    await sam.say("I ran 6k this morning, it was dry, and my sister fell over a dog")
    assert any("6 km" in each.text for each in sam.bot_messages)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("my doctor wants me to rest until Saturday", "Saturday, 21 November"),
        ("The GP told me four days off", "Friday, 20 November"),
        ("physio says I can start again next Wednesday", "Wednesday, 25 November"),
        ("the consultant put me on rest for a week", "Monday, 23 November"),
    ],
)
async def test_a_day_that_a_clinician_named_is_kept(
    room: Chatroom, sam: Runner, text: str, day: str
):
    await sam.say(BONE)
    assert f"It rests up to {day}, as you were told" in await sam.say(text)
    assert f"It rests up to {day}" in await sam.say("/today")
    await room.wait_until("07:00", days=2)
    assert "What did the doctor" not in sam.reads
    await room.wait_until("07:00", days=8)
    assert "What did the doctor, midwife or physio allow?" in sam.reads
    await sam.tap("Easy moves, no running yet")
    assert "Easy moves only" in sam.reads


@pytest.mark.parametrize(
    "text",
    [
        "doctor says rest until Saturday but it got worse",
        "should I rest until Saturday as the doctor said?",
        "I will rest until Saturday",
    ],
)
async def test_no_day_is_kept_that_nobody_named(sam: Runner, text: str):
    await sam.say(BONE)
    await sam.say(text)
    assert "as you were told" not in await sam.say("/today")


async def test_no_running_up_to_a_day_is_asked_about_that_day(room: Chatroom, sam: Runner):
    await sam.say(BONE)
    assert "up to Monday, 30 November" in await sam.say("seen by my physio, no running for 2 weeks")
    await sam.tap("Easy moves, no running yet")
    assert "On Monday, 30 November I ask again" in await sam.say("ran 4 km")
    await room.wait_until("07:00", days=5)
    assert "What did the doctor" not in sam.reads
    await room.wait_until("07:00", days=9)
    assert "What did the doctor, midwife or physio allow?" in sam.reads


async def test_a_clean_finding_asks_what_is_allowed_and_frees_nothing(sam: Runner):
    await sam.say("my chest feels tight when I run")
    assert "What did the doctor, midwife or physio allow?" in await sam.say(
        "the ecg came back fine"
    )
    assert "I rest everything" in await sam.say("couch stretch")


async def test_who_was_told_to_rest_for_an_emergency_was_seen(sam: Runner):
    await sam.say("my calf is swollen and hot")
    assert "It rests up to" in await sam.say("doctor says it is no clot, rest until Friday")
    assert "This still comes first" not in await sam.say("thanks")
    assert "get help now" in await sam.say("my calf is swollen and hot")
    assert "This still comes first" in await sam.say("thanks")
