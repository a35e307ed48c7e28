"""What makes it worse, what eases it, and when: quoted for a physio, never concluded from."""

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from content.coaching.review.pattern import Pattern, pattern


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("left hip pinches on stairs since May", Pattern(worse=("on stairs since May",))),
        (
            "worse after sitting, better once I walk",
            Pattern(worse=("after sitting",), eases=("once I walk",)),
        ),
        ("hurts when I run and at night", Pattern(worse=("when I run",), day=("at night",))),
        (
            "stiff in the mornings, fine after a shower",
            Pattern((), ("after a shower",), ("in the mornings",)),
        ),
        ("my hip", Pattern()),
    ],
)
def test_own_words_are_quoted(words: str, found: Pattern) -> None:
    assert pattern([words]) == found


MARKS = st.sampled_from(["worse", "better", "hurts", "fine", "after", "when I", "once", "at night"])
SAID = st.lists(st.one_of(MARKS, st.text(max_size=12)), max_size=20).map(" ".join)


def quotes(told: list[str]) -> list[str]:
    found = pattern(told)
    return [*found.worse, *found.eases, *found.day]


@given(st.lists(SAID, max_size=5))
def test_a_quote_is_always_part_of_what_was_said(told: list[str]) -> None:
    for quote in quotes(told):
        assert any(quote in each for each in told)


def test_what_the_property_says_of_quotes_says_something() -> None:
    find(st.lists(SAID, max_size=5), lambda told: len(quotes(told)) > 1)
