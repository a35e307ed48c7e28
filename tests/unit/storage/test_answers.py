"""The stored answers as values: old rows read as before, and every key is listed."""

import ast
from datetime import date, time
from pathlib import Path

import pytest

import bot
from content.catalog.questions import load_questions
from content.catalog.taxonomy import Kit
from storage.answers import EVERY_DAY, NO_KIT, AnswerKey, Answers

HOLIDAY = (date(2026, 12, 1), date(2026, 12, 8))
KEYS = {key.value for key in AnswerKey}


def test_nothing_answered_has_a_value_for_everything():
    nothing = Answers({})
    assert (nothing.kit, nothing.hidden, nothing.minutes, nothing.away) == (
        None,
        frozenset(),
        {},
        [],
    )
    assert (nothing.recap, nothing.remind_days, nothing.remind_at) == (True, EVERY_DAY, None)


@pytest.mark.parametrize(
    ("stored", "name", "value"),
    [
        ({"kit": [NO_KIT]}, "kit", frozenset()),
        ({"kit": ["roller"]}, "kit", frozenset([Kit("roller")])),
        ({"remind_at": "07:30"}, "remind_at", time(7, 30)),
        ({"remind_days": None}, "remind_days", EVERY_DAY),
        ({"minutes": {"0": 5}}, "minutes", {0: 5}),
        ({"recap": False}, "recap", False),
        ({"quiet": ["21:00", "07:00"]}, "quiet", (time(21), time(7))),
        ({"gentle_until": "2026-11-29"}, "gentle_until", date(2026, 11, 29)),
        ({"away": ["2026-12-01", "2026-12-08"]}, "away", [(date(2026, 12, 1), date(2026, 12, 8))]),
        (
            {"away": [["2026-12-01", "2026-12-08"]]},
            "away",
            [(date(2026, 12, 1), date(2026, 12, 8))],
        ),
    ],
)
def test_what_is_stored_is_read_as_a_value(stored, name, value):
    assert getattr(Answers(stored), name) == value


def test_changes_leave_the_rest_as_it_is_stored():
    answers = Answers({"cue": "coffee", "long ago": 1})
    assert answers.changed({"dark": True}) == {"cue": "coffee", "long ago": 1, "dark": True}
    assert answers.without(AnswerKey.CUE) == {"long ago": 1}


def test_a_key_that_is_not_listed_is_refused():
    with pytest.raises(ValueError, match="colour"):
        Answers({}).changed({"colour": "red"})


def test_every_question_and_every_answer_that_is_written_is_listed():
    assert {each.id for each in load_questions()} <= KEYS
    assert {
        name for page in Path(bot.__file__).parent.rglob("*.py") for name in _written(page)
    } <= KEYS


def _written(page: Path) -> set[str]:
    calls = [each for each in ast.walk(ast.parse(page.read_text())) if isinstance(each, ast.Call)]
    told = [each for each in calls if getattr(each.func, "attr", "") == "remember"]
    chats = [each for each in told if getattr(each.func.value, "id", "") == "chat"]
    return {word.arg for each in chats for word in each.keywords if word.arg}
