"""What follows from a due reminder, and how a crowded morning finds room."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.crowds import Crowds
from scheduler.memory import Priority, Reminder
from scheduler.planner import plan
from scheduler.slots import DAILY, HOLD, SNOOZE
from scheduler.spread import TOLERANCE, offset

SEVEN = datetime(2026, 11, 16, 6, 0, tzinfo=UTC)  # 07:00 in Berlin, a Monday
MONDAY, DAY = date(2026, 11, 16), timedelta(days=1)
RULE = {"at": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "zone": "Europe/Berlin", "until": None}
DAILY_AT_SEVEN = Reminder(5, DAILY, SEVEN, MONDAY, RULE)


def on_the_dot(_reminder: Reminder, moment: datetime) -> datetime:
    return moment


def test_a_series_is_handed_over_and_goes_on_tomorrow():
    planned = plan(DAILY_AT_SEVEN, SEVEN, on_the_dot)
    after = planned.reminder
    assert (after.due, after.day, after.served) == (SEVEN + DAY, MONDAY + DAY, MONDAY)
    assert after.handed == planned.handover.due == SEVEN
    assert planned.handover.missed == 0


def test_what_comes_once_rests_afterwards():
    planned = plan(Reminder(5, SNOOZE, SEVEN, MONDAY), SEVEN, on_the_dot)
    assert planned.reminder.due is None
    assert planned.reminder.handed == SEVEN


def test_a_countdown_goes_before_reminders_and_behind_answers():
    priorities = [
        plan(Reminder(5, slot, SEVEN, MONDAY), SEVEN, on_the_dot).handover.priority
        for slot in (HOLD, SNOOZE)
    ]
    assert priorities == [Priority.TICK, Priority.REMINDER]
    assert Priority.ANSWER < Priority.TICK < Priority.REMINDER < Priority.RECAP


@pytest.mark.parametrize(("days", "missed"), [(0, 0), (1, 1), (3, 3)])
def test_days_that_we_slept_through_are_counted_and_never_told(days: int, missed: int):
    planned = plan(DAILY_AT_SEVEN, SEVEN + days * DAY, on_the_dot)
    assert planned.handover.missed == missed
    assert (planned.reminder.handed is None) == bool(missed)
    assert planned.reminder.due == SEVEN + max(days, 1) * DAY


def test_a_moment_that_was_moved_for_a_crowd_is_still_the_one_that_was_asked_for():
    early = Reminder(5, DAILY, SEVEN - timedelta(minutes=7), MONDAY, RULE)
    planned = plan(early, SEVEN - timedelta(minutes=7), on_the_dot)
    assert planned.handover.due == SEVEN
    assert planned.reminder.day == MONDAY + DAY


@given(st.integers(1, 10**12), st.integers(0, 100_000), st.sampled_from([28.0, 1000.0]))
def test_nobody_is_moved_further_than_they_tolerate(runner: int, crowd: int, rate: float):
    moved = offset(runner, crowd, rate, TOLERANCE)
    assert abs(moved) <= TOLERANCE
    if crowd / rate <= 60:
        assert moved == timedelta(0)


def test_a_crowd_spreads_evenly():
    minutes = [offset(n, 40_000, 28, TOLERANCE) // timedelta(minutes=1) for n in range(20_000)]
    shares = [minutes.count(minute) for minute in range(-10, 10)]
    assert min(shares) > 0.8 * max(shares)


class Counted:
    """Reminders in memory that were asked how crowded a moment is."""

    def __init__(self, crowd: int) -> None:
        self.asked, self._crowd = 0, crowd

    def crowd(self, moment: datetime, within: timedelta, limit: int) -> int:
        self.asked += 1
        return min(self._crowd, limit)


def test_a_crowd_is_counted_once_a_minute_and_exact_runners_are_left_alone():
    crowds, counted = Crowds(28), Counted(40_000)
    spread = crowds.spread(counted, SEVEN)
    exact = Reminder(6, DAILY, SEVEN, MONDAY, {**RULE, "exact": True})
    assert spread(exact, SEVEN) == SEVEN
    assert spread(DAILY_AT_SEVEN, SEVEN) != SEVEN
    crowds.spread(counted, SEVEN + timedelta(seconds=59))(DAILY_AT_SEVEN, SEVEN)
    assert counted.asked == 1
    crowds.spread(counted, SEVEN + timedelta(seconds=60))(DAILY_AT_SEVEN, SEVEN)
    assert counted.asked == 2
