"""Nothing is held still before a run that the schedule knows of, or that was asked about."""

import json

import pytest

from content.coaching.recommend.limits import before_run
from tests.support.chat import Chatroom, Runner
from tests.support.library import library

HELD = [card.name for card in library().cards.values() if not before_run(card)]


@pytest.fixture
async def varying(room: Chatroom) -> Runner:
    """Runs on working days, at times that vary."""
    sam = room.runner()
    await sam.say("/start")
    await sam.tap("Over 7")
    await sam.tap("Front of hips")
    await sam.tap("Continue ›")
    await sam.tap("Weekdays")
    await sam.tap("It varies")
    await sam.tap("Foam roller")
    await sam.tap("Continue ›")
    await sam.say("Berlin")
    await sam.tap("7:00")
    await sam.tap("Every day")
    await sam.tap("My coffee")
    return sam


def holds(answer: str) -> list[str]:
    return [name for name in HELD if name in answer]


@pytest.mark.parametrize(
    "wish", ["tight hip flexors", "tight hamstrings, at my desk", "another one for my glutes"]
)
@pytest.mark.parametrize("at", ["17:30", "18:01"])
@pytest.mark.postgresql
async def test_an_ask_near_the_usual_run_gets_a_move_that_moves(
    room: Chatroom, sam: Runner, at: str, wish: str
):
    await room.wait_until(at)
    answer = await sam.say(wish)
    assert "Your run is near" in answer
    assert not holds(answer.split("Held stretches I keep for after it:")[1])


async def test_who_says_that_it_is_run_gets_a_hold(room: Chatroom, sam: Runner):
    await room.wait_until("18:30")
    assert "Your run is near" in await sam.say("tight hip flexors")
    await sam.say("ran 5 km")
    answer = await sam.say("tight hip flexors")
    assert "Your run is near" not in answer
    assert holds(answer)


async def test_a_run_is_over_after_its_likely_length(room: Chatroom, sam: Runner):
    await room.wait_until("18:46")
    assert holds(await sam.say("tight hip flexors"))


async def test_a_reminder_right_after_the_run_brings_no_warm_up(room: Chatroom):
    sam = room.runner()
    await sam.say("/start")
    await sam.tap("Over 7")
    await sam.tap("Front of hips")
    await sam.tap("Continue ›")
    await sam.tap("Weekdays")
    await sam.tap("Early morning")
    await sam.tap("Foam roller")
    await sam.tap("Continue ›")
    await sam.say("Berlin")
    await sam.tap("7:00")
    await sam.tap("Every day")
    await sam.tap("My run")
    await room.wait_until("07:00", days=1)
    assert "Right after your run" in sam.reads
    assert holds(sam.reads)


@pytest.mark.parametrize("wish", ["tight hip flexors", "/today"])
async def test_whose_times_vary_is_asked_once_a_day(varying: Runner, wish: str):
    assert "Do you run in the next two hours?" in await varying.say(wish)
    await varying.tap("No, later or not today")
    assert "holds are fine" in varying.reads
    assert holds(await varying.say(wish))


async def test_soon_means_moving(room: Chatroom, varying: Runner):
    await varying.say("tight hip flexors")
    await varying.tap("🏃 Yes, I run soon")
    await varying.tap("Tight hip flexors")
    assert "Your run is near" in varying.reads
    assert not holds(await varying.say("/today"))
    await room.wait(hours=2)
    assert holds(await varying.say("tight hip flexors"))


async def test_a_run_already_run_is_noted(varying: Runner):
    await varying.say("/today")
    await varying.tap("I have run already")
    await varying.say("/export")
    runs = json.loads(varying.person.last.media.content)["runs"]
    assert [(each["date"], each["done"]) for each in runs] == [("2026-11-16", True)]
    assert holds(await varying.say("/today"))


@pytest.mark.parametrize("words", ["no", "not today", "no, later", "nope, rest day"])
async def test_no_run_soon_may_be_typed(varying: Runner, words: str):
    await varying.say("tight hip flexors")
    assert "holds are fine" in await varying.say(words)
    assert holds(await varying.say("tight hip flexors"))


@pytest.mark.parametrize("words", ["yes", "yes, in an hour", "about to run"])
async def test_a_run_soon_may_be_typed(varying: Runner, words: str):
    await varying.say("tight hip flexors")
    await varying.say(words)
    assert not holds(await varying.say("/today"))


@pytest.mark.parametrize("words", ["i ran already", "already ran", "just back"])
async def test_a_run_that_is_done_may_be_typed(varying: Runner, words: str):
    await varying.say("/today")
    await varying.say(words)
    await varying.say("/export")
    runs = json.loads(varying.person.last.media.content)["runs"]
    assert [(each["date"], each["done"]) for each in runs] == [("2026-11-16", True)]
