"""Complaints are a list: no second one overwrites or frees what the first rests (rule R1)."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.taxonomy import Area
from content.screening.after_flag.complaints import (
    GRADED,
    Allowed,
    Answer,
    Complaint,
    add,
    answer,
    clear,
    told,
)
from content.screening.after_flag.false_alarms import Meant, take_back
from content.screening.after_flag.held import (
    REMEMBERED,
    back_since,
    due,
    graded,
    next_question,
    open_ones,
    resting,
    still_held,
)
from content.screening.after_flag.stored_complaints import read, stored
from content.screening.screen import own_lexicon
from content.screening.urgency import Urgency

DAY = date(2026, 11, 16)
A_DAY = timedelta(days=1)
FLAGS = {flag["id"]: Urgency(flag["urgency"]) for flag in own_lexicon().tables["flags"]["flags"]}
FLAGS |= {"something-new": Urgency.DAYS, "something-mild": Urgency.VISIT}
RESTS_WHAT_IS_NAMED = ("injury", "lump", "lasting-pain")
SEEN_BY_SOMEBODY = ("after-surgery", "pregnancy-check", "birth-check", "illness-check")
PAIRS = list(permutations(FLAGS, 2))


def complaint(flag: str, *named: Area, name: str = "") -> Complaint:
    return told(name or flag, flag, FLAGS[flag], named, words=f"about {flag}", day=DAY)


def listed(*flags: str) -> tuple[Complaint, ...]:
    found: tuple[Complaint, ...] = ()
    for flag in flags:
        found = add(found, complaint(flag, Area.HIP_JOINT))
    return found


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_telling_or_answering_a_second_one_frees_nothing_of_the_first(first: str, second: str):
    alone, both = set(resting(listed(first))), listed(first, second)
    assert alone <= set(resting(both))
    for said in Answer:
        assert alone <= set(resting(answer(both, second, said, DAY)))
    for allowed in Allowed:
        assert alone <= set(resting(clear(both, second, allowed, DAY)))


@pytest.mark.parametrize("flag", FLAGS)
def test_what_a_flag_rests_is_never_less_for_a_named_area(flag: str):
    bare, named = complaint(flag), complaint(flag, Area.ANKLES)
    assert Area.ANKLES in named.areas
    assert flag in RESTS_WHAT_IS_NAMED or set(bare.areas) <= set(named.areas)


@pytest.mark.parametrize("flag", FLAGS)
def test_no_referral_goes_without_a_rest(flag: str):
    assert complaint(flag).areas


@pytest.mark.parametrize(
    "flag",
    [
        *(flag for flag, urgency in FLAGS.items() if urgency is Urgency.NOW),
        *("bone-stress", "collapse", "general-illness", "after-surgery", "pregnancy"),
    ],
)
def test_the_gravest_rest_everything(flag: str):
    found = complaint(flag, Area.ANKLES)
    assert found.rests_all


@pytest.mark.parametrize("flag", FLAGS)
def test_only_a_mild_one_ends_by_the_runners_word(flag: str):
    mild = FLAGS[flag] is Urgency.VISIT and flag not in SEEN_BY_SOMEBODY
    after = answer(listed(flag), flag, Answer.GONE, DAY)
    assert (not after) is (mild or flag == "self-harm")


def test_a_flag_that_nobody_listed_rests_everything_until_it_is_seen():
    found = told("1", "something-new", Urgency.DAYS, (Area.QUADS,), words="", day=DAY)
    assert found.rests_all
    assert not found.may_end


def test_the_same_story_told_again_is_one_complaint_and_is_asked_about_anew():
    first = answer(listed("nerve"), "nerve", Answer.STILL, DAY)
    again = told("2", "nerve", Urgency.NOW, (Area.QUADS,), words="worse", day=DAY + 3 * A_DAY)
    assert again
    wider = tuple(Area)
    (merged,) = add(first, again)
    assert (merged.urgency, merged.words, merged.asked) == (Urgency.NOW, "worse", 0)
    assert set(merged.areas) == set(wider)
    assert merged.since == DAY


def test_the_same_flag_in_another_place_is_another_complaint():
    knee, hip = complaint("lump", Area.QUADS, name="1"), complaint("lump", Area.GLUTES, name="2")
    assert knee
    assert hip
    both = add(add((), knee), hip)
    assert resting(answer(both, "2", Answer.GONE, DAY)) == (Area.QUADS,)


def test_the_gravest_is_asked_about_first_and_each_has_its_own_day():
    both = listed("locking", "bone-stress")
    assert [each.flag for each in open_ones(both)] == ["bone-stress", "locking"]
    assert due(both, DAY) is None
    tomorrow = DAY + A_DAY
    first = due(both, tomorrow)
    assert first
    assert first.flag == "bone-stress"
    second = due(answer(both, "bone-stress", Answer.STILL, tomorrow), tomorrow)
    assert second
    assert second.flag == "locking"


def test_questions_get_rarer():
    found, day, gaps = listed("nerve"), DAY + A_DAY, []
    for _ in range(6):
        found = answer(found, "nerve", Answer.STILL, day)
        after = next_question(found)
        assert after
        gaps.append((after - day).days)
        day = after
    assert gaps == [1, 2, 3, 7, 7, 7]


def test_cleared_is_graded_for_two_weeks_and_remembered_for_twelve():
    after = clear(listed("bone-stress"), "bone-stress", Allowed.EVERYTHING, DAY)
    assert resting(after) == ()
    assert graded(after, DAY + GRADED - A_DAY)
    assert graded(after, DAY + GRADED) is None
    assert back_since(after) == DAY + GRADED
    assert still_held(after, DAY + REMEMBERED - A_DAY) == after
    assert still_held(after, DAY + REMEMBERED) == ()


def test_gentle_moves_only_stays_graded_until_more_is_allowed():
    gentle = clear(listed("bone-stress"), "bone-stress", Allowed.GENTLE, DAY)
    later = DAY + 3 * GRADED
    assert graded(gentle, later)
    more = clear(gentle, "bone-stress", Allowed.EVERYTHING, later)
    assert graded(more, later + GRADED) is None


def test_seen_but_not_allowed_rests_on():
    after = clear(listed("bone-stress"), "bone-stress", Allowed.NOTHING, DAY)
    assert after[0].open
    assert next_question(after) == DAY + 7 * A_DAY


@given(st.lists(st.sampled_from(sorted(FLAGS)), max_size=6), st.data())
def test_rows_come_back_as_they_were(flags: list[str], data: st.DataObject):
    found = listed(*flags)
    for each in found:
        allowed = data.draw(st.sampled_from(Allowed))
        found = clear(found, each.id, allowed, DAY)
    assert read(stored(found)) == found


def test_locks_by_area_are_read_as_complaints():
    kept = {
        "hip-flexors": {"since": "2026-11-10", "words": "sharp", "urgency": "days", "asked": 2},
        "quads": {"since": "2026-11-10", "words": "sharp", "urgency": "days", "asked": 2},
        "ankles": {"since": "2026-11-12", "words": "locks", "urgency": "visit", "asked": 0},
    }
    sharp, locks = read(kept)
    assert (sharp.areas, sharp.asked, sharp.may_end) == ((Area.HIP_FLEXORS, Area.QUADS), 2, False)
    assert (locks.areas, locks.may_end) == ((Area.ANKLES,), True)
    assert read(None) == ()
    assert stored(()) is None


@pytest.mark.parametrize("meant", [Meant.SAYING, Meant.OVER])
def test_an_emergency_is_taken_back_by_no_tap(meant: Meant):
    crushing = told("1", "heart", Urgency.NOW, (), words="crushing chest", day=DAY)
    assert crushing
    assert take_back([crushing], "1", meant) == (crushing,)
    assert not crushing.may_end


def test_what_is_somebody_elses_rests_nothing_but_dark_thoughts_stay():
    crushing = told("1", "heart", Urgency.NOW, (), words="crushing chest", day=DAY)
    dark = told("2", "self-harm", Urgency.NOW, (), words="no way on", day=DAY)
    assert take_back([crushing, dark], "1", Meant.OTHER) == (dark,)
    assert take_back([crushing, dark], "2", Meant.OTHER) == (crushing, dark)


@pytest.mark.parametrize("urgency", [Urgency.NOW, Urgency.DAYS])
def test_what_is_graver_speaks_before_a_milder_one_that_is_older(urgency: Urgency):
    older = told("1", "locking", Urgency.VISIT, (), words="it locks", day=DAY)
    newer = told("2", "bone-stress", urgency, (), words="hopping hurts", day=DAY + A_DAY)
    both = add([older], newer)
    assert due(both, DAY + A_DAY) == newer
    after = answer(both, "2", Answer.STILL, DAY + A_DAY)
    left = due(after, DAY + A_DAY)
    assert left
    assert left.id == ("2" if urgency is Urgency.NOW else "1")
