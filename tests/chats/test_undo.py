"""Undo takes back the last deed, whatever it was; questions and vague words take nothing back."""

from typing import Any

import pytest

from tests.support.chat import Runner


async def stands(sam: Runner) -> dict[str, Any]:
    """The log and the runs by day, and the time of the reminder."""
    found = await sam.exported()
    return {
        **{each["date"][8:]: each["status"] for each in found["sessions"]},
        **{f"run {each['date'][8:]}": each["km"] for each in found["runs"]},
        "at": next(each["at"][:5] for each in found["reminders"] if each["slot"] == "daily"),
    }


USUAL = {"at": "07:00"}
# What was said, and what is left after each further undo.
STEPS: list[tuple[list[str], list[dict[str, Any]]]] = [
    (["remind me at 10:10", "done", "ran 6k"], [{"at": "10:10", "16": "done"}, {"at": "10:10"}]),
    (["ran 6k", "done"], [{**USUAL, "run 16": 6.0}, USUAL]),
    (["done", "remind me at 10:10"], [{**USUAL, "16": "done"}, USUAL]),
    (["remind me at 10:10", "remind me at 11:20"], [{"at": "10:10"}, USUAL]),
    (["done", "actually only half of it"], [{**USUAL, "16": "done"}, USUAL]),
    (["did half yesterday", "delete yesterday"], [{**USUAL, "15": "partial"}, USUAL]),
    (["ran 6k", "it was 7 really"], [{**USUAL, "run 16": 6.0}, USUAL]),
]


@pytest.mark.parametrize(("said", "left"), STEPS)
async def test_each_undo_goes_one_step_back(
    sam: Runner, said: list[str], left: list[dict[str, Any]]
):
    for each in said:
        await sam.say(each)
    for each in left:
        await sam.say("undo")
        assert await stands(sam) == each
    while len(left) < len(said):
        await sam.say("undo")
        left = [*left, USUAL]
    assert await stands(sam) == USUAL
    assert "nothing to take back" in await sam.say("undo")


@pytest.mark.postgresql
async def test_it_says_what_it_took_back(sam: Runner):
    await sam.say("done yesterday")
    await sam.say("ran 6k")
    assert "Taken out: the run on Monday" in await sam.say("undo")
    assert "Taken back: Sunday (done)" in await sam.say("undo")


@pytest.mark.parametrize(
    "question",
    [
        "what was it that you took back?",
        "which entry did you remove",
        "how is an undo done, does undo work twice?",
        "can i undo things later on",
        "did you really delete that",
        "why have you undone it?",
    ],
)
async def test_a_question_about_it_takes_nothing_back(sam: Runner, question: str):
    await sam.say("done yesterday")
    await sam.say("did half")
    await sam.say("undo")
    assert "last took back today (partial)" in await sam.say(question)
    assert await stands(sam) == {**USUAL, "15": "done"}


@pytest.mark.parametrize("between", ["brabbel wubbel gnarf", "couch stretch", "how often?"])
@pytest.mark.parametrize(
    "said", ["oops no", "no", "wrong", "oh, my mistake", "ignore that", "oops"]
)
async def test_vague_words_are_about_what_was_said_last(sam: Runner, between: str, said: str):
    await sam.say("done")
    await sam.say(between)
    await sam.say(said)
    assert await stands(sam) == {**USUAL, "16": "done"}


async def test_vague_words_right_after_a_log_take_it_back(sam: Runner):
    await sam.say("done")
    await sam.say("oops, that was a mistake")
    assert await stands(sam) == USUAL


@pytest.mark.parametrize("change", ["remind me at 10:10", "actually just half"])
@pytest.mark.parametrize(
    "then",
    [
        "ah, leave it as it was",
        "no no, as you were",
        "forget it",
        "hmm, put it back how it was please",
        "nvm, it was better before",
    ],
)
async def test_all_as_it_was(sam: Runner, change: str, then: str):
    await sam.say("done")
    assert "10:10" in await sam.say(change) or "Half" in sam.reads
    await sam.say(then)
    assert await stands(sam) == {**USUAL, "16": "done"}


async def test_what_was_only_told_is_asked_about(sam: Runner):
    await sam.say("done")
    assert "take back" in (await sam.say("never mind")).lower()
    assert await stands(sam) == {**USUAL, "16": "done"}


async def test_where_nothing_was_changed_all_stays(sam: Runner):
    await sam.say("remind me at 10:10")
    await sam.say("couch stretch")
    assert "stays as it was" in await sam.say("leave it as it was")
    assert await stands(sam) == {"at": "10:10"}


@pytest.mark.parametrize(
    ("said", "then", "runs"),
    [
        ("ran 10.2 km yesterday", "yesterday's run was 10.7, my watch died", {"run 15": 10.7}),
        ("ran 10 km", "make it 12", {"run 16": 12}),
        ("ran 10 km", "hm, garmin says 9.6", {"run 16": 9.6}),
        ("ran 10 km on saturday", "saturday's run was 11, not 10", {"run 14": 11}),
        ("ran 10 km", "sorry, it was 5 miles", {"run 16": 8}),
        ("ran 10 km", "no wait, that run was yesterday", {"run 15": 10}),
        ("ran 10 km", "went for a run today", {"run 16": 10}),
        ("ran 10 km", "was the run 12?", {"run 16": 10}),
    ],
)
async def test_how_far_a_run_was_is_put_right(
    sam: Runner, said: str, then: str, runs: dict[str, float]
):
    await sam.say(said)
    await sam.say(then)
    assert await stands(sam) == {**USUAL, **runs}


async def test_a_run_in_miles_that_moves_is_as_far_as_it_was(sam: Runner):
    await sam.say("use miles")
    await sam.say("ran 6 miles")
    await sam.say("no wait, that run was yesterday")
    assert await stands(sam) == {**USUAL, "run 15": 9.7}


async def test_what_is_left_over_of_it_is_asked_about(sam: Runner):
    await sam.say("ran 10 km")
    assert "Did you mean" in await sam.say("the run was 12 with my cousin's pony")
    assert await stands(sam) == {**USUAL, "run 16": 10}


@pytest.mark.parametrize(
    "said",
    ["scrap that last one, and remind me at 10:10", "undo. remind me at 10:10 from now on please"],
)
@pytest.mark.parametrize("by", ["undo", "Put it back"])
async def test_what_is_new_beside_an_undo_can_be_taken_back_too(sam: Runner, said: str, by: str):
    await sam.say("done")
    await sam.say(said)
    assert await stands(sam) == {"at": "10:10"}
    await (sam.say(by) if by == "undo" else sam.tap(by))
    assert await stands(sam) == USUAL
    assert "nothing to take back" in await sam.say("undo")


async def test_a_run_beside_an_undo_is_a_deed_as_well(sam: Runner):
    await sam.say("remind me at 10:10")
    await sam.say("undo that, and I ran 7k this morning")
    assert await stands(sam) == {**USUAL, "run 16": 7}
    await sam.say("undo")
    assert await stands(sam) == USUAL
