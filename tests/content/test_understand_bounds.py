"""Any text gets an answer, in work that grows no faster than the text and has a ceiling."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_understand import meanings

LONGEST = 4096  # characters of a Telegram message
PATTERNS = {
    "one letter": "a",
    "one word": "hip ",
    "denials": "not ",
    "numbers": "7 ",
    "flags": "groin pain every step ",
    "logs": "and done ",
    "fillers": "front of my my ",
    "slips": "hipp flexxor tihgt ",
    "gibberish": "xqzjkv wpqrtz bnmzxc ",
    "emoji": "😂🤣",
    "signs": "?!.,;",
    "right to left": "שלום ",
    "mixed": "hüfte бедро 7:30 ",
}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=LONGEST))
def test_any_text_gets_an_answer(text: str) -> None:
    assert meanings(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="hipdone 7:.,?!'’\n-/😂ß", max_size=200))
def test_odd_rows_of_our_own_words_get_an_answer(text: str) -> None:
    assert meanings(text, "couch-stretch")


@pytest.mark.parametrize("name", PATTERNS)
def test_twice_the_text_is_at_most_twice_the_work(name: str) -> None:
    short, long = (_calls(name, size) for size in (LONGEST // 4, LONGEST // 2))
    assert long <= 2.5 * short + 2_000


@pytest.mark.parametrize("name", PATTERNS)
def test_the_longest_message_has_a_ceiling(name: str) -> None:
    assert _calls(name, LONGEST) <= 60_000


def _calls(name: str, size: int) -> int:
    """Python and C calls that it takes to understand so many characters of a pattern."""
    text = (PATTERNS[name] * size)[:size]
    meanings(text[:40])  # compile and remember the words first
    return _count(lambda: meanings(text))


def _count(work: Callable[[], Any]) -> int:
    count = 0

    def tick(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
