"""How the dose of a strength card grows: one thing at a time, from what was done and felt."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.card import Dose
from content.catalog.taxonomy import Condition, Kind, Sides
from content.coaching.dosage.ceilings import EVERYTHING, Change, may_grow
from content.coaching.dosage.dose import Growth, growth_of, is_light, ladder, lighter
from content.coaching.dosage.effort import Effort, asks_again
from content.coaching.dosage.past import PastSession
from content.coaching.session.training_state import TrainingState, growth
from content.coaching.soreness import EASE_FROM, Soreness
from content.screening.after_flag.complaints import Allowed, clear, told
from content.screening.urgency import Urgency
from tests.support.library import library

CARDS = library().cards
STRENGTH = [card for card in CARDS.values() if card.kind is Kind.STRENGTHEN]
MONDAY = date(2026, 11, 30)
A_DAY = timedelta(days=1)
SQUAT = "bodyweight-squat"
FIELDS = ("reps", "rep_hold_s", "lower_s", "sets")


def days(count: int, *cards: str, share: float = 1) -> list[PastSession]:
    """So many days of strength, every other day before the Monday."""
    return [
        PastSession(MONDAY - 2 * n * A_DAY, cards or (SQUAT,), share) for n in range(count, 0, -1)
    ]


def grown(
    past: Sequence[PastSession], sore: Sequence[Soreness] = (), day: date = MONDAY, **races: object
) -> Growth:
    return growth_of(past, sore, CARDS, day, **races)  # type: ignore[arg-type]


@pytest.mark.parametrize("card", STRENGTH, ids=lambda card: card.id)
def test_one_thing_grows_at_a_time(card):
    rungs = ladder(card)
    for lower, higher in itertools.pairwise(rungs):
        before, after = lower.card.dose, higher.card.dose
        changed = {each for each in FIELDS if getattr(before, each) != getattr(after, each)}
        if higher.change is Change.SETS:
            assert changed - {"reps"} == {"sets"}
            assert after.reps == card.dose.reps  # the first repetitions again
        elif higher.change is Change.LOAD:
            assert (changed, higher.card.setup[-1]) == (set(), card.load)
        else:
            assert len(changed) == 1
        assert card.sides is not Sides.ALTERNATE or (after.reps or 0) % 2 == 0


@pytest.mark.parametrize("card", STRENGTH, ids=lambda card: card.id)
def test_repetitions_come_before_sets_and_these_before_pace_and_load(card):
    order = [rung.change for rung in ladder(card)[1:]]
    assert order == sorted(order, key=list(Change).index)


def test_a_card_that_is_no_strength_has_one_dose():
    assert len(ladder(CARDS["couch-stretch"])) == 1


@pytest.mark.parametrize(
    ("count", "share", "reps"),
    [(0, 1, 12), (1, 1, 12), (2, 1, 14), (3, 1, 14), (4, 1, 16), (9, 0.5, 12), (9, 0, 12)],
)
def test_two_good_days_make_a_dose_grow(count: int, share: float, reps: int) -> None:
    growth = grown(days(count, share=share), day=MONDAY + (7 * is_light(MONDAY)) * A_DAY)
    assert growth.card(CARDS[SQUAT]).dose.reps == reps


@pytest.mark.parametrize(
    ("felt", "reps"), [(Effort.EASY, 14), (Effort.RIGHT, 12), (Effort.HARD, 12)]
)
def test_what_felt_easy_grows_after_one_day(felt: Effort, reps: int) -> None:
    past = days(1)
    growth = grown(past, felt={past[0].day: felt}, day=MONDAY + (7 * is_light(MONDAY)) * A_DAY)
    assert growth.card(CARDS[SQUAT]).dose.reps == reps


def test_form_that_slipped_takes_a_step_back() -> None:
    past = days(5)
    assert grown(past).steps[SQUAT] == 2
    assert grown(past, felt={past[-1].day: Effort.HARD}).steps[SQUAT] == 1


def test_what_is_new_is_told_until_it_was_done() -> None:
    assert grown(days(2)).new == {SQUAT: Change.REPS}
    assert grown(days(3)).new == {}


def test_of_several_cards_one_grows_on_a_day() -> None:
    growth = grown(days(2, SQUAT, "clamshell", "calf-raise"))
    assert len(growth.new) == sum(growth.steps.values()) == 1


def test_soreness_takes_a_step_back() -> None:
    past = days(4)
    sore = [Soreness(past[-1].day + A_DAY, EASE_FROM)]
    assert grown(past).steps[SQUAT] == 2
    assert grown(past, sore).steps.get(SQUAT, 0) == 0


def test_a_fortnight_away_takes_a_step_back() -> None:
    assert grown(days(4), day=MONDAY + 14 * A_DAY).steps[SQUAT] == 1
    assert grown(days(4), day=MONDAY + 40 * A_DAY).steps == {}


def test_before_a_race_and_every_fourth_week_doses_are_the_first_ones() -> None:
    growth = grown(days(4), races=[MONDAY + 5 * A_DAY])
    assert growth.tapers
    assert growth.card(CARDS[SQUAT]) == CARDS[SQUAT]
    weeks = [is_light(MONDAY + 7 * week * A_DAY) for week in range(8)]
    assert sum(weeks) == 2
    assert not any(first and second for first, second in itertools.pairwise(weeks))


def test_weight_comes_last_and_not_for_everybody() -> None:
    rungs = len(ladder(CARDS[SQUAT]))
    assert grown(days(50)).steps[SQUAT] == rungs - 1
    assert grown(days(50), grows=EVERYTHING - {Change.LOAD}).steps[SQUAT] == rungs - 2


@pytest.mark.parametrize("card", STRENGTH, ids=lambda card: card.id)
def test_every_rung_can_get_lighter(card):
    for rung in ladder(card):
        assert work(lighter(rung.card).dose) < work(rung.card.dose)
    once = replace(card, dose=replace(card.dose, sets=1))
    assert work(lighter(once).dose) < work(once.dose)


def work(dose: Dose) -> int:
    return dose.sets * (dose.reps or dose.hold_s or dose.move_s or 0)


def test_after_soreness_the_first_dose_is_lighter_too() -> None:
    on = MONDAY - 3 * A_DAY
    past = [PastSession(on, (SQUAT,), 1)]
    sore = [Soreness(on + A_DAY, EASE_FROM)]
    calm, hurt = TrainingState(past=past), TrainingState(past=past, sore=sore)
    first, less = growth(calm, CARDS, MONDAY), growth(hurt, CARDS, MONDAY)
    assert first.card(CARDS[SQUAT]) == CARDS[SQUAT]
    assert less.card(CARDS[SQUAT]).dose.sets == CARDS[SQUAT].dose.sets - 1
    assert less.dosed(CARDS)[SQUAT] == less.card(CARDS[SQUAT])
    assert less.card(CARDS["butterfly-stretch"]) == CARDS["butterfly-stretch"]
    well = replace(hurt, past=[*past, PastSession(MONDAY - A_DAY, (SQUAT,), 1)])
    assert growth(well, CARDS, MONDAY).card(CARDS[SQUAT]) == CARDS[SQUAT]


@pytest.mark.parametrize("condition", Condition)
def test_a_lasting_state_keeps_doses_low(condition: Condition) -> None:
    free, held = grown(days(50)), grown(days(50), grows=may_grow([condition]))
    assert held.steps.get(SQUAT, 0) < free.steps[SQUAT]
    told = {rung.change for rung in ladder(CARDS[SQUAT])[1 : held.steps.get(SQUAT, 0) + 1]}
    assert told <= may_grow([condition])


@given(st.frozensets(st.sampled_from(Condition), max_size=4), st.booleans())
def test_of_several_states_the_lowest_counts(states: frozenset[Condition], graded: bool) -> None:
    least = may_grow(states, graded=graded)
    assert all(least <= may_grow([each]) for each in states)
    assert not (graded and least)


@pytest.mark.parametrize("state", ["pregnant", "after-birth", "operation"])
def test_nothing_grows_before_it_is_allowed(state: str) -> None:
    assert may_grow([Condition(state)]) == frozenset()


def test_after_a_clearance_doses_begin_anew() -> None:
    done = [PastSession(MONDAY + n * A_DAY, (SQUAT,), 1) for n in range(0, 24, 2)]
    cleared = MONDAY + 24 * A_DAY
    seen = clear(
        (told("1", "injury", Urgency.DAYS, (), words="", day=cleared),),
        "1",
        Allowed.EVERYTHING,
        cleared,
    )
    free, back = TrainingState(past=done), TrainingState(past=done, complaints=seen)
    assert growth(free, CARDS, cleared).steps[SQUAT]
    for days_later in (0, 13, 14, 30):
        assert not growth(back, CARDS, cleared + days_later * A_DAY).steps


def test_a_finished_ladder_opens_the_harder_card() -> None:
    growth = grown(days(40, "standing-hip-hinge"))
    assert "standing-hip-hinge" in growth.outgrown
    assert "single-leg-deadlift" in growth.earned


@given(
    st.lists(
        st.tuples(st.integers(1, 100), st.integers(0, 8)), max_size=40, unique_by=lambda e: e[0]
    )
)
def test_no_history_leaves_the_ladder_and_soreness_never_adds(told: list[tuple[int, int]]) -> None:
    past = [
        PastSession(MONDAY - ago * A_DAY, (SQUAT, "calf-raise"))
        for ago, _ in sorted(told, reverse=True)
    ]
    sore = [Soreness(MONDAY - ago * A_DAY, amount) for ago, amount in sorted(told, reverse=True)]
    rested, hurt = grown(past), grown(past, sore)
    for card in (SQUAT, "calf-raise"):
        assert 0 <= rested.steps.get(card, 0) < len(ladder(CARDS[card]))
    assert sum(hurt.steps.values()) <= sum(rested.steps.values())


@pytest.mark.parametrize(
    "fields",
    [
        {"reps": 10, "reps_to": 10},
        {"hold_s": 30, "reps_to": 12},
        {"reps": 8, "sets": 3, "sets_to": 2},
    ],
)
def test_a_dose_grows_upwards_and_only_in_what_it_counts(fields: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="Mend"):
        replace(Dose(reps=8), **{"reps": None, **fields})


@pytest.mark.parametrize(
    ("felt", "days", "asks"),
    [
        ({}, 0, True),
        ({MONDAY: Effort.RIGHT}, 4, False),
        ({MONDAY: Effort.RIGHT}, 5, True),
        ({MONDAY: Effort.HARD}, 2, True),  # form that slipped is looked at the next time
    ],
)
def test_the_form_check_comes_once_in_a_while(felt, days: int, asks: bool) -> None:
    assert asks_again(felt, MONDAY + timedelta(days=days)) is asks
