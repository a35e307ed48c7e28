"""A programme on its way: how weeks follow each other, and which days they fall on."""

import itertools
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.profile import Profile, Sitting
from content.catalog.programme import Focus
from content.catalog.taxonomy import Area, Kind
from content.coaching.dosage.past import PastSession
from content.coaching.programme.enrolment import (
    AWAY,
    LONG,
    Enrolment,
    WeekRecord,
    begin,
    catch_up,
    ends,
)
from content.coaching.programme.matching import fitting
from content.coaching.programme.week_schedule import RECOVERY, AvailableDays, schedule_week
from content.coaching.session.plan import todays_session
from content.coaching.session.substitutes import stand_ins
from content.coaching.session.training_state import TrainingState, focus_of, session_inputs, week_of
from tests.support.library import library

LIBRARY = library()
DESK, STRONG = LIBRARY.programmes["desk-bound-runner"], LIBRARY.programmes["strong-hips"]
START = date(2026, 11, 26)  # a Thursday: weeks count from the first day
A_DAY = timedelta(days=1)


def on(*ahead: int) -> frozenset[date]:
    return frozenset(START + n * A_DAY for n in ahead)


def after(
    diary: WeekRecord, days: int, enrolment: Enrolment | None = None
) -> tuple[Enrolment, str | None]:
    start = enrolment or begin(DESK, START)
    found, rule = catch_up(start, DESK, LIBRARY.rules, diary, START + days * A_DAY)
    return found, rule.then.value if rule else None


FULL = [0, 2, 4]


@pytest.mark.parametrize(
    ("done", "sore", "days", "week", "move"),
    [
        (FULL, {}, 6, 1, None),
        (FULL, {}, 7, 2, "move-on"),
        ([0], {}, 7, 1, "repeat-week"),
        (FULL, {2: 4}, 7, 1, "ease-week"),
        (FULL, {2: 6}, 7, 1, "rest-and-ask"),
        ([*FULL, 7, 9, 11], {}, 14, 3, "move-on"),
        ([*FULL, 7, 9, 11], {}, 21, 3, "repeat-week"),  # a week missed
        ([*FULL, 7, 9, 11], {}, 28, 2, "back-one-week"),  # two
        ([*FULL, 7, 9, 11], {}, 35, 2, None),  # three: nothing new
        ([*FULL, 7, 9, 11], {}, 42, 1, "start-again"),  # four
        ([0, 2, 7, 9, 14, 16], {1: 4, 8: 5, 15: 4}, 21, 1, "rest-strength"),
    ],
)
def test_how_weeks_follow_each_other(
    done: list[int], sore: dict[int, int], days: int, week: int, move: str | None
) -> None:
    told = {START + n * A_DAY: amount for n, amount in sore.items()}
    enrolment, found = after(WeekRecord(on(*done), sore=told), days)
    assert (enrolment.week, found) == (week, move)
    assert enrolment.eased is (move in ("ease-week", "rest-strength"))
    assert enrolment.resting is (move == "rest-and-ask")
    assert enrolment.no_strength is (move == "rest-strength")


@given(
    st.frozensets(st.integers(0, 80), max_size=40),
    st.dictionaries(st.integers(0, 80), st.integers(0, 5), max_size=20),
    st.integers(0, 80),
)
def test_asked_every_day_or_after_a_long_time_it_comes_to_the_same(
    done: frozenset[int], sore: dict[int, int], days: int
) -> None:
    diary = WeekRecord(on(*done), sore={START + n * A_DAY: amount for n, amount in sore.items()})
    stepwise = begin(DESK, START)
    for each in range(days + 1):
        stepwise, _ = after(diary, each, stepwise)
    assert stepwise == after(diary, days)[0]
    assert 1 <= stepwise.week <= len(DESK.weeks)


def test_ill_or_away_is_not_missed() -> None:
    enrolment, move = after(WeekRecord(on(*FULL), excused=on(7, 8, 9, 14, 15, 16)), 21)
    assert (enrolment.week, move) == (2, "repeat-week")


