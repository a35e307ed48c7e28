"""A pause of a walk that ends by itself, and what is no such pause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.moves.timed_pause import LONGEST, timed_pause
from content.screening.screen import own_lexicon

BEGINS = ("pause for", "wait", "hold on, give me", "I need", "could you pause for", "back in")


@given(st.sampled_from(BEGINS), st.integers(1, LONGEST // 60), st.sampled_from(("min", "minutes")))
def test_minutes_are_heard_behind_any_beginning(begins: str, count: int, unit: str):
    assert timed_pause(f"{begins} {count} {unit} please", own_lexicon()) == 60 * count


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("pause for thirty seconds", 30),
        ("take a break of two minutes", 120),
        ("wait a couple of minutes", 120),
        ("give me another minute", 60),
        ("pause for 2 hours", None),
        ("pause for 45 minutes", None),  # that is no session any more
        ("pause", None),
        ("a 5 minute session", None),
        ("remind me in 5 minutes", None),
        ("snooze 20 minutes", None),
        ("10 minutes", None),
        ("minutes", None),
    ],
)
def test_other_words_are_no_pause_of_some_minutes(words: str, seconds: float | None):
    assert timed_pause(words, own_lexicon()) == seconds
