"""A hypothesis as somebody would have typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.hearing.spoken_text import as_typed


@pytest.mark.parametrize(
    ("heard", "typed"),
    [
        (" Remind me, at seven.", "Remind me at seven"),
        ("a follow-up, please…", "A follow up please"),
        ("i don't if i can", "I don't if I can"),
        ("done done done done", "Done"),
        ("my hip my hip My hip hurts", "My hip hurts"),
        ("no, no", "No no"),
        ("over seven hours over seven hours", "Over seven hours"),
        ("snooze for ten minutes snooze for ten", "Snooze for ten minutes"),
        ("my hip and my back and my knee", "My hip and my back and my knee"),
        ("go on", "Go on"),
        ("one two three four one two three four one two three four", "One two three four"),
        ("♪ ♪ ♪", ""),
    ],
)
def test_marks_go_and_what_is_said_over_and_over_is_said_once(heard: str, typed: str):
    assert as_typed(heard) == typed


@given(st.lists(st.sampled_from("abc"), max_size=14).map(" ".join) | st.text())
def test_it_never_says_more(text: str):
    assert len(as_typed(text)) <= len(text)
    assert as_typed(as_typed(text)) == as_typed(text)