@given(st.frozensets(st.integers(0, 60)))
def test_days_off_push_the_end_of_a_week(off: frozenset[int]) -> None:
    enrolment = begin(DESK, START)
    end = ends(enrolment, on(*off))
    own = [n for n in range((end - START).days) if n not in off]
    if sum(n < 7 for n in off) < AWAY:
        assert end == enrolment.over
    else:
        assert len(own) == 7
        assert own[-1] == (end - START).days - 1  # the last day is one of their own


@given(
    st.frozensets(st.integers(0, 60), max_size=30),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=3),
    st.integers(0, 80),
)
def test_with_days_off_too_it_comes_to_the_same_each_day_or_at_once(
    done: frozenset[int], pauses: list[tuple[int, int]], days: int
) -> None:
    off = {n for first, length in pauses for n in range(first, first + length)} - done
    diary = WeekRecord(on(*done), excused=on(*off))
    stepwise = begin(DESK, START)
    for each in range(days + 1):
        stepwise, _ = after(diary, each, stepwise)
    assert stepwise == after(diary, days)[0]


def test_a_week_away_moves_the_frame() -> None:
    enrolment, move = after(WeekRecord(on(0, 2, 11), excused=on(*range(3, 10))), 13)
    assert (enrolment.week, enrolment.since, move) == (1, START, None)
    enrolment, move = after(WeekRecord(on(0, 2, 11), excused=on(*range(3, 10))), 14)
    assert (enrolment.week, enrolment.since, move) == (2, START + 14 * A_DAY, "move-on")


def test_after_a_long_time_away_the_week_goes_on_with_easier_cards() -> None:
    enrolment, _ = after(WeekRecord(on(0, 2), excused=on(*range(3, 3 + LONG))), 3 + LONG)
    assert (enrolment.week, enrolment.eased) == (1, True)


def test_no_session_falls_on_a_day_off() -> None:
    state = TrainingState(enrolment=begin(DESK, START), excused=on(1, 2, 3))
    week = week_of(state, LIBRARY, DESK, begin(DESK, START), START)
    assert not set(week) & on(1, 2, 3)
    assert max(week) == START + 9 * A_DAY


@given(st.frozensets(st.sampled_from(sorted(LIBRARY.cards))), st.booleans())
def test_a_hidden_card_of_a_programme_has_a_stand_in_that_may_be_shown(
    hidden: frozenset[str], kneeling: bool
) -> None:
    for routine in LIBRARY.routines.values():
        found = stand_ins(routine.cards, LIBRARY.cards, hidden, kneeling=kneeling)
        others = [each for each in found.values() if each]
        assert set(found) >= hidden & set(routine.cards)
        assert not hidden & set(others)
        assert len(set(others)) == len(others)
        assert not set(others) & set(routine.cards)


def test_the_stand_in_is_used_and_told() -> None:
    state = TrainingState(enrolment=begin(DESK, START))
    favourite = min(session_inputs(state, LIBRARY, START).favourites)
    hiding = replace(state, hidden=frozenset([favourite]))
    today = session_inputs(hiding, LIBRARY, START)
    assert favourite not in today.favourites
    assert today.swapped[favourite] in today.favourites
    session = todays_session(today, LIBRARY.cards)
    told = {reason.value for reason in session.reasons if reason.key == "instead"}
    assert (LIBRARY.cards[favourite].name in told) is (today.swapped[favourite] in session.cards)


def test_strength_comes_back_with_easier_cards_after_its_rest() -> None:
    resting = Enrolment(DESK.id, START, 2, START, eased=True, no_strength=True)
    enrolment, move = after(WeekRecord(on(*FULL)), 7, resting)
    assert (enrolment.week, enrolment.eased, enrolment.no_strength, move) == (2, True, False, None)


def test_the_last_week_finishes() -> None:
    last_week = Enrolment(DESK.id, START, len(DESK.weeks), START)
    enrolment, _ = after(WeekRecord(on(*FULL)), 7, last_week)
    assert enrolment.finished


