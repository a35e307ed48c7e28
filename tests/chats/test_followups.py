"""What is asked about the card, the session or the step in front of a runner, in plain words."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("which leg goes first?", "Left side first, then the other side"),
        ("where am i meant to feel that", "The front of the hip and thigh"),
        ("i feel nothing", "go through these"),
        ("is it normal to burn a bit", "mild to medium pull"),
        ("my back foot slides away", "Make it grip"),
        ("i keep losing my balance", "Hold on to a wall"),
        ("explain step 3", "3. Rest both hands on your front thigh."),
        ("i don't get it", "1. Tuck your tail under"),
        ("can i do this on my mattress?", "The floor is better"),
        ("with shoes on?", "Shoes or bare feet"),
        ("do i need the couch for that?", "it goes without"),
        ("can i see a picture", "Couch stretch"),
        ("how do i breathe", "never hold your breath"),
        ("this takes too long", "Less counts too"),
        ("that was a bit easy", "nothing harder"),
        ("a bit much for me", "Half-kneeling hip flexor stretch"),
        ("do i do both feet?", "Left side first, then the other side"),
        ("right only?", "Left side first, then the other side"),
        ("where does my elbow go", "1. Tuck your tail under"),
        ("chest up or flat?", "1. Tuck your tail under"),
        ("what muscle does it train", "front of the hip"),
        ("never send me that", "Couch stretch"),
        ("we own no couch", "on a couch or a wall"),
        ("would that be ok before my run", "run"),
    ],
)
@pytest.mark.postgresql
async def test_questions_about_a_card_are_answered_by_its_own_words(
    runner: Runner, asked: str, answer: str
):
    await runner.say("couch stretch")
    assert answer in await runner.say(asked)


async def moves(runner: Runner) -> list[str]:
    return [line.split(". ", 1)[1] for line in runner.reads.splitlines() if line[:1].isdigit()]


async def test_a_session_is_changed_by_what_is_said_of_it(runner: Runner):
    await runner.say("/today")
    first, second, third = await moves(runner)
    await runner.say("swap the first one")
    assert first not in await moves(runner)
    assert set(await moves(runner)) >= {second, third}
    await runner.say("/today")
    await runner.say("leave out the last one, number 3")
    assert len(await moves(runner)) == 2


async def test_a_session_gets_shorter_and_longer(runner: Runner):
    await runner.say("/today")
    assert "about 4 min" in await runner.say("make it shorter please")
    answer = await runner.say("can we do 20 minutes instead")
    assert len(await moves(runner)) > 6
    assert any(f"about {minutes} min" in answer for minutes in range(16, 21))


async def test_one_of_several_is_picked_by_its_number(runner: Runner):
    await runner.say("tight glutes")
    beside = runner.buttons[1]
    assert (await runner.say("the second one")).startswith(beside)


async def test_other_days_are_told_and_nothing_of_today_changes(runner: Runner):
    today = await runner.say("/today")
    assert "Tomorrow, about" in await runner.say("what about tomorrow's session?")
    assert await runner.say("/today") == today
    await runner.say("/progress")
    assert "Week of 9 November" in await runner.say("and last week?")


async def test_words_in_a_walk_are_about_the_walk(runner: Runner):
    await runner.say("/remind")
    await runner.say("couch stretch")
    await runner.open("couch-stretch")
    assert "waits for you" in await runner.say("ok hang on a sec please")
    assert "page 2 of 2" in await runner.say("next please")
    assert "Couch stretch takes about" in await runner.say("how much longer?")
    assert "Next in Couch stretch: Slide" not in await runner.say("what's next?")
    assert "page 1 of 2" in await runner.say("ok go back one")
    assert "Half-kneeling" in await runner.say("way too hard for me")


async def test_pausing_the_timer_leaves_reminders_alone(runner: Runner):
    await runner.open("couch-stretch")
    await runner.tap("▶️ Start")
    assert "left side" in await runner.say("which side am i on?")
    assert "paused" in await runner.say("pause the timer please")
    assert "07:00" in await runner.say("when do you remind me?")


async def test_stop_ends_a_walk_that_has_no_clock(runner: Runner):
    await runner.open("couch-stretch")
    assert "Couch stretch" not in await runner.say("stop")
    assert "07:00" in await runner.say("when do you remind me?")


async def test_a_named_move_without_its_kit_says_so_and_offers_the_nearest(runner: Runner):
    answer = await runner.say("hip thrusts please")
    assert answer.startswith("Elevated hip thrust needs kit that you did not list: couch.")
    assert runner.buttons[1] == "Elevated hip thrust"
    assert "I have no card for fire hydrant" in await runner.say("fire hydrents")


async def test_what_is_unwanted_now_is_not_put_away_for_good(runner: Runner):
    answer = await runner.say("tight glutes but no figure four please")
    assert not answer.startswith("Figure-four stretch")
    assert "Figure-four stretch" in await runner.say("figure four")
