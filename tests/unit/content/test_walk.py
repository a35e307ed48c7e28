"""Walking through a card: both sides alike, honest numbers, edits that Telegram takes."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.card import Dose
from content.catalog.guide import GuideStep, StepKind, guide_steps, minutes, next_tick, tick
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
    return [(f.kind.value, f.side and f.side.value, f.seconds or f.reps) for f in timed]


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


def test_repetitions_wait_for_a_tap():
    assert told("clamshell") == [("reps", "left", 12), ("reps", "right", 12)]
    [bridge] = [f for f in guide_steps(CARDS["glute-bridge"]) if f.kind is StepKind.REPS]
    assert (bridge.reps, bridge.rep_hold_s, bridge.seconds) == (10, 3, None)


def test_set_up_comes_as_one_frame_then_a_frame_a_step():
    card = CARDS["couch-stretch"]
    setup, *steps = guide_steps(card)[: 1 + len(card.steps)]
    assert setup == GuideStep(StepKind.SETUP, "\n".join(card.setup))
    assert [(f.kind, f.text, f.index, f.of) for f in steps] == [
        (StepKind.STEP, text, index, len(card.steps))
        for index, text in enumerate(card.steps, start=1)
    ]


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
def test_frames_are_numbered_within_their_kind(card):
    walk = guide_steps(card)
    for kind in StepKind:
        numbers = [(f.index, f.of) for f in walk if f.kind is kind]
        assert numbers == [(index, len(numbers)) for index in range(1, len(numbers) + 1)]


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
def test_no_set_up_line_is_lost_and_each_frame_fits_a_caption(card):
    shown = [f.text for f in guide_steps(card) if f.kind is StepKind.SETUP]
    assert "\n".join(shown) == "\n".join(card.setup)
    assert all(len(text) <= 700 for text in shown)


@given(cards)
def test_frames_are_deterministic(card):
    assert guide_steps(card) == guide_steps(deepcopy(card))


@given(cards)
def test_the_estimate_covers_the_timed_frames(card):
    timed = sum(step.seconds or 0 for step in guide_steps(card))
    assert minutes(card) >= timed / 60


def test_the_estimate_of_a_real_card():
    """Couch stretch: 6 frames to read, then four times 10 s of getting ready and 30 s of hold."""
    assert minutes(CARDS["couch-stretch"]) == pytest.approx((6 * 4 + 4 * 40) / 60)


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
        tick(GuideStep(StepKind.STEP), NOW, NOW)


@pytest.mark.parametrize(
    ("remaining", "wait"),
    [
        (30, 5),
        (28, 3),
        (8, 3),
        (6, 1),
        (5.5, 5.5),
        (25.2, 5.2),
        (24.9, 4.9),
        (5, 5),
        (2, 2),
        (0, 0),
    ],
)
def test_when_to_edit_next(remaining, wait):
    assert next_tick(remaining) == pytest.approx(wait)


@given(st.floats(0.01, 120), st.floats(0, 0.9))
def test_edits_are_a_second_apart_and_end_on_time(remaining, late):
    """Even when each edit comes late, none hurries after it and the end is never overshot."""
    while remaining:
        wait = next_tick(remaining)
        assert 0 < wait <= remaining
        assert wait >= 1 or wait == remaining
        assert wait < 6
        remaining = max(0.0, remaining - wait - late)
