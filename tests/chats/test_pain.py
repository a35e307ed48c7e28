"""Pain during a move stops it, in whatever words; pain outside one is never filed as tightness."""

import pytest

from content.catalog.taxonomy import Area
from tests.support.chat import Chatroom, Runner
from tests.support.library import library

CARD = "half-kneeling-hip-flexor-stretch"
HOW = "How does it feel"


@pytest.fixture
async def holding(room: Chatroom, sam: Runner) -> Runner:
    """In the middle of a hold."""
    await sam.open(CARD)
    await sam.walk_to("Get ready")
    await room.wait(seconds=12)
    return sam


@pytest.mark.parametrize(
    "text",
    [
        "this stretch hurts",
        "it pinches in the front of the hip",
        "it is pinching",
        "that hurts on the right side",
        "my knee hurts",
        "my lower back is hurting now",
    ],
)
@pytest.mark.postgresql
async def test_own_words_stop_the_clock_and_are_asked_about(
    room: Chatroom, holding: Runner, text: str
):
    answer = await holding.say(text)
    assert "Good that you stopped" in answer
    assert "▶️ Start" not in holding.buttons
    await room.wait(seconds=40)
    assert holding.reads == answer  # nothing counts down behind it


async def test_a_place_that_was_said_is_not_asked_again(holding: Runner):
    assert f"{HOW} in your hip flexors" in await holding.say("it pinches in the front of the hip")
    await holding.tap("It hurts a lot")
    assert "doctor" in holding.reads


async def test_who_is_hurt_a_lot_is_offered_no_session(sam: Runner):
    await sam.open(CARD)
    before = len(sam.bot_messages)
    await sam.say("ouch, it is pinching")
    await sam.tap("hip flexors")
    await sam.tap("It hurts a lot")
    said = [label for m in sam.bot_messages[before:] for row in m.buttons for label in row]
    assert "doctor" in sam.reads
    assert "Today's session" not in said


async def test_a_place_that_the_card_does_not_work_leads_to_the_same_care(holding: Runner):
    assert f"{HOW} there" in await holding.say("my knee hurts")
    await holding.tap("Numb or tingling")
    assert "doctor" in holding.reads


async def test_somewhere_else_is_a_button(holding: Runner):
    await holding.say("it hurts")
    await holding.tap("Somewhere else")
    assert f"{HOW} there" in holding.reads


@pytest.fixture
async def in_session(sam: Runner) -> Runner:
    """In a card with a long name, as a part of today's session: its buttons carry the day too."""
    await sam.say("/today")
    day = sam.room.clock.at.date().isoformat()
    sam.person.tap_data(sam.person.last, f"walk:{CARD}:0:{day}")
    await sam._answered()
    return sam


async def test_a_place_elsewhere_is_asked_about_in_a_session_too(in_session: Runner):
    assert "Good that you stopped" in await in_session.say("it is pinching")
    await in_session.tap("Somewhere else")
    assert f"{HOW} there" in in_session.reads
    await in_session.tap("It hurts a lot")
    assert "doctor" in in_session.reads


async def test_a_place_that_was_named_is_answered_in_a_session_too(in_session: Runner):
    assert f"{HOW} there" in await in_session.say("it pinches in my shin")


@pytest.mark.parametrize("text", ["/today", "half kneeling hip flexor stretch", "couch stretch"])
async def test_what_hurts_waits_until_it_is_told_how(in_session: Runner, text: str):
    await in_session.say("it is pinching")
    assert "Where does" in await in_session.say(text)
    assert "Somewhere else" in in_session.buttons
    await in_session.tap("hip flexors")
    assert f"{HOW} in your hip flexors" in await in_session.say(text)


async def test_a_move_for_another_place_does_not_wait(in_session: Runner):
    await in_session.say("it is pinching")
    await in_session.say("stiff ankles")
    assert "▶️ Start" in in_session.buttons


async def test_pain_that_is_gone_holds_nothing(in_session: Runner):
    await in_session.say("it is pinching")
    await in_session.say("the pain is gone")
    await in_session.say("/today")
    assert "▶️ Start" in in_session.buttons


@pytest.mark.postgresql
async def test_what_ached_is_left_out_for_the_day(room: Chatroom, in_session: Runner):
    await in_session.say("it is pinching")
    await in_session.tap("hip flexors")
    await in_session.tap("It aches")
    assert "works what hurts" in await in_session.say("couch stretch")
    await in_session.say("/today")
    shown = [each for each in library().cards.values() if each.name in in_session.reads]
    assert shown
    assert [each.id for each in shown if Area.HIP_FLEXORS in each.areas] == []
    await room.wait_until("12:00", days=1)
    assert "works what hurts" not in await in_session.say("couch stretch")


async def test_a_red_flag_in_the_middle_of_a_card_is_one(holding: Runner):
    answer = await holding.say("sharp pain in my groin with every step when I run")
    assert "doctor" in answer
    assert "Good that you stopped" not in answer


@pytest.mark.parametrize("text", ["it doesn't hurt", "no pain", "next", "remind me at 19:30"])
async def test_other_words_are_no_pain(holding: Runner, text: str):
    assert "Good that you stopped" not in await holding.say(text)


@pytest.mark.parametrize(
    "text",
    [
        "my knee hurts",
        "my achilles hurts",
        "my knee hurts when I go downstairs",
        "my foot hurts",
        "my calf hurts",
        "my hamstring hurts",
        "knee pain, what stretch helps",
        "my lower back hurts",
        "my ankle hurts",
    ],
)
async def test_pain_from_foot_to_back_gets_no_card(sam: Runner, text: str):
    answer = await sam.say(text)
    assert "which you listed" not in answer
    assert "▶️ Start" not in sam.buttons
    assert "physio" in answer or "?" in answer


@pytest.mark.parametrize("text", ["tight hip flexors", "sore glutes after squats", "stiff ankles"])
async def test_tightness_and_training_still_get_one(sam: Runner, text: str):
    await sam.say(text)
    assert "▶️ Start" in sam.buttons


HIP = {Area.HIP_JOINT, Area.HIP_FLEXORS}


async def _areas_of_todays_session(sam: Runner) -> set[Area]:
    answer = await sam.say("/today")
    return {
        area
        for card in library().cards.values()
        if f" {card.name}" in answer
        for area in card.areas
    }


async def test_what_hurts_is_left_out_for_three_days(room: Chatroom, sam: Runner):
    await sam.say("my hip is hurting")
    await sam.tap("None of these")
    assert "My sessions do so for three days" in sam.reads
    for _ in range(3):
        assert not HIP & await _areas_of_todays_session(sam)
        await room.wait_until("09:00", days=1)
    assert HIP & await _areas_of_todays_session(sam)


async def test_what_hurt_is_back_once_it_is_gone(sam: Runner):
    await sam.say("my hip is hurting")
    await sam.tap("None of these")
    await sam.say("it's gone")
    assert HIP & await _areas_of_todays_session(sam)
