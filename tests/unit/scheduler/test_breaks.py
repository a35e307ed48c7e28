from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.calendar.quiet import Quiet
from scheduler.calendar.recurrence import DAY, Occurrence, Pause
from scheduler.calendar.zones import local
from scheduler.reminders.desk_breaks import Breaks, next_break, outdated
from tests.unit.scheduler.test_reminder_histories import ZONES, starts, times, weekdays

MONDAY = date(2026, 6, 1)
HOURLY = Breaks(timedelta(minutes=60), "UTC")


def utc(clock: str, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "due"),
    [
        pytest.param("09:10", "10:10", id="an hour after the last one"),
        pytest.param("06:00", "10:00", id="an hour after work has begun"),
        pytest.param("15:59", "16:59", id="the last one before the end"),
    ],
)
def test_a_break_comes_an_hour_after_the_last_move(since, due):
    assert next_break(HOURLY, utc(since), utc(since)) == Occurrence(MONDAY, utc(due))


@pytest.mark.parametrize("since", ["16:00", "16:30", "17:00", "23:00"])
def test_after_work_the_next_one_is_on_the_next_workday(since):
    tuesday = MONDAY + DAY
    assert next_break(HOURLY, utc(since), utc(since)) == Occurrence(tuesday, utc("10:00", tuesday))


def test_the_weekend_is_free():
    friday, monday = MONDAY + 4 * DAY, MONDAY + 7 * DAY
    late = utc("16:30", friday)
    assert next_break(HOURLY, late, late) == Occurrence(monday, utc("10:00", monday))


def test_a_walk_begins_the_hour_anew():
    walked = utc("10:50")
    assert next_break(HOURLY, walked, walked).due == utc("11:50")


def test_a_meeting_is_not_interrupted():
    now = utc("13:30")
    assert next_break(HOURLY, utc("13:00"), now, utc("15:00")).due == utc("15:00")
    assert next_break(HOURLY, utc("13:00"), now, utc("13:45")).due == utc("14:00")
    assert next_break(HOURLY, utc("13:00"), now, utc("17:30")).day == MONDAY + DAY


def test_a_holiday_has_no_breaks():
    away = Breaks(HOURLY.every, "UTC", pauses=(Pause(MONDAY + 2 * DAY, MONDAY),))
    assert next_break(away, utc("09:00"), utc("09:00")).day == MONDAY + 2 * DAY


def test_hours_too_short_for_a_break_have_none():
    assert (
        next_break(Breaks(HOURLY.every, "UTC", time(9), time(10)), utc("08:00"), utc("08:00"))
        is None
    )


def test_a_late_shift_goes_on_after_midnight_until_it_is_quiet():
    shift = Breaks(HOURLY.every, "UTC", time(20), time(4), quiet=Quiet(time(2), time(10)))
    assert next_break(shift, utc("23:30"), utc("23:30")) == Occurrence(
        MONDAY, utc("00:30", MONDAY + DAY)
    )
    assert next_break(shift, utc("01:30", MONDAY + DAY), utc("01:30", MONDAY + DAY)) == Occurrence(
        MONDAY + DAY, utc("21:00", MONDAY + DAY)
    )


def test_a_break_is_worth_nothing_when_it_is_over():
    assert not outdated(utc("10:00"), utc("10:10"))
    assert outdated(utc("10:00"), utc("10:11"))


@pytest.mark.parametrize(
    ("every", "days"), [(19, range(5)), (241, range(5)), (0, range(5)), (60, []), (60, [7])]
)
def test_what_makes_no_sense_is_refused(every, days):
    with pytest.raises(ValueError, match="use"):
        Breaks(timedelta(minutes=every), "UTC", days=frozenset(days))


plans = st.builds(
    Breaks,
    st.integers(20, 240).map(lambda minutes: timedelta(minutes=minutes)),
    st.sampled_from(ZONES),
    times,
    times,
    weekdays,
)


@settings(max_examples=200, deadline=None)
@given(plans, starts)
def test_always_at_work_never_in_quiet_hours_and_never_too_soon(plan, now):
    """A fortnight of breaks, each taken when it comes."""
    moved, end = now, now + 14 * DAY
    while (found := next_break(plan, moved, moved)) and found.due < end:
        begins, ends = plan.hours(found.day)
        assert begins + plan.every <= found.due < ends
        assert found.due - moved >= plan.every
        assert found.day.weekday() in plan.days
        assert not plan.quiet.covers(found.due, plan.zone)
        moved = found.due


@settings(max_examples=200, deadline=None)
@given(plans, starts)
def test_never_none_while_there_is_room(plan, now):
    """In plain words: whoever sits at work for longer than the interval gets a break."""
    found = next_break(plan, now, now)
    day = local(now, plan.zone).date()
    for each in (day - DAY, day, day + DAY):
        begins, ends = plan.hours(each)
        due = max(now, begins) + plan.every
        if each.weekday() in plan.days and due < ends and not plan.quiet.covers(due, plan.zone):
            assert found is not None
            assert found.due <= due
