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
    change,
    comparable,
    is_due,
    result,
)
from content.coaching.mobility_test.tape_measure import Read, lengths
from content.intents.moves.session_words import Aside, aside
from content.screening.screen import own_lexicon

DAY = date(2026, 11, 16)
LEXICON = own_lexicon()


@pytest.mark.parametrize(
    ("text", "cm"),
    [
        ("42 60 54", (42, 60, 54)),
        ("42,5 cm, 60 and 54", (42.5, 60, 54)),
        ("thigh 42 cm, hip 60 cm, knee 54 cm", (42, 60, 54)),
        ("60 54", (60, 54)),
        ("hip mark 60, knee mark 54 above the floor", (60, 54)),
        ("16 1/2 in, 24 in, 22 in", (41.91, 60.96, 55.88)),
        ('16½" 24" 22"', (41.91, 60.96, 55.88)),
        ("16.5 24 22", (41.91, 60.96, 55.88)),  # no grown-up's thigh in cm
        ("420 mm 600 mm 540 mm", (42, 60, 54)),
        ("6", (6,)),
    ],
)
def test_lengths_are_read(text, cm):
    assert lengths(text).cm == cm


@pytest.mark.parametrize(
    "text", ["banana", "42 6 9 7", "soreness 4", "ran 12 km", "42 cm 2 in", "", "done", "/today"]
)
def test_other_words_are_no_lengths(text):
    assert lengths(text) is None


@given(st.text(max_size=60))
def test_nothing_breaks_the_reader(text):
    assert lengths(text) is None or len(lengths(text).cm) in (1, 2, 3)


TRIES = st.tuples(st.floats(30, 60), st.floats(60, 70), st.floats(55, 70))


@given(st.lists(TRIES, min_size=6, max_size=6))
def test_six_tries_make_a_test_and_each_can_be_taken_back(tries):
    trial = MobilityTest(same_helper=False)
    for number, made in enumerate(tries):
        assert trial.side is (Side.LEFT if number < 3 else Side.RIGHT)
        after = trial.measured(Read(made, bare=False))
        assert after.back().tries.get(trial.side, ()) == trial.of(trial.side)
        trial = MobilityTest.read(after.stored())
    assert trial.side is None
    assert not trial.same_helper
    assert result(trial.of(Side.LEFT)) == result(tries[:3])


def test_inches_stay_inches_and_two_numbers_are_the_heights():
    trial = MobilityTest().measured(lengths("16.5 in 24 in 22 in")).measured(lengths("24 22"))
    assert trial.of(Side.LEFT) == ((41.91, 60.96, 55.88), (41.91, 60.96, 55.88))


def test_a_test_begun_with_two_lengths_begins_anew():
    assert MobilityTest.read({"tries": {"left": [[42, 6]]}, "inches": False}).last is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("6", "three"),
        ("60 54", "three"),
        ("99 60 54", "thigh"),
        ("42 5 54", "height"),
        ("42 60 30", "slope"),
    ],
)
def test_what_is_wrong_is_named(text, what):
    with pytest.raises(OffTheTape) as caught:
        MobilityTest().measured(lengths(text))
    assert caught.value.what == what


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ((5, 0), (12.9, 0), False),
        ((5, 0), (13, 0), True),
        ((13, 0), (5, 0), True),
        ((5, 0), (14, 5), False),  # twice the spread is 10
        ((5, 5), (14, 0), False),  # of either test
        ((5, 5), (15, 0), True),
        ((5, 0), (40, 24), None),  # tries so far apart tell nothing
        ((5, 9), (40, 0), None),
    ],
)
def test_a_change_is_real_past_eight_and_twice_the_spread(before, now, verdict):
    found = change(Measured(DAY, time(9), *before), Measured(DAY, time(9), *now))
    assert (found and found.real) is verdict


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
