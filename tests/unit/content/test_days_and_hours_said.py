"""Days that are left out and hours that are told: lists, a "no" of before, "but", and spans."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.bundle import Content
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely, understand

Heard = Callable[[str], Meaning]
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAYS = ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"]
WEEK = frozenset(range(7))
some = st.lists(st.sampled_from(range(7)), min_size=1, max_size=6, unique=True)


@pytest.fixture(scope="module")
def sure(content: Content) -> Heard:
    def heard(text: str) -> Meaning:
        known: dict[str, Any] = {"now": NOW, "lexicon": content.lexicon, "cards": content.names}
        found = surely(text, understand(text, texts=content.texts, **known), **known)
        assert len(found) == 1, text
        return found[0]

    return heard


@given(some, st.sampled_from(["or", "and"]))
def test_all_of_a_list_is_left_out(sure: Heard, days: list[int], joint: str) -> None:
    *first, last = (DAYS[day] for day in days)
    listed = f"{', '.join(first)} {joint} {last}" if first else last
    found = sure(f"never on {listed}")
    assert (found.intent, found.days) == (Intent.REMIND_DAYS, WEEK - set(days))


@given(st.sampled_from(range(7)), st.sampled_from(["no", "not now", "not like that"]))
def test_the_no_of_before_leaves_out_no_day(sure: Heard, day: int, denied: str) -> None:
    found = sure(f"{denied}. {DAYS[day]} at 18:40")
    assert (found.at, found.days) == (time(18, 40), {day})


@given(st.sampled_from(range(7)), st.sampled_from(range(7)))
def test_but_beside_single_days_leaves_out_none(sure: Heard, one: int, other: int) -> None:
    found = sure(f"{DAYS[one]}, but {DAYS[other]} too")
    (offered,) = found.offers or (found,)
    assert {one, other} <= offered.days


@given(st.integers(1, 4), st.integers(9, 12), st.integers(14, 20), st.sampled_from([" to ", "-"]))
def test_hours_behind_a_length_are_hours(
    sure: Heard, every: int, first: int, last: int, joint: str
) -> None:
    found = sure(f"every {every} hours {first:02}{joint}{last}")
    assert (found.minutes, found.hours) == (60 * every, (time(first), time(last)))


@given(st.integers(20, 23), st.integers(5, 8), st.sampled_from([" to ", " till ", "-"]))
def test_quiet_hours_are_two_hours(sure: Heard, first: int, last: int, joint: str) -> None:
    found = sure(f"quiet hours {first}{joint}{last}")
    assert found.hours == (time(first), time(last))


@pytest.mark.parametrize("told", ["don't", "please don't", "never", "do not"])
@pytest.mark.parametrize("run", ["after my run", "an hour after i run", "10 minutes before my run"])
def test_a_run_that_is_refused_sets_nothing(sure: Heard, told: str, run: str) -> None:
    found = sure(f"{told} remind me {run}")
    assert found.intent is not Intent.REMIND
    assert all(each.run is None for each in found.offers)


@pytest.mark.parametrize("hour", [6, 7, 11])
@pytest.mark.parametrize(
    ("part", "minute"), [("and half", 30), ("and a half", 30), ("and a quarter", 15)]
)
@pytest.mark.parametrize("frame", ["at {}", "nudge me at {}", "ask me around {} please"])
def test_a_part_behind_an_hour_is_of_that_hour(
    sure: Heard, hour: int, part: str, minute: int, frame: str
) -> None:
    found = sure(frame.format(f"{hour} {part}"))
    assert (found.intent, found.at) == (Intent.REMIND, time(hour, minute))


@pytest.mark.parametrize("text", ["half past 8 I did half of it", "at 8 I did half"])
def test_half_of_a_session_is_no_part_of_an_hour(sure: Heard, text: str) -> None:
    assert sure(text).intent is Intent.PARTIAL
