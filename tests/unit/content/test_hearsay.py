"""Words of an answer that are none: somebody else's, wished for, over, or taken back by a "but"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.answers.answer import Answer, Aside
from content.intents.answers.read import read_answer
from tests.unit.content.test_answers import KNOWN, NOW, PLAIN
from tests.unit.content.test_understand import meanings

THEIRS = [
    "my brother would tell you {}",
    "Priya reckons {}",
    "my coach keeps suggesting {}",
    "our neighbour has {}",
    "the wife always does {}",
    "I used to say {}",
    "{}, but it's not that any more",
    "{} but no, never then",
]


@given(st.sampled_from(THEIRS), st.sampled_from(PLAIN))
def test_what_is_told_beside_the_point_is_no_answer(
    frame: str, plain: tuple[str, str, object]
) -> None:
    question, said, value = plain
    text = frame.format(said)
    found = read_answer(question, text, NOW, known=KNOWN, rival=meanings(text)[0])
    assert not isinstance(found, Answer) or found.value != value, text


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("run_days", "my brother runs on mondays, I go on fridays", [4]),
        ("kit", "lent my roller to my dad, but I have a couch", ["couch"]),
        ("kit", "my dad gave me a band", ["band"]),
        ("kit", "mum's old roller", ["roller"]),
        ("run_days", "my wife and I run on sundays", [6]),
        ("sitting", "my phone says six hours", "4-to-7"),
        ("remind_at", "once the kids are in bed, about 8", "20:00"),
        ("run_days", "tuesdays, but not always", [1]),
    ],
)
def test_what_is_the_runners_own_counts(question: str, text: str, value: object) -> None:
    found = read_answer(question, text, NOW, known=KNOWN, rival=meanings(text)[0])
    assert isinstance(found, Answer), found
    assert found.value == value


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("run_at", "I walk the dog first thing, so after that"),
        ("remind_days", "half seven, say"),
        ("remind_days", "in two days at 7"),
        ("sitting", "I slept seven hours"),
        ("kit", "Ann says I need a ball, but I don't own one"),
    ],
)
def test_a_story_gets_the_question_again(question: str, text: str) -> None:
    found = read_answer(question, text, NOW, known=KNOWN, rival=meanings(text)[0])
    assert found is None or isinstance(found, Aside)


def test_a_time_for_each_of_several_days_is_more_than_was_asked_for() -> None:
    text = "7:15 on weekdays and 9:30 on sundays"
    assert read_answer("remind_at", text, NOW, rival=meanings(text)[0]) is Aside.WHICH
