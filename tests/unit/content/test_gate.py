"""One gate: what it refuses, why, and that nothing opens a card beside it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.taxonomy import (
    IRRITABLE,
    LASTING,
    RESTS_ALL,
    Area,
    Condition,
    Kind,
    Kit,
    Position,
)
from content.coaching.gate import GateState, Refusal, Why, all_refused, refusal, refused
from content.coaching.soreness import Light
from content.screening.after_flag.complaints import Allowed, clear, told
from content.screening.urgency import Urgency
from tests.support.library import library

CARDS = library().cards
DAY = date(2026, 11, 16)


def why(card: str, state: GateState, day: date = DAY) -> Why | None:
    found = refusal(CARDS[card], state, day)
    return found.why if found else None


def complaint(flag: str, urgency: Urgency, *named: Area):
    return told(flag, flag, urgency, named, words="it hurts", day=DAY)


def test_nothing_known_opens_every_card():
    assert refused(CARDS, GateState(), DAY) == frozenset()


@pytest.mark.parametrize("condition", Condition)
def test_every_state_shuts_the_cards_that_name_it_and_no_other(condition: Condition):
    state = GateState(conditions=frozenset([condition]))
    for card in CARDS.values():
        found = refusal(card, state, DAY)
        shut = condition in card.not_for or condition in RESTS_ALL
        assert (found is not None) is shut, card.id
        if found:
            assert found.condition is condition
            assert found.why is (Why.IRRITABLE if condition in IRRITABLE else Why.CONDITION)


@pytest.mark.parametrize("condition", [each for each in LASTING if each not in RESTS_ALL])
def test_every_state_but_a_fresh_operation_leaves_something_to_do(condition: Condition):
    shut = refused(CARDS, GateState(conditions=frozenset([condition])), DAY)
    assert len(shut) < len(CARDS) - 10


def test_a_complaint_rests_its_areas_and_the_refusal_tells_which():
    locking = complaint("locking", Urgency.VISIT, Area.QUADS)
    state = GateState(complaints=(locking,))
    found = refusal(CARDS["couch-stretch"], state, DAY)
    assert found == Refusal(Why.COMPLAINT, complaint=locking)
    assert why("calf-raise", state) is None


def test_an_emergency_rests_everything():
    state = GateState(complaints=(complaint("clot", Urgency.NOW, Area.ANKLES),))
    assert refused(CARDS, state, DAY) == frozenset(CARDS)
    gravest = all_refused(CARDS.values(), state, DAY)
    assert gravest
    assert gravest.complaint


def test_of_two_complaints_the_graver_one_is_named():
    mild = complaint("locking", Urgency.VISIT, Area.HIP_FLEXORS)
    grave = complaint("bone-stress", Urgency.DAYS)
    found = refusal(CARDS["couch-stretch"], GateState(complaints=(mild, grave)), DAY)
    assert found
    assert found.complaint is grave


def test_after_a_clearance_only_easy_cards_for_two_weeks():
    (seen,) = clear(
        (complaint("bone-stress", Urgency.DAYS),), "bone-stress", Allowed.EVERYTHING, DAY
    )
    state = GateState(complaints=(seen,))
    for card in CARDS.values():
        loads = card.id in ("standing-banded-march", "sumo-squat")
        easy = card.level == 1 and not (card.impact or card.kind is Kind.DRILL or loads)
        assert (refusal(card, state, DAY) is None) is easy
        assert refusal(card, state, DAY + timedelta(days=14)) is None


def test_a_stop_sign_shuts_everything_and_an_amber_one_strength_and_drills():
    assert refused(CARDS, GateState(light=Light.STOP), DAY) == frozenset(CARDS)
    amber = GateState(light=Light.EASE)
    assert why("single-leg-squat", amber) is Why.EASE
    assert why("strides", amber) is Why.EASE
    assert why("figure-four-stretch", amber) is None


def test_wishes_shut_too_and_are_told_apart_from_safety():
    kneeling = refusal(CARDS["couch-stretch"], GateState(no_kneeling=True), DAY)
    assert kneeling
    assert not kneeling.for_safety
    lacking = refusal(CARDS["foam-roll-quads"], GateState(kit=frozenset()), DAY)
    assert lacking == Refusal(Why.KIT, kit=(Kit.ROLLER,))
    assert why("strides", GateState(hidden=frozenset(["strides"]))) is Why.HIDDEN


@given(
    st.frozensets(st.sampled_from(Condition), max_size=3),
    st.frozensets(st.sampled_from(Condition), max_size=3),
    st.sampled_from(Light),
)
def test_knowing_more_never_opens_a_card(
    some: frozenset[Condition], more: frozenset[Condition], light: Light
):
    less, all_ = GateState(conditions=some), GateState(conditions=some | more, light=light)
    assert refused(CARDS, less, DAY) <= refused(CARDS, all_, DAY)


@pytest.mark.parametrize(
    ("condition", "position"),
    [(Condition.PREGNANT, Position.PRONE), (Condition.PREGNANT, Position.SUPINE)],
)
def test_nobody_lies_flat_for_long_in_pregnancy(condition: Condition, position: Position):
    lying = [card for card in CARDS.values() if card.position is position]
    assert lying
    assert all(condition in card.not_for for card in lying)


@pytest.mark.parametrize("card", CARDS)
def test_irritable_tissue_is_neither_stretched_nor_rolled(card: str):
    places = {
        Condition.SORE_HAMSTRING: Area.HAMSTRINGS,
        Condition.SORE_GROIN: Area.INNER_THIGH,
        Condition.SORE_HIP_FLEXOR: Area.HIP_FLEXORS,
        Condition.SORE_OUTER_HIP: Area.OUTER_HIP,
        Condition.SORE_KNEECAP: Area.QUADS,
    }
    found = CARDS[card]
    if found.kind in (Kind.STRETCH, Kind.RELEASE):
        assert all(name in found.not_for for name, area in places.items() if area in found.areas)


def test_a_lunge_that_walks_waits_while_sore():
    assert why("walking-lunge", GateState(light=Light.EASE)) is Why.EASE
    assert why("walking-lunge", GateState()) is None
