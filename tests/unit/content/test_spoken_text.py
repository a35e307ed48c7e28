"""A hypothesis as somebody would have typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.hearing.spoken_text import as_typed


@pytest.mark.parametrize(
    ("heard", "typed"),
    [
        (" Remind me, at seven.", "Remind me at seven"),
        ("a follow-up, please…", "a follow up please"),
        ("don't", "don't"),
        ("done done done done", "done"),
        ("my hip my hip My hip hurts", "my hip hurts"),
        ("no, no", "no no"),
        ("one two three four one two three four one two three four", "one two three four"),
        ("♪ ♪ ♪", ""),
    ],
)
def test_marks_go_and_what_is_said_over_and_over_is_said_once(heard: str, typed: str):
    assert as_typed(heard) == typed


@given(st.text())
def test_it_never_says_more(text: str):
    assert len(as_typed(text)) <= len(text)
    assert as_typed(as_typed(text)) == as_typed(text)
