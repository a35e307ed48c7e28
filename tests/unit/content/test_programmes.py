"""The programmes as they ship, and how a week of one ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.programme import Focus
from content.catalog.progression import Move, Signal, next_move
from content.catalog.taxonomy import Kind
from tests.support.library import library

LIBRARY = library()
PROGRAMMES = list(LIBRARY.programmes.values())
EACH = pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.id)
DESK = LIBRARY.programmes["desk-bound-runner"]


def rules(programme):
    return [LIBRARY.rules[rule_id] for rule_id in (*programme.progress, *programme.back_off)]


def after(done=3, missed=0, sore=0, programme=DESK):
    signals = {Signal.SESSIONS_DONE: done, Signal.WEEKS_MISSED: missed, Signal.SORENESS: sore}
    return next_move(rules(programme), signals)


def test_what_runners_were_promised_is_there():
    assert set(LIBRARY.programmes) >= {
        *("desk-bound-runner", "stiff-before-runs", "strong-hips", "back-after-a-break"),
    }


@EACH
def test_four_to_six_weeks_with_strength_twice_or_more(programme):
    assert 4 <= len(programme.weeks) <= 6
    strength = [slot.times or 0 for slot in programme.frame if slot.focus is Focus.STRENGTH]
    assert sum(strength) >= 2


@EACH
def test_each_week_has_something_for_each_slot(programme):
    for week in range(1, len(programme.weeks) + 1):
        for slot in programme.frame:
            pool = programme.pool(week, slot.focus)
            assert [r for r in pool if not LIBRARY.routines[r].kit], (week, slot.focus)


@EACH
def test_strength_slots_hold_strength_cards(programme):
    for week in range(1, len(programme.weeks) + 1):
        for routine_id in programme.pool(week, Focus.STRENGTH):
            cards = LIBRARY.routines[routine_id].cards
            assert Kind.STRENGTHEN in {LIBRARY.cards[card].kind for card in cards}


@EACH
def test_from_week_to_week_at_most_one_pool_changes(programme):
    for week in range(2, len(programme.weeks) + 1):
        changed = [f for f in Focus if programme.pool(week, f) != programme.pool(week - 1, f)]
        assert len(changed) <= 1, week


@EACH
def test_every_change_is_said_aloud(programme):
    for week in programme.weeks[1:]:
        said = week.says.lower()
        assert week.pools
        assert "change" in said
        assert "!" not in said


def test_a_pool_lasts_until_it_is_replaced():
    pools = [DESK.pool(week, Focus.STRENGTH) for week in range(1, 7)]
    assert pools[:3] == [("first-strength",)] * 3
    assert pools[3:] == [("next-strength",)] * 2 + [("unilateral-strength-block",)]
    assert DESK.pool(3, Focus.AFTER_RUN) == ()


@pytest.mark.parametrize(
    ("week", "move"),
    [
        ({}, Move.MOVE_ON),
        ({"done": 2}, Move.REPEAT_WEEK),
        ({"done": 0}, Move.REPEAT_WEEK),
        ({"sore": 3}, Move.MOVE_ON),
        ({"sore": 4}, Move.EASE_WEEK),
        ({"sore": 5, "done": 1}, Move.EASE_WEEK),
        ({"sore": 6}, Move.REST_AND_ASK),
        ({"sore": 10, "missed": 9}, Move.REST_AND_ASK),
        ({"missed": 1, "done": 0}, Move.REPEAT_WEEK),
        ({"missed": 2, "done": 0}, Move.BACK_ONE_WEEK),
        ({"missed": 3, "done": 0, "sore": 4}, Move.BACK_ONE_WEEK),
        ({"missed": 4, "done": 0}, Move.START_AGAIN),
    ],
)
def test_how_a_week_ends(week, move):
    assert after(**week).then is move


def test_a_comeback_asks_for_less():
    comeback = LIBRARY.programmes["back-after-a-break"]
    assert after(done=2, programme=comeback).then is Move.MOVE_ON
    assert after(done=1, programme=comeback).then is Move.REPEAT_WEEK


def test_what_a_runner_hears_fits_what_follows():
    assert "quiet week" in after(done=2).says
    assert "week off" in after(done=0, missed=1).says
    assert "physio" in after(sore=7).says


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 10), st.sampled_from(PROGRAMMES))
def test_every_week_ends_and_more_trouble_is_never_bolder(done, missed, sore, programme):
    care = list(Move)
    move = after(done, missed, sore, programme).then
    worse = after(max(0, done - 1), missed + 1, min(10, sore + 1), programme).then
    assert care.index(worse) >= care.index(move)
    if sore >= 6:
        assert move is Move.REST_AND_ASK


def test_unknown_signals_decide_nothing():
    assert next_move(rules(DESK), {}) is None
    assert next_move([], {Signal.SORENESS: 9}) is None
