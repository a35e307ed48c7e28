"""The routines as they ship: in order, honest about time and kit, moving before a run."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.guide import minutes
from content.catalog.routine import whole_minutes
from content.catalog.taxonomy import Kind, Moment
from tests.support.library import library

LIBRARY = library()
ROUTINES = list(LIBRARY.routines.values())
EACH = pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)


def cards(routine):
    return [LIBRARY.cards[card_id] for card_id in routine.cards]


def test_what_runners_were_promised_is_there():
    assert set(LIBRARY.routines) >= {
        *("five-step-hip-extension", "five-step-before-run", "five-step-no-kit"),
        *("pre-run-warm-up-hip-flexor", "pre-run-warm-up-dynamic", "sprinter-mobility-blast"),
        *("post-run-cool-down-two-stretches", "five-minutes-after-runs", "desk-day-break"),
        *("first-strength", "hip-flexor-self-massage-block", "articulation-to-end-range"),
    }


@EACH
def test_before_a_run_everything_moves(routine):
    if Moment.BEFORE_RUN in routine.moments:
        assert routine.moments == (Moment.BEFORE_RUN,)
        assert {card.kind for card in cards(routine)} <= {Kind.DYNAMIC, Kind.DRILL}


@EACH
def test_minutes_and_kit_are_those_of_the_cards(routine):
    walked = sum(minutes(card) for card in cards(routine))
    assert abs(routine.minutes - walked) <= 0.5
    assert set(routine.kit) == {kit for card in cards(routine) for kit in card.kit.required}


@EACH
def test_a_routine_is_complete_and_calm(routine):
    assert len(routine.aliases) >= 2
    assert "!" not in routine.summary
    assert routine.summary.endswith(".")
    assert not re.search(r"\bmust\b|\bshould have\b", routine.summary)


@pytest.mark.parametrize("moment", Moment)
def test_every_moment_has_a_routine_without_kit(moment):
    assert [r for r in ROUTINES if moment in r.moments and not r.kit]


def test_the_five_steps_are_the_five_kinds():
    for routine_id in ("five-step-hip-extension", "five-step-no-kit"):
        kinds = [card.kind for card in cards(LIBRARY.routines[routine_id])]
        assert kinds == list(Kind)[:5]


def test_only_the_flow_keeps_an_order_of_its_own():
    assert [r.id for r in ROUTINES if r.own_order] == ["articulation-to-end-range"]
    last = cards(LIBRARY.routines["articulation-to-end-range"])[-1]
    assert last.kind is Kind.STRETCH


def test_strength_routines_end_in_motion_or_strength():
    """New range is rehearsed, so nobody trains and then lies down to stretch."""
    for routine in ROUTINES:
        kinds = [card.kind for card in cards(routine)]
        if Kind.STRENGTHEN in kinds and not routine.own_order:
            assert kinds[-1] in (Kind.STRENGTHEN, Kind.DYNAMIC, Kind.DRILL), routine.id


@given(st.lists(st.sampled_from(list(LIBRARY.cards.values())), max_size=6))
def test_minutes_are_whole_and_never_none(chosen):
    taken = whole_minutes(chosen)
    assert taken >= 1
    assert taken == max(1, round(sum(minutes(card) for card in chosen)))
