"""Typed answers to onboarding questions, and messages that are none."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.catalog.taxonomy import Area
from content.intents.form_answers import SKIP, parse_answer

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
QUESTIONS = ["sitting", "spots", "run_days", "run_at", "kit", "remind_at", "remind_days", "cue"]


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("sitting", "about nine hours", "over-7"),
        ("sitting", "9", "over-7"),
        ("sitting", "8-10", "over-7"),
        ("sitting", "5 hrs or so", "4-to-7"),
        ("sitting", "like three", "under-4"),
        ("sitting", "seven", "4-to-7"),
        ("sitting", "all day :(", "over-7"),
        ("sitting", "not much", "under-4"),
        ("spots", "hips and quads", ["hip-joint", "hip-flexors", "quads"]),
        ("spots", "hip flexrs", ["hip-flexors"]),
        ("spots", "my glutes and it band mostly", ["glutes", "outer-hip"]),
        ("spots", "everywhere", [area.value for area in Area]),
        ("run_days", "tue thu and sunday", [1, 3, 6]),
        ("run_days", "mon-fri", [0, 1, 2, 3, 4]),
        ("run_days", "every day except friday", [0, 1, 2, 3, 5, 6]),
        ("run_at", "after work", "18:00"),
        ("run_at", "mornings", "07:00"),
        ("run_at", "6:15", "06:15"),
        ("run_at", "5.30", "05:30"),
        ("run_at", "it varies", "varies"),
        ("kit", "just a roller", ["roller"]),
        ("kit", "nothing", ["nothing"]),
        ("kit", "no kit", ["nothing"]),
        ("kit", "couch and a tennis ball", ["ball", "couch"]),
        ("remind_at", "at seven thirty", "07:30"),
        ("remind_at", "remind me at 8", "08:00"),
        ("remind_at", "8pm please", "20:00"),
        ("remind_days", "weekdays", [0, 1, 2, 3, 4]),
        ("remind_days", "all", [0, 1, 2, 3, 4, 5, 6]),
        ("run_days", "mwf", [0, 2, 4]),
        ("run_days", "never", []),
        ("run_days", "never on sunday", [0, 1, 2, 3, 4, 5]),
        ("sitting", "between 4 and 7", "4-to-7"),
        ("cue", "after my morning coffee", "coffee"),
        ("cue", "brushing my teeth", "teeth"),
        ("cue", "when I close my laptop", "work"),
    ],
)
def test_answers(question: str, text: str, value: Any) -> None:
    assert parse_answer(question, text, NOW) == value


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("text", ["skip", "no idea", "not sure", "Pass.", "?"])
def test_a_runner_may_leave_any_question(question: str, text: str) -> None:
    assert parse_answer(question, text, NOW) is SKIP


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "text",
    [
        "done",
        "stretch for tight hip flexors",
        "what helps tight quads?",
        "who are you?",
        "delete my data",
        "undo that",
        "hi",
        "my groin hurts when I land",
        "couch stretch",
        "",
    ],
)
def test_other_messages_are_no_answers(question: str, text: str) -> None:
    assert parse_answer(question, text, NOW) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("sitting", "remind me at 7"),
        ("sitting", "40 hours"),
        ("spots", "5 min for glutes"),
        ("run_days", "remind me on tuesday"),
        ("run_days", "did it on monday"),
        ("run_at", "25:00"),
        ("kit", "roll my quads"),
        ("zone", "Berlin"),
    ],
)
def test_near_answers_are_left_to_the_rest(question: str, text: str) -> None:
    assert parse_answer(question, text, NOW) is None


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([*QUESTIONS, "zone", "other"]), st.text(max_size=300))
def test_no_text_breaks_it(question: str, text: str) -> None:
    parse_answer(question, text, NOW)


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        parse_answer("kit", "nothing", datetime(2026, 11, 25))  # noqa: DTZ001
