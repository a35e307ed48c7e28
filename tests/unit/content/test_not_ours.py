"""What was finished or skipped is the session, or nothing is logged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.meaning import Intent
from tests.unit.content.test_understand import meanings

THINGS = ("novel", "shoe", "puzzle", "kettle", "invoice", "laptop", "curtain", "umbrella")
FRAMES = (
    "finished my {}, {}",
    "my {} is finished. {}",
    "completed a {} at last, {}",
    "the {} was done quickly, {}",
    "skip the {}, {}",
    "missed my {}, {}",
)
WISHES = ("hamstrings please", "tight quads", "calf stretch?", "something for my glutes")
LOGS = {Intent.DONE, Intent.PARTIAL, Intent.MISSED, Intent.SURE}


@given(st.sampled_from(FRAMES), st.sampled_from(THINGS), st.sampled_from(WISHES))
def test_a_thing_that_is_not_ours_logs_nothing(frame: str, thing: str, wish: str) -> None:
    found = meanings(frame.format(thing, wish))
    assert not LOGS & {each.intent for each in found}
    assert found[-1].areas


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("finished the routine", Intent.DONE),
        ("my stretches are done", Intent.DONE),
        ("finished my last set", Intent.DONE),
        ("the whole thing is done", Intent.DONE),
        ("finished a quick 8 minutes", Intent.DONE),
        ("skipped my session", Intent.MISSED),
    ],
)
def test_the_session_by_any_of_its_names_is_logged(text: str, intent: Intent) -> None:
    assert meanings(text)[0].intent is intent
