"""A flag of somebody else: the same advice for them, and the runner's own moves stay."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("my mum has crushing chest pain", "emergency number"),
        ("my wife's face is drooping on one side", "stroke"),
        ("grandpa is 81, my father is 60 and his calf is hot and swollen", "clot"),
        ("my daughter is 11 and her knee hurts at night", "child"),
        ("my boy fell off the swing, his wrist is swollen", "look"),
        ("our baby boy, 7 months old, hardly moves his left leg", "has to be seen today"),
        ("Our neighbour says he has chest pain and can't breathe", "emergency number"),
        ("my father in law is 76 and tripped on the kerb, his hip and thigh are bruised", "today"),
        ("my girl (11) woke with groin pain", "child"),
        ("a workmate told me his back hurts and both his feet feel fuzzy", "doctor"),
        ("my teammate has pins and needles down his leg into the foot since a week", "doctor"),
        ("my aunt has pins and needles down her leg, but what can I do for my hips?", "doctor"),
        ("my training partner tore a quad on sunday and I want a move for my calves", "physio"),
        ("My brother has crushing chest pain, anyway which stretch should I do", "emergency"),
    ],
)
@pytest.mark.postgresql
async def test_the_advice_is_for_them_and_nothing_of_the_runners_rests(
    sam: Runner, words: str, advice: str
):
    answer = await sam.say(words)
    assert advice in answer
    assert "Your own moves stay as they are" in answer
    assert "I rest" not in answer
    assert "Today" in await sam.say("/today")
    assert "▶️ Start" in sam.buttons


@pytest.mark.parametrize(
    "words",
    [
        "my mum says I have a drooping face",
        "my mum has crushing chest pain, can I have it too?",
        "my brother has crushing chest pain and I have the same, what can I do?",
        "crushing chest pain when I run with my wife",
        "my chest pain is back, dad had it too",
        "my husband tackled me and my leg is numb and weak since",
        "horrible crushing chest pain on the hill, mate",
        "my husband drove us there, crushing chest pain",
        "my wife ran 12 km, chest pain after",
        "my mum is a nurse, my calf is hot and swollen",
        "numb between the legs since carrying the kid upstairs",
    ],
)
async def test_where_the_runner_is_in_it_it_is_theirs(sam: Runner, words: str):
    assert "I rest" in await sam.say(words)


@pytest.mark.parametrize(
    "words",
    ["that was about my husband", "I meant my wife", "it's my mum, not me", "not me, her"],
)
async def test_whose_it_was_can_be_put_right_in_words(sam: Runner, words: str):
    await sam.say("crushing chest pain on the stairs")
    assert (await sam.exported())["locked"]
    answer = await sam.say(words)
    assert "Then it is for them" in answer
    assert "emergency number" in answer
    await sam.tap("None of these")
    assert "should any of it be true" in sam.reads
    assert (await sam.exported())["locked"] is None
    assert "▶️ Start" in await today(sam)


async def test_what_is_true_of_the_runner_as_well_rests(sam: Runner):
    await sam.say("crushing chest pain on the stairs")
    await sam.say("that was about my husband")
    await sam.tap("Chest, breath, faint or speech")
    assert "get help now" in sam.reads
    assert (await sam.exported())["locked"]


@pytest.mark.parametrize(
    "words",
    [
        "it was nothing, I get them in spring",
        "it is only my wife's nephew I would let down",
        "that is what my husband called it",
        "not me, my wife says I should see somebody",
        "it is fine, my son fell as well",
        "it is worse when I carry our daughter",
    ],
)
async def test_who_is_only_mentioned_takes_no_complaint_over(sam: Runner, words: str):
    await sam.say("crushing chest pain on the stairs")
    assert "Then it is for them" not in await sam.say(words)
    assert (await sam.exported())["locked"]


async def test_a_sign_of_the_runner_is_not_added_to_what_was_told_of_another(sam: Runner):
    await sam.say("my nephew, 9, has a sore knee")
    await sam.say("I fell off my bike on my hip")
    assert "Your own moves" not in await sam.say("just a bruise on the hip, but he was laughing")
    assert (await sam.exported())["locked"]


async def test_another_day_it_is_no_correction(room: Chatroom, sam: Runner):
    await sam.say("crushing chest pain on the stairs")
    await room.wait_until("12:00", days=1)
    assert "Then it is for them" not in await sam.say("that was about my husband")


async def today(sam: Runner) -> list[str]:
    await sam.say("/today")
    return sam.buttons


async def test_no_word_in_a_card_comes_before_the_screen(sam: Runner):
    await sam.say("couch stretch")
    answer = await sam.say("stop, it hurts, crushing pain in my chest")
    assert "emergency number" in answer


@pytest.mark.parametrize(
    ("before", "later", "advice"),
    [
        ("my son is 11 and his hip hurts since judo", "now he limps too", "limps"),
        (
            "our daughter, 13, has groin pain",
            "she can't put weight on it today",
            "today, within hours",
        ),
        ("my partner has had back pain for weeks", "he can't feel his bottom since lunch", "hours"),
        ("my aunt is 77 and her hip aches", "she slipped on the stairs", "weight off"),
        ("my nephew, 9, has a sore knee", "the boy has a fever now", "today"),
    ],
)
@pytest.mark.postgresql
async def test_what_comes_later_is_judged_with_what_was_told_before(
    runner: Runner, before: str, later: str, advice: str
):
    await runner.onboard()
    await runner.say(before)
    answer = await runner.say(later)
    assert advice in answer
    assert "Your own moves stay as they are" in answer
    assert (await runner.exported())["locked"] is None


@pytest.mark.parametrize(
    "wish",
    ["what stretch for him?", "could you show me a hip stretch for him", "a session for my lad"],
)
async def test_no_move_is_shown_for_whom_has_to_be_seen(runner: Runner, wish: str):
    await runner.onboard()
    await runner.say("my lad is 10, his hip hurts and he limps")
    assert "within hours" in await runner.say(wish)
    assert "▶️ Start" not in runner.buttons
    await runner.say("couch stretch for me")
    assert "▶️ Start" in runner.buttons


async def test_nothing_told_later_is_milder_than_before(room: Chatroom, runner: Runner):
    await runner.onboard()
    first = await runner.say("my lad is 10, his hip hurts and he limps")
    await room.wait_until("12:00", days=3)
    assert "within hours" in first
    assert "within hours" in await runner.say("his hip is a bit sore this morning")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("he says thank you", "limp"),
        ("tight hip flexors, that one is for me", "limp"),
        ("we ran 5 km, my boy and I", "limp"),
        ("my daughter is 16 and has no periods", "limp"),
        ("she sprained a wrist, my wife", "limp"),
    ],
)
async def test_what_is_no_news_of_them_is_answered_as_ever(runner: Runner, words: str, answer: str):
    await runner.onboard()
    await runner.say("my lad is 10, his hip hurts and he limps")
    assert answer not in await runner.say(words)


async def test_it_is_forgotten_after_two_weeks(room: Chatroom, runner: Runner):
    await runner.onboard()
    await runner.say("my aunt is 77 and her hip aches")
    await room.wait_until("12:00", days=15)
    assert "weight off" not in await runner.say("she slipped on the stairs")


async def test_an_answer_that_is_true_of_them_is_theirs(runner: Runner):
    await runner.onboard()
    await runner.say("my husband has had back pain for months")
    await runner.tap("Numb between legs, or bladder")
    assert "Your own moves stay as they are" in runner.reads
    assert (await runner.exported())["locked"] is None


@pytest.mark.parametrize(
    "words",
    [
        "my daughter is 15 and has no periods",
        "my sister has osteoporosis, can she do the clamshell",
        "she is 30 weeks pregnant, my wife",
        "dad takes warfarin and has a pacemaker",
        "my friend is hypermobile. she has dysplasia too",
        "he had a hip replacement, my grandad",
    ],
)
async def test_the_body_of_somebody_else_is_not_written_into_the_runners(
    runner: Runner, words: str
):
    await runner.onboard()
    await runner.say(words)
    assert (await runner.exported())["profile"]["conditions"] == ["none"]
