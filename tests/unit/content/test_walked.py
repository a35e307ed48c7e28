"""What was walked: never more than the clock saw, sides apart, the same however often told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.guide import WORK, guide_steps
from content.catalog.profile import Profile
from content.catalog.taxonomy import Kind, Kit, Side, Sides
from content.coaching.dosage.volume import CEILING_S, RANGE, dose_each, ledger, worth
from content.coaching.session.completed_work import CardProgress, one_sided, tally, together
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.side_balance import EVEN, Lean, lean
from content.coaching.session.skips import HURT_RESTS, Skipped, SkipReason, pressed, shunned
from content.coaching.session.substitutes import equivalent
from tests.support.library import library

CARDS = library().cards
DAY = date(2026, 11, 16)
COUCH = CARDS["couch-stretch"]
any_card = st.sampled_from([card for card in CARDS.values() if card.kind is not Kind.TEST])
side_seconds = st.fixed_dictionaries({"left": st.floats(0, 300), "right": st.floats(0, 300)})
reports = st.dictionaries(st.sampled_from(["couch-stretch", "clamshell"]), side_seconds)


def walked_through(card, lean_of=EVEN) -> CardProgress:
    found = CardProgress()
    for frame in guide_steps(card, *lean_of):
        if frame.kind in WORK:
            found = found.passed(frame, frame.seconds or frame.reps * (4 + (frame.rep_hold_s or 0)))
    return CardProgress(found.sets, ended=True)


@given(any_card)
def test_a_whole_walk_is_the_whole_dose_on_both_sides(card):
    seconds = walked_through(card).seconds(card)
    assert seconds == {side: pytest.approx(dose_each(card)) for side in Side}
    done = tally({card.id: walked_through(card)}, CARDS, [card.id])
    assert not done.left
    assert not done.hurried
    assert done.minutes >= 1


@given(any_card, st.lists(st.floats(0, 500), min_size=1, max_size=4))
def test_a_frame_walked_again_counts_its_longest(card, spans):
    frame = next(each for each in guide_steps(card) if each.kind in WORK)
    found = CardProgress()
    for span in spans:
        found = found.passed(frame, span)
    assert sum(found.sets.values()) == max(spans)
    assert 0 <= found.share(card) <= 1


@given(any_card, st.sampled_from(Side), st.booleans())
def test_a_lean_gives_both_sides_their_dose_and_one_a_set_more(card, first, more):
    seconds = walked_through(card, Lean(first, more)).seconds(card)
    other = next(side for side in Side if side is not first)
    extra = dose_each(card) / card.dose.sets if more and card.sides is Sides.EACH else 0
    assert seconds[other] == pytest.approx(dose_each(card))
    assert seconds[first] == pytest.approx(dose_each(card) + extra)


@given(any_card, st.floats(0, 700), st.floats(0, 700), st.sampled_from([None, *Side]))
def test_a_set_more_never_leads_past_the_ceiling(card, left, right, worse):
    book = {
        (area, side): had
        for area in card.areas
        for side, had in zip(Side, (left, right), strict=True)
    }
    found = lean(card, book, worse)
    if found.more:
        extra = worth(card) + worth(card) / card.dose.sets
        assert card.kind in RANGE
        assert all(book[area, found.first] + extra <= CEILING_S for area in card.areas)
    if worse and card.sides is Sides.EACH:
        assert found.first is worse
    assert Lean.of(found.code) == found


def test_the_side_that_is_behind_goes_first_and_gets_a_set_more():
    book = ledger([(COUCH, {"left": 60.0, "right": 0.0})])
    assert lean(COUCH, book) == Lean(Side.RIGHT, more=True)
    assert lean(COUCH, ledger([(COUCH, 1)])) == EVEN


@given(reports, reports)
def test_two_reports_of_a_day_are_told_in_any_order_and_never_shrink(one, other):
    both = together(one, other)
    assert both == together(other, one) == together(both, one)
    assert all(both[card][side] >= had for card in one for side, had in one[card].items())


def test_one_side_told_leaves_the_other_empty():
    found = one_sided([COUCH, CARDS["glute-bridge"]], Side.RIGHT)
    assert found == {"couch-stretch": {"left": 0.0, "right": 60.0}}


@given(any_card, st.sets(st.sampled_from(Kit)))
def test_what_comes_instead_may_be_done_and_does_some_of_the_same(card, kit):
    today = SessionInputs(DAY, Profile(kit=frozenset(kit)))
    other = equivalent(card, today, CARDS, taken=("clamshell",))
    assert other is None or (
        other.id not in ("clamshell", card.id)
        and set(other.areas) & set(card.areas)
        and set(other.kit.required) <= kit
        and other.kind is not Kind.TEST
    )


def test_without_kit_its_sister_comes():
    roll = CARDS["foam-roll-quads"]
    assert equivalent(roll, SessionInputs(DAY), CARDS).id == roll.links.no_kit


@given(st.integers(0, 30), st.sampled_from(SkipReason))
def test_what_hurt_rests_for_two_weeks_and_what_was_skipped_for_the_day(days, why):
    skipped = [Skipped(DAY, "couch-stretch", why)]
    gone = "couch-stretch" in shunned(skipped, DAY + timedelta(days=days))
    rests = timedelta(days=days) < HURT_RESTS if why is SkipReason.HURTS else days == 0
    assert gone is (rests and why is not SkipReason.TIME)


def test_only_the_next_session_after_no_time_is_short():
    skipped = [Skipped(DAY, "couch-stretch", SkipReason.TIME)]
    tomorrow, later = DAY + timedelta(days=1), DAY + timedelta(days=2)
    assert not pressed(skipped, [DAY], DAY)
    assert pressed(skipped, [DAY], tomorrow)
    assert pressed(skipped, [DAY], later)
    assert not pressed(skipped, [DAY, tomorrow], later)
    assert not pressed(skipped, [DAY], DAY + timedelta(days=8))
