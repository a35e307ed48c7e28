"""While something has to be seen at once, whatever is said: the advice, no move and no cheer."""

import json

import pytest

from tests.support.chat import Chatroom, Runner

ADVICE = "Go to an emergency department now"
MOVES = {"▶️ Start", "▶️ Start today's session", "Today's session", "0", "10"}


@pytest.fixture
async def runner(sam: Runner) -> Runner:
    """It has just told of what has to be seen at once."""
    await sam.say("/today")
    assert ADVICE in await sam.say("I've gone numb in the saddle area and can't pee")
    return sam


LOOK_BACK = "How was it for you?"


def holds(runner: Runner) -> bool:
    return ADVICE in runner.reads and not MOVES & set(runner.buttons)


@pytest.mark.parametrize(
    "text",
    [
        "I did a 6 km run",
        "done",
        "did half",
        "soreness 1",
        "haha, only kidding",
        "tell me a joke",
        "thanks",
        "hello",
        "qwertz asdf",
        "/today",
        "/program",
        "tight ankles",
        "couch stretch",
        "I'll do it tonight",
    ],
)
async def test_the_advice_is_the_answer(runner: Runner, text: str):
    await runner.say(text)
    assert holds(runner)


async def test_what_was_done_is_written_down(runner: Runner):
    assert "Noted." in await runner.say("ran 9 km")
    await runner.say("/export")
    assert [each["km"] for each in json.loads(runner.file)["runs"]] == [9]


async def test_no_programme_begins(runner: Runner):
    before = len(runner.bot_messages)
    runner.person.tap_data(runner.person.last, "prog-on:desk-bound-runner")
    await runner.room.settle()
    assert holds(runner)
    assert len(runner.bot_messages) == before + 1
    await runner.say("/export")
    assert json.loads(runner.file)["programme"] is None


@pytest.mark.postgresql
async def test_a_button_of_before_changes_nothing(runner: Runner):
    session = next(m for m in runner.bot_messages if any("✅ Done" in row for row in m.buttons))
    await runner.tap_old("✅ Done", session)
    assert holds(runner)


async def test_the_days_after_say_it_again(room: Chatroom, runner: Runner):
    for _ in range(3):
        await room.wait_until("07:00", days=1)
        await runner.say("/today")
        assert holds(runner)
    assert "It is gone" not in runner.buttons
    await runner.tap("Not seen yet")
    assert holds(runner)


async def test_not_yet_keeps_the_advice(runner: Runner):
    await runner.say("thanks")
    await runner.tap("Seen, and cleared to move")
    await runner.tap("Not yet")
    assert holds(runner)


async def test_once_it_is_cleared_the_advice_is_over(runner: Runner):
    await runner.say("thanks")
    await runner.tap("Seen, and cleared to move")
    await runner.tap("Easy moves, no running yet")
    assert ADVICE not in await runner.say("thanks")


async def test_other_things_are_answered_as_ever(runner: Runner):
    assert ADVICE not in await runner.say("/settings")
    assert ADVICE not in await runner.say("no reminders any more")


async def test_dark_thoughts_keep_their_line_to_call(sam: Runner):
    await sam.say("I want to end my life")
    assert "findahelpline.com" in await sam.say("did it")
    assert not MOVES & set(sam.buttons)


async def test_no_look_back_at_the_week_comes_meanwhile(room: Chatroom, runner: Runner):
    other = room.runner(6, "Kim")
    await other.onboard()
    await other.say("done")
    before = len(runner.bot_messages)
    await room.wait_until("18:00", days=6)
    assert any(LOOK_BACK in each.text for each in other.bot_messages)
    assert not any(LOOK_BACK in each.text for each in runner.bot_messages[before:])


async def test_a_look_back_of_before_gets_the_advice(runner: Runner):
    runner.person.tap_data(runner.person.last, "week:well")
    await runner.room.settle()
    assert holds(runner)


async def test_it_speaks_before_a_milder_question_that_is_older(room: Chatroom, sam: Runner):
    await sam.say("my hip keeps locking")
    await room.wait_until("06:00", days=1)
    await sam.say("I fainted and my chest feels crushed")
    await sam.say("/today")
    assert "emergency number" in sam.reads
    assert "It is gone" not in sam.buttons
