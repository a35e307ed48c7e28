"""Any text gets an answer, in work that grows no faster than the text and has a ceiling."""

import sys
import tracemalloc
from collections.abc import Callable
from itertools import chain
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.meaning import Intent
from content.intents.second_opinion.model import LONGEST_WORD, features
from content.language.tokens import LONGEST_SLIP
from content.places.atlas import Atlas
from content.screening.screen import own_lexicon
from tests.unit.content.test_understand import meanings

LONGEST = 4096  # characters of a Telegram message
CEILING = 140_000  # calls; the worst row of words that was ever drawn takes 111,631
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


SAID = [
    word for phrases in own_lexicon().phrases.values() for said in phrases for word in said.split()
]
WORDS = sorted({each.rstrip("~") for word in SAID for each in word.split("|")})
slips = st.sampled_from(WORDS).map(lambda word: word[:-2] + word[-2:][::-1])
odd = st.sampled_from(
    ["not", "no", "7:30", "1.5", "half", "!?", ";.", "😂", "бедро", "every", "until"]
)
ends = st.sampled_from([" ", " ", " ", ", ", ". ", "", "\n"])
rows = st.lists(st.tuples(st.sampled_from(WORDS) | slips | odd, ends), min_size=1, max_size=60)


@settings(max_examples=200)
@given(rows)
def test_no_row_of_words_is_dear_however_often_it_is_repeated(row: list[tuple[str, str]]) -> None:
    text = "".join(chain.from_iterable(row)) * LONGEST
    assert _calls_for(text[:LONGEST]) <= CEILING


@settings(max_examples=60)
@given(st.integers(0, 3900), st.sampled_from(["tight hips. ", "tight hips and stiff quads ", "a "]))
def test_a_red_flag_is_seen_wherever_it_stands(at: int, other: str) -> None:
    page = (other * LONGEST)[:3950]
    page = f"{page[:at]} I have chest pain when I run {page[at:]}"
    assert [each.intent for each in meanings(page)] == [Intent.DANGER]


@pytest.mark.parametrize("name", PATTERNS)
def test_twice_the_text_is_at_most_twice_the_work(name: str) -> None:
    short, long = (_calls(name, size) for size in (LONGEST // 4, LONGEST // 2))
    assert long <= 2.5 * short + 2_000


@pytest.mark.parametrize("name", PATTERNS)
def test_the_longest_message_has_a_ceiling(name: str) -> None:
    assert _calls(name, LONGEST) <= CEILING


@settings(max_examples=30)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=30, max_size=60))
def test_one_long_word_is_read_in_little_room(letters: str) -> None:
    """Every way of losing one of its letters would be sixteen megabytes."""
    word = (letters * LONGEST)[:LONGEST]
    meanings(word[:40])
    tracemalloc.start()
    try:
        meanings(word)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 2_000_000


def test_every_word_that_is_known_may_be_mistyped() -> None:
    assert max(map(len, WORDS)) <= LONGEST_SLIP - 2


@given(st.text(max_size=LONGEST))
def test_the_second_opinion_looks_at_a_bounded_part_of_a_word(text: str) -> None:
    joined = "".join(each for each in text if each.isalpha())
    assert len(features(joined)) <= 3 * (LONGEST_WORD + 2) + 3


def _calls(name: str, size: int) -> int:
    """Python and C calls that it takes to understand so many characters of a pattern."""
    return _calls_for((PATTERNS[name] * size)[:size])


def _calls_for(text: str) -> int:
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


@pytest.mark.parametrize(
    "text", ["time zone to scrap", "in stretch of", "at desk now", "zone new york"]
)
def test_no_words_of_a_message_are_searched_for_slips_of_cities(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find what a city may be a slip of, all names of the atlas are looked through."""
    searched: list[str] = []
    monkeypatch.setattr(Atlas, "near", lambda _atlas, key: searched.append(key) or {})
    meanings(text)
    meanings((f"{text} and done. " * LONGEST)[:LONGEST])
    assert searched == []


def test_a_city_is_still_known_by_its_name() -> None:
    assert meanings("I'm in new york")[0].intent is Intent.MOVED
