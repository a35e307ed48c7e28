"""What is asked about the card, the session or the step in front of a runner, in plain words."""

import pytest

from tests.support.chat import Runner


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
async def test_questions_about_a_card_are_answered_by_its_own_words(
    sam: Runner, asked: str, answer: str
):
    await sam.say("couch stretch")
    assert answer in await sam.say(asked)


async def moves(sam: Runner) -> list[str]:
    return [line.split(". ", 1)[1] for line in sam.reads.splitlines() if line[:1].isdigit()]


@pytest.mark.postgresql
async def test_a_session_is_changed_by_what_is_said_of_it(sam: Runner):
    await sam.say("/today")
    first, second, third = await moves(sam)
    await sam.say("swap the first one")
    assert first not in await moves(sam)
    assert set(await moves(sam)) >= {second, third}
    await sam.say("/today")
    await sam.say("leave out the last one, number 3")
    assert len(await moves(sam)) == 2


async def test_a_session_gets_shorter_and_longer(sam: Runner):
    await sam.say("/today")
    assert "about 5 min" in await sam.say("make it shorter please")
    answer = await sam.say("can we do 20 minutes instead")
    assert len(await moves(sam)) > 6
    assert any(f"about {minutes} min" in answer for minutes in range(16, 21))


async def test_one_of_several_is_picked_by_its_number(sam: Runner):
    await sam.say("tight glutes")
    beside = sam.buttons[1]
    assert (await sam.say("the second one")).startswith(beside)


async def test_other_days_are_told_and_nothing_of_today_changes(sam: Runner):
    today = await sam.say("/today")
    assert "Tomorrow, about" in await sam.say("what about tomorrow's session?")
    assert await sam.say("/today") == today
    await sam.say("/progress")
    assert "Week of 9 November" in await sam.say("and last week?")


async def test_words_in_a_walk_are_about_the_walk(sam: Runner):
    await sam.say("/remind")
    await sam.say("couch stretch")
    await sam.open("couch-stretch")
    assert "waits for you" in await sam.say("ok hang on a sec please")
    assert "page 2 of 2" in await sam.say("next please")
    assert "Couch stretch takes about" in await sam.say("how much longer?")
    assert "Next in Couch stretch: Slide" not in await sam.say("what's next?")
    assert "page 1 of 2" in await sam.say("ok go back one")
    assert "Half-kneeling" in await sam.say("way too hard for me")


async def test_pausing_the_timer_leaves_reminders_alone(sam: Runner):
    await sam.open("couch-stretch")
    await sam.tap("▶️ Start")
    assert "left side" in await sam.say("which side am i on?")
    assert "paused" in await sam.say("pause the timer please")
    assert "07:00" in await sam.say("when do you remind me?")


async def test_stop_ends_a_walk_that_has_no_clock(sam: Runner):
    await sam.open("couch-stretch")
    assert "Couch stretch" not in await sam.say("stop")
    assert "07:00" in await sam.say("when do you remind me?")


async def test_a_named_move_without_its_kit_says_so_and_offers_the_nearest(sam: Runner):
    answer = await sam.say("hip thrusts please")
    assert answer.startswith("Elevated hip thrust needs kit that you did not list: couch.")
    assert sam.buttons[1] == "Elevated hip thrust"
    assert "I have no card for fire hydrant" in await sam.say("fire hydrents")


async def test_what_is_unwanted_now_is_not_put_away_for_good(sam: Runner):
    answer = await sam.say("tight glutes but no figure four please")
    assert not answer.startswith("Figure-four stretch")
    assert "Figure-four stretch" in await sam.say("figure four")
