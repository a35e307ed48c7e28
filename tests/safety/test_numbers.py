"""Numbers of any size and shape never keep a red flag from being seen, and nothing raises."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.meaning import Intent
from content.intents.understanding import understand
from tests.unit.content.test_understand import CARDS, LEXICON

DIGITS = st.text("0123456789", min_size=1, max_size=400)
SHAPES = st.builds(
    lambda parts, sign: sign.join(parts),
    st.lists(st.text("0123456789", max_size=7), min_size=1, max_size=5),
    st.sampled_from([".", ",", ":", "/", "-", "", " "]),
)
NUMBERS = st.one_of(DIGITS, SHAPES)
PHRASES = st.sampled_from(
    [
        "pause for {} weeks",
        "remind me in {} minutes",
        "remind me every {} hours",
        "remind me at {}",
        "on the {}th",
        "until the {}st",
        "done {} days ago",
        "ran {} km in {} minutes",
        "soreness {}",
        "snooze {}",
        "meeting till {}",
        "{} february",
        "sat for {} or {} hours",
        "i am {} and run {} miles",
    ]
)
FLAGS = st.sampled_from(
    [
        "numb between my legs",
        "crushing chest pain",
        "i want to end my life",
        "my calf is hot, red and swollen",
        "i can't feel the baby move, 33 weeks",
    ]
)
NOWS = [datetime(2026, 11, 25, 8, tzinfo=UTC), datetime(2028, 2, 29, 23, 59, tzinfo=UTC)]


def first(text: str, now: datetime) -> Intent:
    return understand(text, now=now, lexicon=LEXICON, cards=CARDS)[0].intent


def filled(phrase: str, numbers: list[str]) -> str:
    return phrase.format(*numbers)


@settings(max_examples=300, deadline=None)
@given(PHRASES, st.lists(NUMBERS, min_size=2, max_size=2), st.sampled_from(NOWS))
def test_no_number_raises(phrase: str, numbers: list[str], now: datetime) -> None:
    assert first(filled(phrase, numbers), now)


@settings(max_examples=200, deadline=None)
@given(PHRASES, st.lists(NUMBERS, min_size=2, max_size=2), FLAGS, st.booleans())
def test_a_flag_beside_any_number_refers(
    phrase: str, numbers: list[str], flag: str, before: bool
) -> None:
    told = filled(phrase, numbers)
    text = f"{flag}. {told}" if before else f"{told}. {flag}"
    assert first(text, NOWS[0]) is Intent.DANGER, text


@pytest.mark.parametrize("text", ["crushing chest pain after I ran 1,234.5 m", "1.234.5 km, faint"])
def test_an_odd_amount_is_no_reason_for_silence(text: str) -> None:
    assert first(text, NOWS[0]) in (Intent.DANGER, Intent.CHECK_BODY)


def test_the_31st_is_in_the_next_month_that_has_one() -> None:
    meaning = understand("remind me on the 31st at 7", now=NOWS[0], lexicon=LEXICON, cards=CARDS)[0]
    assert meaning.day is not None
    assert (meaning.day.month, meaning.day.day) == (12, 31)


@pytest.mark.parametrize(
    "text", ["temp 39.4 and out of sorts", "been at 39.1 since monday, my hip is hot"]
)
def test_words_beside_a_fever_make_no_weather_and_no_race_of_it(text: str) -> None:
    assert first(text, NOWS[0]) is Intent.DANGER