@given(
    st.sets(st.integers(0, 6), min_size=3),
    st.sets(st.integers(0, 6)),
    st.sets(st.integers(0, 6), max_size=2),
    st.sampled_from(list(LIBRARY.programmes.values())),
)
def test_strength_keeps_two_days_apart_and_off_the_days_that_are_spared(
    free: set[int], runs: set[int], spared: set[int], programme
) -> None:
    ahead = sorted(on(*free))
    week = schedule_week(programme, START, AvailableDays(ahead, on(*runs), on(*spared)))
    strong = [day for day in ahead if week[day] is Focus.STRENGTH]
    assert all(later - day >= RECOVERY for day, later in itertools.pairwise(strong))
    assert not set(strong) & on(*spared)
    if len(free) >= 5 and not spared:
        assert len(strong) >= 2


def test_a_missed_strength_day_moves_to_the_next_one_that_fits() -> None:
    state = TrainingState(enrolment=begin(DESK, START))
    assert focus_of(state, LIBRARY, START) is Focus.STRENGTH
    assert focus_of(state, LIBRARY, START + A_DAY) is Focus.STRENGTH
    done = TrainingState(enrolment=begin(DESK, START), past=[PastSession(START, ("glute-bridge",))])
    assert focus_of(done, LIBRARY, START + A_DAY) is not Focus.STRENGTH


@pytest.mark.parametrize(("before", "strength"), [(0, 2), (3, 2), (7, 3)])
def test_a_week_of_a_programme_has_all_its_slots(before: int, strength: int) -> None:
    profile = Profile(Sitting.OVER_7, (Area.HIP_FLEXORS,), frozenset(), frozenset({1, 5}))
    strong = (PastSession(START - n * A_DAY, ("clamshell",)) for n in range(2 * before, 1, -2))
    state = TrainingState(profile, tuple(strong), enrolment=begin(STRONG, START))
    seen = Counter[Focus | None]()
    for n in range(7):
        day = START + n * A_DAY
        seen[focus_of(state, LIBRARY, day)] += 1
        made = todays_session(session_inputs(state, LIBRARY, day), LIBRARY.cards)
        state = TrainingState(
            profile, (*state.past, PastSession(day, made.cards)), enrolment=state.enrolment
        )
    assert seen[Focus.STRENGTH] == strength
    assert seen[Focus.MOBILITY] >= 2


def test_a_hidden_card_of_a_programme_is_made_up_for() -> None:
    pool = {c for r in DESK.pool(1, Focus.STRENGTH) for c in LIBRARY.routines[r].cards}
    state = TrainingState(enrolment=begin(DESK, START), hidden=frozenset(pool))
    made = todays_session(session_inputs(state, LIBRARY, START), LIBRARY.cards)
    assert not set(made.cards) & pool
    assert any(LIBRARY.cards[each].kind is Kind.STRENGTHEN for each in made.cards)


@pytest.mark.parametrize(
    ("profile", "changes", "first"),
    [
        (Profile(Sitting.OVER_7, (Area.QUADS,)), {}, "desk-bound-runner"),
        (Profile(spots=(Area.QUADS,), run_days=frozenset({1})), {}, "stiff-before-runs"),
        (Profile(), {}, "keep-it-going"),
        (Profile(Sitting.OVER_7), {"away": True}, "back-after-a-break"),
        (Profile(Sitting.OVER_7), {"finished": ["desk-bound-runner"]}, "keep-it-going"),
        (
            Profile(Sitting.OVER_7),
            {"finished": ["desk-bound-runner"], "steady": True},
            "strong-hips",
        ),
        (Profile(spots=(Area.QUADS,)), {"finished": ["strong-hips"]}, "keep-it-going"),
    ],
)
def test_the_fitting_programme_comes_first(
    profile: Profile, changes: dict[str, object], first: str
) -> None:
    found = fitting(LIBRARY.programmes.values(), profile, **changes)  # type: ignore[arg-type]
    assert found[0].id == first
    heavy = {each.id for each in LIBRARY.programmes.values() if each.suits.steady}
    assert {each.id for each in found} | heavy == LIBRARY.programmes.keys()
    assert heavy <= {each.id for each in found} or "steady" not in changes
