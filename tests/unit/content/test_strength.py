"""A week of strength, and sessions that a physio would sign: what holds for made-up runners."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.catalog.guide import minutes
from content.catalog.programme import Focus
from content.catalog.taxonomy import Area, Kind, Moment
from content.coaching.dosage.dose import is_light
from content.coaching.dosage.past import PastSession
from content.coaching.dosage.strength import (
    MUSCLES,
    WEEKLY_SETS,
    hard_sets,
    muscle_sets,
    real_strength_days,
)
from content.coaching.programme.enrolment import begin
from content.coaching.session.length import WARM_UP_MINUTES
from content.coaching.soreness import Light
from tests.measuring.sessions import LIBRARY, MONDAY, MadeUp, lived, made_up, planned

CARDS = LIBRARY.cards
runners = st.integers(0, 10**6).map(lambda number: made_up(random.Random(number)))
WEEKS = 3


@settings(max_examples=40)
@given(runners)
def test_strength_never_fills_a_day_that_is_not_one_of_it(runner: MadeUp) -> None:
    last = None
    for _, today, made in lived(runner, WEEKS):
        strong = any(CARDS[each].kind is Kind.STRENGTHEN for each in made.cards)
        if not strong:
            continue
        assert not (today.fresh)
        assert not (today.gentle)
        assert today.moment is not Moment.BEFORE_RUN
        assert last is None or today.day - last > timedelta(days=1)
        last = today.day


@settings(max_examples=40)
@given(runners)
def test_a_session_has_no_two_of_a_kind_for_one_part_and_the_minutes_that_were_asked_for(
    runner: MadeUp,
) -> None:
    for _, today, made in lived(runner, WEEKS):
        cards = planned(today, made)
        if today.moment is None:
            alike = Counter((card.kind, card.areas[0]) for card in cards)
            assert max(alike.values(), default=0) <= 1
        assert max(Counter(card.areas[0] for card in cards).values(), default=0) <= 2
        if today.minutes and cards and today.moment is None:
            told = {reason.key for reason in made.reasons}
            off = abs(sum(map(minutes, cards)) - today.minutes) > 0.2 * today.minutes
            assert not off or told & {"few", "long", "short", "ease"}


@settings(max_examples=40)
@given(runners)
def test_a_warm_up_moves_every_listed_spot_and_the_glutes_in_four_to_eight_minutes(
    runner: MadeUp,
) -> None:
    for _, today, made in lived(runner, WEEKS):
        if today.moment is Moment.BEFORE_RUN and not runner.state.conditions:
            cards = planned(today, made)
            moved = {area for card in cards for area in card.areas}
            assert {*today.profile.spots, Area.GLUTES} <= moved
            assert 4 <= sum(map(minutes, cards)) <= WARM_UP_MINUTES


@settings(max_examples=40)
@given(runners)
def test_a_session_is_what_the_calendar_calls_its_day(runner: MadeUp) -> None:
    """A day that nothing else has changed: no soreness, and nothing that rests."""
    desk: tuple[str, ...] = ()
    for _, today, made in lived(runner, WEEKS):
        if today.moment or today.focus is None or today.light is not Light.GO or not made.cards:
            continue
        cards = [CARDS[each] for each in made.cards]
        strong = any(card.kind is Kind.STRENGTHEN for card in cards)
        assert strong is (today.focus is Focus.STRENGTH)
        if today.focus is Focus.DESK and today.minutes is None:
            assert all(Moment.DESK in card.moments for card in cards)
            # The second and third move take turns, where a lasting state leaves enough of them.
            assert made.cards != desk or runner.state.conditions
            desk = made.cards


@settings(max_examples=40)
@given(runners)
def test_a_week_with_the_easier_cards_has_easy_ones_and_few_of_strength(runner: MadeUp) -> None:
    for _, today, made in lived(runner, WEEKS):
        cards = planned(today, made)
        if today.eased and today.moment is None and today.minutes is None:
            assert all(card.level == 1 for card in cards)
            assert sum(card.kind is Kind.STRENGTHEN for card in cards) <= 2


@settings(max_examples=40)
@given(runners)
def test_reasons_are_two_at_most_and_name_as_listed_what_was_listed(runner: MadeUp) -> None:
    for _, today, made in lived(runner, WEEKS):
        assert len(made.reasons) <= 2
        listed = {reason.value for reason in made.reasons if reason.key == "spot"}
        assert listed <= set(today.profile.spots)


@settings(max_examples=12)
@given(st.integers(0, 10**6))
def test_who_does_everything_works_each_muscle_from_week_four(number: int) -> None:
    """Without a programme; those that want their own moves first come near it."""
    dice = random.Random(number)
    days = tuple(sorted(dice.sample(range(7), 6)))
    state = replace(made_up(dice).state, runs=(), gentle_until=None, enrolment=None)
    runner = MadeUp(replace(state, session_days=frozenset(days)), days, None)
    sets: dict[int, Counter[Area]] = {4: Counter(), 5: Counter()}
    for week, today, made in lived(runner, 5):
        if week in sets and today.moment is None:
            sets[week].update(muscle_sets(planned(today, made)))
    for had in sets.values():
        assert sum(had[area] >= WEEKLY_SETS for area in MUSCLES) >= len(MUSCLES) - 1


@pytest.mark.parametrize("programme", LIBRARY.programmes.values(), ids=lambda each: each.id)
def test_the_last_week_of_a_programme_is_not_below_the_second(programme) -> None:
    state = replace(made_up(random.Random(1)).state, runs=(), gentle_until=None)
    state = replace(state, session_days=frozenset(range(7)), enrolment=begin(programme, MONDAY))
    sets = Counter[int]()
    for week, today, made in lived(MadeUp(state, tuple(range(7)), None), len(programme.weeks)):
        if today.moment is None:
            sets[week] += sum(map(hard_sets, planned(today, made)))
    last = len(programme.weeks)
    assert sets[last] >= sets[2]
    assert not is_light(MONDAY + timedelta(days=7 * (last - 1))) or sets[last] >= sets[2]


@pytest.mark.parametrize(
    ("cards", "share", "counts"),
    [
        (("glute-bridge", "clamshell"), 1, True),
        (("glute-bridge",), 1, False),
        (("glute-bridge", "clamshell"), 0.5, False),
        (("glute-bridge-hold", "calf-stretch"), 1, False),  # twenty seconds are no strength
    ],
)
def test_a_day_of_strength_has_four_hard_sets(
    cards: tuple[str, ...], share: float, counts: bool
) -> None:
    found = real_strength_days([PastSession(MONDAY, cards, share)], CARDS)
    assert bool(found) is counts
