"""No session, extra card or stand-in holds a card that the gate refuses."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.catalog.taxonomy import Area, Condition, Moment
from content.coaching.gate import GateState, refusal
from content.coaching.programme.enrolment import begin
from content.coaching.session.plan import one_more, todays_session
from content.coaching.session.substitutes import equivalent
from content.coaching.session.training_state import TrainingState, session_inputs
from content.screening.after_flag.complaints import Allowed, Complaint, clear, told
from content.screening.urgency import Urgency
from tests.support.library import library

LIBRARY = library()
DAY = date(2026, 11, 16)
FLAGS = {"locking": Urgency.VISIT, "nerve": Urgency.DAYS, "bone-stress": Urgency.DAYS}


@st.composite
def complaints(draw: st.DrawFn) -> tuple[Complaint, ...]:
    flag = draw(st.sampled_from(sorted(FLAGS)))
    areas = draw(st.lists(st.sampled_from(Area), max_size=2))
    new = told("1", flag, FLAGS[flag], areas, words="it hurts", day=DAY - timedelta(days=3))
    assert new
    allowed = draw(st.none() | st.sampled_from(Allowed))
    return clear((new,), "1", allowed, DAY) if allowed else (new,)


@settings(max_examples=60)
@given(
    st.just(()) | complaints(),
    st.frozensets(st.sampled_from(Condition), max_size=2),
    st.none() | st.sampled_from(Moment),
    st.sampled_from(sorted(LIBRARY.programmes)),
)
def test_whatever_is_known_no_refused_card_is_served(
    told_of: tuple[Complaint, ...],
    conditions: frozenset[Condition],
    moment: Moment | None,
    programme: str,
) -> None:
    enrolment = begin(LIBRARY.programmes[programme], DAY)
    state = TrainingState(complaints=told_of, conditions=conditions, enrolment=enrolment)
    today = session_inputs(state, LIBRARY, DAY, moment=moment)
    gate = GateState(complaints=told_of, conditions=conditions)
    served = [*todays_session(today, LIBRARY.cards).cards]
    served += filter(None, [one_more(today, LIBRARY.cards, ())])
    served += filter(None, today.swapped.values())
    for card in [LIBRARY.cards[each] for each in (*served, *today.favourites)]:
        assert refusal(card, gate, DAY) is None
        other = equivalent(card, today, LIBRARY.cards)
        assert other is None or refusal(other, gate, DAY) is None


@pytest.mark.parametrize("condition", Condition)
def test_who_lives_with_something_still_gets_a_session_or_nothing_at_all(condition: Condition):
    state = TrainingState(conditions=frozenset([condition]))
    made = todays_session(session_inputs(state, LIBRARY, DAY), LIBRARY.cards)
    assert bool(made.cards) is (condition is not Condition.OPERATION)


def test_two_graded_weeks_are_easy_and_say_so():
    new = told("1", "bone-stress", Urgency.DAYS, (), words="groin", day=DAY)
    assert new
    state = TrainingState(complaints=clear((new,), "1", Allowed.EVERYTHING, DAY))
    soon, later = (session_inputs(state, LIBRARY, DAY + timedelta(days=days)) for days in (13, 14))
    assert (soon.graded, later.graded) == (True, False)
    made = todays_session(soon, LIBRARY.cards)
    assert made.reasons[0].key == "graded"
    assert all(LIBRARY.cards[each].level == 1 for each in made.cards)
