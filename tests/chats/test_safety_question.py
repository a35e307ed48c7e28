"""Words that may mean more than stiffness are asked about before any move is shown."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def test_an_unclear_complaint_is_asked_about_and_rests_nothing(runner: Runner):
    assert "Before I pick a move" in await runner.say("my hip hurts")
    await runner.tap("None of these")
    assert "Before I pick a move" not in runner.reads
    assert "I rest" not in runner.reads


async def test_none_of_these_leaves_pain_that_is_eased_and_not_stretched(runner: Runner):
    await runner.say("outside of my hip hurts a bit, stretch?")
    assert await runner.tap("None of these") == "Got it"
    assert "Pain is not tightness" in runner.reads


@pytest.mark.postgresql
async def test_a_true_answer_is_the_referral_and_rests_the_area(runner: Runner):
    await runner.say("my ankle feels funny")
    await runner.tap("A fall or an injury")
    assert "This one is not for stretching" in runner.reads
    assert "I rest" in runner.reads


async def test_an_emergency_among_the_answers_is_one(runner: Runner):
    await runner.say("my lower back hurts")
    await runner.tap("Numb between legs, or bladder")
    assert "get help now" in runner.reads


async def test_dark_thoughts_have_an_answer(runner: Runner):
    await runner.say("my hip hurts and i feel so low")
    await runner.tap("Dark thoughts")
    assert "talk to somebody right now" in runner.reads


async def test_an_answer_counts_once(runner: Runner):
    await runner.say("my hip hurts")
    asked = runner.person.last
    await runner.tap("None of these")
    assert asked
    assert "Before I pick a move" not in runner.reads


@pytest.mark.parametrize("text", ["stiff hips, what can I do?", "/today", "couch stretch"])
async def test_an_open_question_is_asked_again_before_any_move(runner: Runner, text: str):
    await runner.say("my lower back hurts since I carried a sofa")
    assert "Before I pick a move" in await runner.say(text)
    assert "▶️ Start" not in runner.buttons
    await runner.tap("None of these")
    await runner.say(text)
    assert "▶️ Start" in runner.buttons


async def test_an_older_button_waits_for_the_answer_too(runner: Runner):
    await runner.say("/today")
    session = next(m for m in runner.bot_messages if any("▶️ Start" in row for row in m.buttons))
    await runner.say("my lower back hurts since I carried a sofa")
    await runner.tap_old("▶️ Start", session)
    assert "Before I pick a move" in runner.reads
    await runner.room.wait(minutes=2)
    assert "Before I pick a move" in runner.reads  # nothing counts down behind it


async def test_what_was_done_is_noted_while_the_question_is_open(runner: Runner):
    await runner.say("my lower back hurts since I carried a sofa")
    assert "7 km" in await runner.say("ran 7 km")


async def test_a_red_flag_told_meanwhile_is_the_answer(runner: Runner):
    await runner.say("my lower back hurts since I carried a sofa")
    await runner.say("and now I'm numb between my legs")
    assert "get help now" in runner.reads
    assert "Before I pick a move" not in await runner.say("/today")


async def test_a_log_is_written_before_the_question(runner: Runner):
    await runner.say("done, but my knee hurts")
    assert "Before I pick a move" in runner.reads


async def test_a_question_about_a_condition_is_answered_as_one(runner: Runner):
    said = await runner.say("what is a stress fracture")
    assert "I can't judge a body from here" in said


async def test_dad_gets_the_same_advice(runner: Runner):
    assert "get help now" in await runner.say("my dad has crushing chest pain, which stretch?")


async def test_a_story_that_breaks_still_refers(runner: Runner, monkeypatch: pytest.MonkeyPatch):
    from bot.handlers import plain_words

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as planted:
        planted.setattr(plain_words, "understand", broken)
        assert "get help now" in await runner.say("crushing chest pain after I ran 1,234.5 m")
        assert "get help now" not in await runner.say("tight hips")
