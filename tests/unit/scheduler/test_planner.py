"""What a due row becomes: rules survive their row, and each slot is followed by what it should."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.recurrence import Pause, RecurrenceRule
from scheduler.planning.memory import Priority, Reminder
from scheduler.planning.planner import plan
from scheduler.planning.retime import again
from scheduler.reminders.desk_breaks import Breaks
from scheduler.reminders.series import breaks_of, rule_of, stored, stored_breaks
from tests.unit.scheduler.test_breaks import plans
from tests.unit.scheduler.test_reminder_histories import ZONES, times, weekdays

MONDAY = date(2026, 6, 1)
SEVEN = datetime(2026, 6, 1, 7, tzinfo=UTC)
DAY = timedelta(days=1)
DAILY = RecurrenceRule(time(7), frozenset(range(7)), "UTC")
dates = st.dates(date(2024, 1, 1), date(2030, 1, 1))
pauses = st.lists(st.builds(Pause, dates, st.none() | dates), max_size=2).map(tuple)
full_rules = st.builds(
    RecurrenceRule,
    times,
    weekdays,
    st.sampled_from(ZONES),
    st.none() | dates,
    pauses,
    st.booleans(),
    st.booleans(),
)


def here(_reminder: Reminder, moment: datetime) -> datetime:
    return moment


def row(rule: RecurrenceRule, **changes) -> Reminder:
    return replace(Reminder(1, "daily", SEVEN, MONDAY, stored(rule)), **changes)


@given(full_rules)
def test_a_rule_survives_its_row(rule):
    assert rule_of(json.loads(json.dumps(stored(rule)))) == rule


@given(plans, pauses)
def test_breaks_survive_their_row(breaks, paused):
    breaks = replace(breaks, pauses=paused)
    assert breaks_of(json.loads(json.dumps(stored_breaks(breaks)))) == breaks


def test_a_row_of_the_first_version_is_still_understood():
    first = {"at": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "zone": "UTC", "until": None}
    assert rule_of(first) == DAILY


def test_a_day_follows_a_day():
    planned = plan(row(DAILY), SEVEN, here)
    assert (planned.reminder.due, planned.reminder.day) == (SEVEN + DAY, MONDAY + DAY)
    assert (planned.reminder.served, planned.reminder.handed) == (MONDAY, SEVEN)
    assert (planned.handover.due, planned.handover.missed) == (SEVEN, 0)


def test_a_busy_minute_may_have_moved_the_row_but_not_the_moment():
    moved = row(DAILY, due=SEVEN + timedelta(minutes=8))
    assert plan(moved, SEVEN + timedelta(minutes=8), here).handover.due == SEVEN


def test_days_that_went_by_are_counted_and_not_told():
    planned = plan(row(DAILY), SEVEN + 2 * DAY + timedelta(hours=4), here)
    assert planned.handover.missed == 3
    assert planned.reminder.handed is None
    assert planned.reminder.day == MONDAY + 3 * DAY


def test_a_holiday_is_passed_over():
    away = replace(DAILY, pauses=(Pause(MONDAY + 4 * DAY, MONDAY + DAY),))
    assert plan(row(away), SEVEN, here).reminder.day == MONDAY + 4 * DAY


def test_the_last_day_is_followed_by_rest():
    assert plan(row(replace(DAILY, until=MONDAY)), SEVEN, here).reminder.due is None


def test_a_break_is_followed_by_the_next_and_makes_no_room():
    hourly = Breaks(timedelta(hours=1), "UTC")
    ten = SEVEN + timedelta(hours=3)
    due = Reminder(1, "break", ten, MONDAY, stored_breaks(hourly))
    planned = plan(due, ten, lambda *_: SEVEN)
    assert planned.reminder.due == ten + timedelta(hours=1)
    assert planned.handover.priority is Priority.REMINDER


def test_what_comes_once_is_followed_by_rest():
    assert plan(Reminder(1, "snooze", SEVEN, MONDAY), SEVEN, here).reminder.due is None


def test_another_tz_database_moves_the_instant_and_keeps_the_date():
    hour = timedelta(hours=1)
    assert again(row(DAILY, due=SEVEN + hour)) == row(DAILY)
    assert again(row(DAILY)) is None
    assert again(row(DAILY, due=SEVEN + timedelta(minutes=9))) is None  # made room
