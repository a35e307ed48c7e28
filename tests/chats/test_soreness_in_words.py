"""Soreness typed while its buttons stand is taken as a tap would be, and so is where it is."""

import pytest

from tests.support.chat import Runner


async def told(sam: Runner) -> list[tuple[int, str | None]]:
    found = (await sam.exported())["check_ins"]
    return [(each["amount"], each.get("place")) for each in found if each["kind"] == "soreness"]


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("3", 3),
        ("a two I think", 2),
        ("about a 3, my legs", 3),
        ("three? no, more like a one", 1),
        ("2 or 3", 3),
        ("1/10", 1),
        ("2 from 10", 2),
        ("a 3 when I climb stairs", 3),
        ("3, only on the way down", 3),
        ("not sore", 0),
    ],
)
@pytest.mark.postgresql
async def test_a_number_in_words_is_the_answer(sam: Runner, words: str, amount: int):
    await sam.say("done")
    await sam.say(words)
    assert await told(sam) == [(amount, None)]


async def test_the_place_follows_as_after_a_tap(sam: Runner):
    await sam.say("done")
    assert "one spot" in await sam.say("7 I guess")
    assert "rest day" in await sam.say("both sides")
    assert await told(sam) == [(7, "muscles")]


@pytest.mark.parametrize(
    ("words", "place", "answer"),
    [("sore 7, one spot", "spot", "stop sign"), ("7, both legs", "muscles", "rest day")],
)
async def test_the_place_may_stand_beside_it(sam: Runner, words: str, place: str, answer: str):
    await sam.say("done")
    assert answer in await sam.say(words)
    assert await told(sam) == [(7, place)]


async def test_soreness_by_its_name_needs_no_question(sam: Runner):
    await sam.say("sore 8")
    assert await told(sam) == [(8, None)]
    assert "▶️ Start" not in sam.buttons


@pytest.mark.parametrize(
    "words",
    [
        "2 more",
        "one more 9",
        "another 7",
        "5 minutes",
        "3 km easy",
        "at 7",
        "snooze 10",
        "8, and my foot is numb",
    ],
)
async def test_another_number_is_another_matter(sam: Runner, words: str):
    await sam.say("done")
    await sam.say(words)
    assert await told(sam) == []


async def test_an_answered_question_takes_no_second_number(sam: Runner):
    await sam.say("done")
    await sam.say("3")
    await sam.say("9")
    assert await told(sam) == [(3, None)]


@pytest.mark.parametrize(
    "words", ["4 of 10", "7 out of ten", "only one stretch", "just one exercise"]
)
async def test_a_score_and_a_wish_for_one_move_are_no_half_session(sam: Runner, words: str):
    await sam.say(words)
    assert (await sam.exported())["sessions"] == []
