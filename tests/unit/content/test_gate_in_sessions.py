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
from content.screening.screen import own_lexicon
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


def every_flag() -> dict[str, Urgency]:
    """Each flag of the lexicon, with the mildest urgency that it comes with."""
    known = own_lexicon().tables
    composed = [(each["flag"], each["urgency"]) for each in known["redflags"]["rules"]]
    named = [(each["id"], each["urgency"]) for each in known["flags"]["flags"]]
    found: dict[str, Urgency] = {}
    for flag, urgency in (*composed, *named):
        found[flag] = max(found.get(flag, Urgency.NOW), Urgency(urgency), key=list(Urgency).index)
    return found


MOMENTS = [None, *Moment]
FORTNIGHT = range(14)
PARTLY = {"nerve", "outer-hip", "inflammatory", "locking"}  # what rests is named in locks.yaml


@pytest.mark.parametrize("flag", every_flag())
def test_no_flag_is_followed_by_strength_where_it_hurts(flag: str):
    """What comes at every moment of the next fortnight, until somebody has had a look."""
    new = told("1", flag, every_flag()[flag], (), words="it is so", day=DAY)
    state = TrainingState(complaints=(new,))
    for days in FORTNIGHT:
        day = DAY + timedelta(days=days)
        for moment in MOMENTS:
            today = session_inputs(state, LIBRARY, day, moment=moment)
            made = todays_session(today, LIBRARY.cards)
            worked = {area for card in made.cards for area in LIBRARY.cards[card].areas}
            assert worked.isdisjoint(new.areas)
            assert flag in PARTLY or not made.cards


@pytest.mark.parametrize("flag", every_flag())
def test_every_rest_has_a_way_out_and_comes_back_gently(flag: str):
    new = told("1", flag, every_flag()[flag], (), words="it is so", day=DAY)
    (seen,) = clear((new,), "1", Allowed.EVERYTHING, DAY)
    today = session_inputs(TrainingState(complaints=(seen,)), LIBRARY, DAY)
    made = todays_session(today, LIBRARY.cards)
    assert made.cards
    for card in map(LIBRARY.cards.__getitem__, made.cards):
        assert card.level == 1
        assert not card.impact
        assert card.id != "sumo-squat"


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
