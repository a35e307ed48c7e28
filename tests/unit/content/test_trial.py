"""Lengths as people write them, tries that add up, and what is compared with what."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.taxonomy import Side
from content.coaching.mobility_test.attempt import MobilityTest
from content.coaching.mobility_test.hip_extension import (
    Measured,
    OffTheTape,
    comparable,
    is_due,
    result,
)
from content.coaching.mobility_test.tape_measure import Read, lengths
from content.intents.session_words import Aside, aside
from content.language.lexicon import load_lexicon

DAY = date(2026, 11, 16)
LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "cm"),
    [
        ("42 6", (42, 6)),
        ("42,5 cm and 3 above", (42.5, -3)),
        ("thigh 42 cm, drop 6 cm", (42, 6)),
        ("16 1/2 in, 2 in", (41.91, 5.08)),
        ('16½" 2"', (41.91, 5.08)),
        ("16.5 2", (41.91, 5.08)),  # no grown-up's thigh in cm
        ("420 mm 60 mm", (42, 6)),
        ("-3", (-3,)),
        ("2 above.", (-2,)),
    ],
)
def test_lengths_are_read(text, cm):
    assert lengths(text).cm == cm


@pytest.mark.parametrize(
    "text", ["banana", "42 6 9", "soreness 4", "ran 12 km", "42 cm 2 in", "", "done", "/today"]
)
def test_other_words_are_no_lengths(text):
    assert lengths(text) is None


@given(st.text(max_size=60))
def test_nothing_breaks_the_reader(text):
    assert lengths(text) is None or len(lengths(text).cm) in (1, 2)


@given(st.lists(st.tuples(st.floats(30, 60), st.floats(-12, 12)), min_size=6, max_size=6))
def test_six_tries_make_a_test_and_each_can_be_taken_back(tries):
    trial = MobilityTest()
    for number, (thigh, drop) in enumerate(tries):
        assert trial.side is (Side.LEFT if number < 3 else Side.RIGHT)
        after = trial.measured(Read((thigh, drop), bare=False))
        assert after.back().tries.get(trial.side, ()) == trial.of(trial.side)
        trial = MobilityTest.read(after.stored())
    assert trial.side is None
    assert result(trial.of(Side.LEFT)) == result(tries[:3])


def test_inches_stay_inches_and_a_single_number_is_the_drop():
    trial = MobilityTest().measured(lengths("16.5 in 2 in")).measured(lengths("2"))
    assert trial.of(Side.LEFT) == ((41.91, 5.08), (41.91, 5.08))


@pytest.mark.parametrize(("text", "what"), [("6", "two"), ("99 2", "thigh"), ("42 30", "drop")])
def test_what_is_wrong_is_named(text, what):
    with pytest.raises(OffTheTape) as caught:
        MobilityTest().measured(lengths(text))
    assert caught.value.what == what


@given(st.integers(0, 60), st.times(), st.times())
def test_only_the_same_time_of_day_two_weeks_back_is_compared(days, then, now):
    found = comparable([Measured(DAY, then, 5.0)], DAY + timedelta(days=days), now)
    if days < 14:
        assert found is None
    if then == now and days >= 14:
        assert found


def test_a_test_is_offered_first_after_a_week_and_then_every_few():
    assert not is_due(None, DAY, DAY + timedelta(days=3))
    assert is_due(None, DAY, DAY + timedelta(days=6))
    assert not is_due(DAY, DAY, DAY + timedelta(days=14))
    assert is_due(DAY, DAY, DAY + timedelta(days=21))
    assert comparable([Measured(DAY, time(23), 5)], DAY + timedelta(days=20), time(1))


def test_words_in_a_walk_are_whole_messages():
    assert aside("That’s it for today!", LEXICON) is Aside.STOP
    assert aside("it hurts.", LEXICON) is Aside.HURTS
    assert aside("it hurts when I run", LEXICON) is None  # that is for the screen
