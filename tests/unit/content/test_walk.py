"""Walking through a card: both sides alike, honest numbers, edits that Telegram takes."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.card import Dose
from content.catalog.guide import (
    LAST_S,
    WORK,
    GuideStep,
    StepKind,
    guide_steps,
    minutes,
    next_look,
    tick,
)
from content.catalog.taxonomy import Side, Sides
from tests.support.library import library

CARDS = library().cards
NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)
HOLD = GuideStep(StepKind.HOLD, "Tail tucked.", seconds=30)

seconds = st.integers(10, 120)
doses = st.builds(
    lambda count, **rest: Dose(**count, **rest),
    count=st.one_of(
        st.builds(lambda s: {"hold_s": s}, seconds),
        st.builds(lambda s: {"move_s": s}, seconds),
        st.builds(lambda reps: {"reps": reps}, st.integers(1, 30)),
    ),
    sets=st.integers(1, 4),
    lead_in_s=st.integers(5, 10),
)
texts = st.text("abc ", min_size=3, max_size=400)
cards = st.builds(
    replace,
    st.sampled_from(list(CARDS.values())),
    dose=doses,
    sides=st.sampled_from(Sides),
    setup=st.lists(texts, max_size=6).map(tuple),
    steps=st.lists(texts, min_size=2, max_size=6).map(tuple),
)


def told(card_id, first=Side.LEFT):
    """The timed part of a walk in short."""
    walk = guide_steps(CARDS[card_id], first)
    timed = [step for step in walk if step.set_number]
    return [(f.kind.value, f.side and f.side.value, f.reps or f.seconds) for f in timed]


def test_a_hold_on_each_side_switches_with_its_own_lead_in():
    assert told("standing-it-band-stretch") == [
        ("ready", "left", 8),
        ("hold", "left", 30),
        ("switch", "right", 8),
        ("hold", "right", 30),
    ]


def test_the_worse_side_may_go_first():
    assert told("standing-it-band-stretch", Side.RIGHT) == [
        ("ready", "right", 8),
        ("hold", "right", 30),
        ("switch", "left", 8),
        ("hold", "left", 30),
    ]


def test_both_sides_at_once_hold_set_by_set():
    one_set = [("ready", None, 8), ("hold", None, 30)]
    assert told("frog-stretch") == one_set * 2


def test_a_moving_card_says_move():
    assert told("high-knees") == [("ready", None, 8), ("move", None, 30)] * 2


def test_repetitions_have_their_time_and_a_way_into_position():
    one_set = [
        ("ready", "left", 8),
        ("reps", "left", 12),
        ("switch", "right", 8),
        ("reps", "right", 12),
    ]
    assert told("clamshell") == one_set * 2
    [bridge, _] = [f for f in guide_steps(CARDS["glute-bridge"]) if f.kind is StepKind.REPS]
    assert (bridge.reps, bridge.rep_hold_s, bridge.seconds) == (10, 3, 70)


def test_all_there_is_to_read_stands_on_one_page_and_is_a_rest_of_its_length():
    card = CARDS["frog-stretch"]
    page, ready = guide_steps(card)[:2]
    steps = tuple(enumerate(card.steps, start=1))
    assert page == GuideStep(StepKind.SETUP, "\n".join(card.setup), steps=steps, seconds=24)
    assert ready.kind is StepKind.READY


def test_a_long_card_is_read_in_two():
    setup, steps, ready = guide_steps(CARDS["couch-stretch"])[:3]
    assert (bool(setup.text), bool(setup.steps)) == (True, False)
    assert (bool(steps.text), bool(steps.steps)) == (False, True)
    assert ready.kind is StepKind.READY


def test_getting_ready_tells_the_side_and_holding_tells_the_cue():
    card = CARDS["couch-stretch"]
    shown = {f.text for f in guide_steps(card) if f.kind in (StepKind.READY, StepKind.SWITCH)}
    cues = [f.text for f in guide_steps(card) if f.kind is StepKind.HOLD]
    assert shown == {card.side_is}
    assert cues == [card.cues[0], card.cues[0], card.cues[1], card.cues[1]]


@given(cards, st.sampled_from(Side))
def test_both_sides_get_the_same(card, first):
    work = [f for f in guide_steps(card, first) if f.set_number]
    left, right = ([f for f in work if f.side is side] for side in Side)
    assert [(f.seconds, f.reps, f.text, f.set_number) for f in left] == [
        (f.seconds, f.reps, f.text, f.set_number) for f in right
    ]
    assert bool(left) == (card.sides is Sides.EACH)
    if left:
        assert work[0].side is first


@given(cards)
def test_the_whole_dose_is_done_and_the_end_comes_once(card):
    walk = guide_steps(card)
    sides = 2 if card.sides is Sides.EACH else 1
    work = [f for f in walk if f.kind in (StepKind.HOLD, StepKind.MOVE)]
    count = card.dose.sets * sides
    assert sum(f.seconds for f in work) == count * (card.dose.seconds or 0)
    assert sum(f.reps or 0 for f in walk) == count * (card.dose.reps or 0)
    assert [f.kind for f in walk].index(StepKind.END) == len(walk) - 1


@given(cards)
def test_no_line_is_lost_and_all_of_it_is_read_before_the_work(card):
    walk = guide_steps(card)
    pages = [f for f in walk if f.kind is StepKind.SETUP]
    assert walk[: len(pages)] == tuple(pages)
    assert len(pages) <= 2
    assert "\n".join(f.text for f in pages if f.text) == "\n".join(card.setup)
    assert [text for f in pages for _, text in f.steps] == list(card.steps)


@given(cards)
def test_all_but_the_end_go_on_by_themselves(card):
    *walk, end = guide_steps(card)
    assert all(f.seconds for f in walk)
    assert end.seconds is None


@given(cards)
def test_frames_are_deterministic(card):
    assert guide_steps(card) == guide_steps(deepcopy(card))


@given(cards)
def test_the_estimate_covers_the_timed_frames(card):
    timed = sum(step.seconds or 0 for step in guide_steps(card))
    assert minutes(card) >= timed / 60


def test_the_estimate_of_a_real_card():
    """Couch stretch: 9 lines to read, then four times 10 s of getting ready and 30 s of hold."""
    assert minutes(CARDS["couch-stretch"]) == pytest.approx((9 * 3 + 4 * 40) / 60)


@pytest.mark.parametrize(
    ("after", "left"), [(-3, 30), (0, 30), (0.5, 29.5), (12, 18), (30, 0), (99, 0)]
)
def test_time_left(after, left):
    assert tick(HOLD, NOW, NOW + timedelta(seconds=after)) == left


def test_time_left_does_not_follow_the_wall_clock():
    """Ten seconds on, while the clocks in Berlin go back an hour."""
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 10, 25, 2, 59, 55, tzinfo=berlin, fold=0)
    assert tick(HOLD, start, datetime(2026, 10, 25, 2, 0, 5, tzinfo=berlin, fold=1)) == 20


def test_naive_times_and_untimed_frames_are_refused():
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="pass aware datetimes"):
        tick(HOLD, naive, NOW)
    with pytest.raises(ValueError, match="pass aware datetimes"):
        tick(HOLD, NOW, naive)
    with pytest.raises(ValueError, match="ask for timed frames only"):
        tick(GuideStep(StepKind.END), NOW, NOW)


@pytest.mark.parametrize(
    ("kind", "seconds", "left", "looks"),
    [
        (StepKind.HOLD, 30, 30, [15, 5, 0]),
        (StepKind.HOLD, 30, 15.5, [5, 0]),  # a late look is not followed by another at once
        (StepKind.MOVE, 60, 22, [5, 0]),
        (StepKind.REPS, 48, 48, [24, 5, 0]),
        (StepKind.HOLD, 10, 10, [0]),
        (StepKind.READY, 8, 8, [0]),
        (StepKind.SETUP, 24, 24, [0]),
        (StepKind.HOLD, 30, 0.4, [0]),
    ],
)
def test_when_a_countdown_is_shown_anew(kind, seconds, left, looks):
    seen, step = [], GuideStep(kind, seconds=seconds)
    while left:
        left -= next_look(step, left)
        seen.append(left)
    assert seen == looks


@given(st.sampled_from(sorted(WORK)), st.integers(5, 120), st.floats(0, 0.9))
def test_looks_are_few_a_second_apart_and_end_on_time(kind, seconds, late):
    """Even when each look comes late, none hurries after it and the end is never overshot."""
    step, left, looks = GuideStep(kind, seconds=seconds), float(seconds), 0
    while left:
        wait = next_look(step, left)
        assert wait >= 1 or wait == left
        left = max(0.0, left - wait - late)
        looks += 1
    assert looks <= 3
    assert seconds > LAST_S or looks == 1
