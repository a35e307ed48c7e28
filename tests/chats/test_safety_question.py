"""Words that may mean more than stiffness are asked about before any move is shown."""

import pytest

from tests.support.chat import Chatroom, Runner


async def test_an_unclear_complaint_is_asked_about_and_rests_nothing(sam: Runner):
    assert "Before I pick a move" in await sam.say("my hip hurts")
    await sam.tap("None of these")
    assert "Before I pick a move" not in sam.reads
    assert "I rest" not in sam.reads


async def test_none_of_these_leaves_pain_that_is_eased_and_not_stretched(sam: Runner):
    await sam.say("outside of my hip hurts a bit, stretch?")
    assert await sam.tap("None of these") == "Got it"
    assert "Pain is not tightness" in sam.reads


@pytest.mark.postgresql
async def test_a_true_answer_is_the_referral_and_rests_the_area(sam: Runner):
    await sam.say("my ankle feels funny")
    await sam.tap("A fall or an injury")
    assert "This one is not for stretching" in sam.reads
    assert "I rest" in sam.reads


async def test_an_emergency_among_the_answers_is_one(sam: Runner):
    await sam.say("my lower back hurts")
    await sam.tap("Numb between legs, or bladder")
    assert "get help now" in sam.reads


async def test_dark_thoughts_have_an_answer(sam: Runner):
    await sam.say("my hip hurts and i feel so low")
    await sam.tap("Dark thoughts")
    assert "talk to somebody right now" in sam.reads


async def test_an_answer_counts_once(sam: Runner):
    await sam.say("my hip hurts")
    asked = sam.person.last
    await sam.tap("None of these")
    assert asked
    assert "Before I pick a move" not in sam.reads


@pytest.mark.parametrize("text", ["stiff hips, what can I do?", "/today", "couch stretch"])
async def test_an_open_question_is_asked_again_before_any_move(sam: Runner, text: str):
    await sam.say("my lower back hurts since I carried a sofa")
    assert "Before I pick a move" in await sam.say(text)
    assert "▶️ Start" not in sam.buttons
    await sam.tap("None of these")
    await sam.say(text)
    assert "▶️ Start" in sam.buttons


async def test_an_older_button_waits_for_the_answer_too(sam: Runner):
    await sam.say("/today")
    session = next(m for m in sam.bot_messages if any("▶️ Start" in row for row in m.buttons))
    await sam.say("my lower back hurts since I carried a sofa")
    await sam.tap_old("▶️ Start", session)
    assert "Before I pick a move" in sam.reads
    await sam.room.wait(minutes=2)
    assert "Before I pick a move" in sam.reads  # nothing counts down behind it


async def test_what_was_done_is_noted_while_the_question_is_open(sam: Runner):
    await sam.say("my lower back hurts since I carried a sofa")
    assert "7 km" in await sam.say("ran 7 km")


async def test_a_red_flag_told_meanwhile_is_the_answer(sam: Runner):
    await sam.say("my lower back hurts since I carried a sofa")
    await sam.say("and now I'm numb between my legs")
    assert "get help now" in sam.reads
    assert "Before I pick a move" not in await sam.say("/today")


async def test_a_log_is_written_before_the_question(sam: Runner):
    await sam.say("done, but my knee hurts")
    assert "Before I pick a move" in sam.reads


async def test_a_question_about_a_condition_is_answered_as_one(sam: Runner):
    said = await sam.say("what is a stress fracture")
    assert "I can't judge a body from here" in said


async def test_dad_gets_the_same_advice(sam: Runner):
    assert "get help now" in await sam.say("my dad has crushing chest pain, which stretch?")


async def test_a_story_that_breaks_still_refers(sam: Runner, monkeypatch: pytest.MonkeyPatch):
    from bot.handlers import plain_words

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as planted:
        planted.setattr(plain_words, "understood", broken)
        assert "get help now" in await sam.say("crushing chest pain after I ran 1,234.5 m")
        assert "get help now" not in await sam.say("tight hips")


@pytest.mark.parametrize(
    "said",
    [
        "i twisted my ankle on the run",
        "rolled my ankle on a kerb, still ran home",
        "cant feel my legs after that run lol",
        "fell off my bike on the way to the race",
    ],
)
async def test_a_fresh_injury_in_passing_is_asked_about(sam: Runner, said: str):
    assert "Before I pick a move" in await sam.say(said)


@pytest.mark.parametrize(
    "said",
    [
        "my knee hurts when I squat",
        "my knees ache when I lunge",
        "my knee hurts going down stairs",
        "pain under my kneecap going down stairs",
    ],
)
async def test_pain_in_a_move_is_no_wish_for_it(sam: Runner, said: str):
    assert "Before I pick a move" in await sam.say(said)


async def test_missed_periods_are_told_what_they_are_about(sam: Runner):
    said = await sam.say("my period stopped four months ago and I run a lot")
    assert "between the legs" not in said
    assert "emergency" not in said


@pytest.mark.parametrize("words", ["no", "None", "nothing like that, thanks", "no to all of these"])
async def test_none_of_these_is_said_in_words_too(sam: Runner, words: str):
    await sam.say("outside of my hip hurts a bit, stretch?")
    assert "Pain is not tightness" in await sam.say(words)
    assert "None of these" not in sam.buttons


@pytest.mark.parametrize("words", ["a fall or an injury", "A fall or an injury!"])
async def test_what_a_button_says_is_that_button(sam: Runner, words: str):
    await sam.say("my ankle feels funny")
    assert "This one is not for stretching" in await sam.say(words)


async def test_a_no_of_another_day_answers_nothing(sam: Runner, room: Chatroom):
    await sam.say("my hip hurts")
    await room.wait(hours=5)
    await sam.say("no")
    assert "Before I pick a move" in await sam.say("tight calves")


async def test_a_fear_is_answered_rests_nothing_and_asks_what_is_felt(sam: Runner):
    await sam.say("google says it's a clot")
    assert "a fear like that is heavy to carry" in sam.bot_messages[-2].text
    assert "Before I pick a move" in sam.reads
    assert "I rest" not in sam.reads
    await sam.tap("None of these")
    await sam.say("/today")
    assert "▶️ Start" in sam.buttons


async def test_a_real_sign_told_after_a_fear_is_the_sign_s(sam: Runner):
    await sam.say("what if it's a tumour")
    await sam.tap("Numb between legs, or bladder")
    assert "get help now" in sam.reads


@pytest.mark.parametrize(
    ("told", "heard", "over"),
    [
        ("i had a miscarriage last week", "I am so sorry", "I'm better, thank you"),
        ("i have a fever of 38.5", "With a fever there is no training", "It is gone"),
    ],
)
async def test_what_ends_by_itself_answers_no_question_that_is_open(
    sam: Runner, told: str, heard: str, over: str
):
    await sam.say("my lower back hurts since I carried a sofa")
    assert heard in await sam.say(told)
    assert heard in await sam.say("/today")
    await sam.tap(over)
    assert "Before I pick a move" in await sam.say("/today")


async def test_a_loss_is_never_called_gone(sam: Runner):
    await sam.say("i had a miscarriage last week")
    assert "Tell me here when you feel ready" in await sam.say("/today")
    await sam.tap("I'm better, thank you")
    assert "after a birth" not in sam.reads
