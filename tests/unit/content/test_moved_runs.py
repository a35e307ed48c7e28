"""A run that changes its day goes to the day that is named, and leaves the other one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.meaning import Intent
from tests.unit.content.test_understand import NOW, meanings

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RUNS = ("run", "easy run", "tempo", "intervals", "long run", "10k")
FRAMES = (
    "swap {old}'s {run} for {new}",
    "move my {old} {run} to {new}",
    "{run} from {old} to {new} please",
    "{run} on {new} instead of {old}",
    "I'd rather do the {run} on {new} than on {old}",
    "{old}'s {run} on {new} instead",
    "no {run} on {old}, {new} instead",
    "bring {old}'s {run} forward to {new}",
)


@given(
    st.sampled_from(FRAMES), st.sampled_from(RUNS), st.permutations(DAYS).map(lambda days: days[:2])
)
def test_whatever_the_days_the_run_leaves_one_for_the_other(
    frame: str, run: str, days: list[str]
) -> None:
    old, new = days
    (found,) = meanings(frame.format(old=old, new=new, run=run))
    assert found.intent is Intent.RUN_TOLD, frame
    (left,) = found.skips
    assert found.day is not None
    assert (DAYS[left.weekday()], DAYS[found.day.weekday()]) == (old, new)


@pytest.mark.parametrize(
    "text",
    [
        "move thursday's session to friday",
        "move my reminder from monday to tuesday",
        "I ran on monday instead of tuesday",
        "I run on mondays and fridays",
    ],
)
def test_what_is_no_run_or_is_over_moves_none(text: str) -> None:
    assert not any(each.intent is Intent.RUN_TOLD and each.skips for each in meanings(text))


def test_a_swap_of_two_days_is_asked_which_way_round() -> None:
    (found,) = meanings("swap my tuesday and thursday runs")
    assert found.intent is Intent.SURE
    assert {each.day for each in found.offers} == {each.skips[0] for each in found.offers}


def test_should_i_is_a_question() -> None:
    (found,) = meanings("should I move wednesday's run to thursday?")
    assert found.intent is Intent.SURE
    assert [each.day for each in found.offers] == [found.offers[0].day]
    assert isinstance(found.offers[0].day, date)
    assert found.offers[0].day > NOW.date()
