"""Asking in plain words: the right card and why, or a professional."""

import pytest

from bot.handlers.router import actions
from content.intents.meaning import Intent
from tests.support.chat import Chatroom, Runner


def test_every_intent_leads_to_a_story():
    assert set(actions(frozenset())) == set(Intent)


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("stretch for tight hip flexors", "hip flexor"),
        ("hip flexer strech pls 🙏", "hip flexor"),
        ("my bum muscles are in knots", "igure"),
        ("teach me the glute bridge", "Glute bridge"),
        ("What does a clamshell look like", "Clamshell"),
        ("/ask couch stretch", "Couch stretch"),
        ("front to back leg swings", "Leg swing"),
    ],
)
async def test_the_card_that_was_asked_for(sam: Runner, text: str, card: str):
    answer = await sam.say(text)
    assert card in answer
    assert sam.buttons[0] == "▶️ Start"
    assert len(sam.buttons) == 3


async def test_it_says_why_and_minds_the_run_and_the_kit(sam: Runner):
    answer = await sam.say("left hip is worse, no roller, 5 minutes before my run")
    assert "Because" in answer
    assert "before a run" in answer
    assert "stretch" not in answer.split("\n")[0].lower()


async def test_a_held_stretch_before_a_run_gets_its_moving_twin_and_a_kind_reason(sam: Runner):
    answer = await sam.say("couch stretch before my run")
    assert "after the run" in answer
    assert "Couch" not in answer


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("felt a crack in my groin on mile 3 and can't walk now", "get help now"),
        ("my leg is numb and I keep tripping over my foot", "not for stretching"),
        ("pain in my chest when I run uphill", "emergency number"),
        ("tight hip flexor and my groin hurts every time I land", "not for stretching"),
    ],
)
async def test_a_red_flag_gets_a_referral_and_no_exercise(sam: Runner, text: str, says: str):
    answer = await sam.say(text)
    assert says in answer
    assert set(sam.buttons) <= {"📄 Sheet for a physio", "That's not it"}


async def test_a_red_flag_in_the_middle_of_the_questions_comes_first(room: Chatroom):
    sam = room.runner()
    await sam.say("/start")
    assert "emergency number" in await sam.say("chest pain when running")
    assert "2 of 10" in await sam.say("nine hours")


@pytest.mark.parametrize("text", ["legs are dead after track", "that foam roller is torture lol"])
async def test_big_words_are_no_emergency(sam: Runner, text: str):
    answer = await sam.say(text)
    assert "not a doctor" not in answer


@pytest.mark.postgresql
async def test_follow_ups_are_about_the_card_that_was_shown(sam: Runner):
    await sam.say("couch stretch")
    assert "Why Couch stretch?" in await sam.say("why?")
    assert "30 s on each side" in await sam.say("how long?")
    assert "Half-kneeling" in await sam.say("easier")
    assert "Half-kneeling" not in (await sam.say("another one")).split("\n")[0]


async def test_a_hidden_card_stays_away_until_it_is_brought_back(sam: Runner):
    assert "put away" in await sam.say("never show me the couch stretch again")
    assert await sam.tap("Bring it back") == "Got it"
    assert "is back" in sam.reads
    assert "Couch stretch" in await sam.say("show me the couch stretch")
    assert "put away" in await sam.say("never show me the couch stretch again")
    assert "Couch stretch" not in (await sam.say("couch stretch")).split("\n\n")[-1]
    await sam.say("bring the couch stretch back")
    assert "Couch stretch" in await sam.say("couch stretch")


async def test_two_requests_in_one_message_are_both_served(sam: Runner, room: Chatroom):
    await sam.say("done, and remind me at 7:15 tomorrow")
    texts = [m.text for m in sam.bot_messages]
    assert "1 of 5 days" in texts[-2]
    assert "7:15" in texts[-1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("what are you for?", "I'm Limber"),
        ("tell me a joke", "outside my lane"),
        ("thanks coach", "Any time"),
        ("hey", "Hi Sam"),
        ("alongar o psoas", "I answer in English so far"),
    ],
)
async def test_small_talk_gets_a_civil_answer(sam: Runner, text: str, answer: str):
    before = len(sam.bot_messages)
    assert answer in await sam.say(text)
    assert len(sam.bot_messages) == before + 1
    assert "Something went wrong" not in sam.reads
