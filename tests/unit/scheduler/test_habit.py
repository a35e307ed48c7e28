"""Reminders that learn: rarer when ignored, another time when put off, fewer when not needed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.recurrence import DAY, RecurrenceRule
from scheduler.reminders.habit import (
    TIME_AGAIN,
    Fading,
    ReminderPace,
    ahead,
    better_time,
    comes,
    due_again,
    fading,
    pace,
    reminded_days,
    runs_by_itself,
)
from scheduler.reminders.quieter import Messages, QuieterStep, next_step, weekly_day

START = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ignored", "found"),
    [(0, "daily"), (6, "daily"), (7, "weekly"), (9, "weekly"), (10, "stopped"), (99, "stopped")],
)
def test_silence_makes_reminders_weekly_and_then_ends_them(ignored: int, found: str) -> None:
    assert pace(ignored) is ReminderPace(found)


def done(*minutes: int) -> list[datetime]:
    return [START + timedelta(days=n, minutes=late) for n, late in enumerate(minutes)]


@pytest.mark.parametrize(
    ("at", "snoozed", "logged", "found"),
    [
        (time(7), [True] * 3, done(0, 10, 5), time(19, 45)),  # Berlin is an hour ahead
        (time(7), [True, True, False, False, True], done(0, 0, 0, 0, 0), time(19, 45)),
        (time(7), [True, True, False], done(0, 0, 0), None),
        (time(7), [True] * 3, done(0, 0), None),
        (time(19, 30), [True] * 3, done(0, 0, 0), None),  # too near to bother anybody
    ],
)
def test_a_better_time_is_asked_for(
    at: time, snoozed: list[bool], logged: list[datetime], found: time | None
) -> None:
    assert better_time(at, snoozed, logged, "Europe/Berlin") == found


def test_a_better_time_may_lie_around_midnight() -> None:
    late = [datetime(2026, 11, day, 22, 55, tzinfo=UTC) for day in (23, 24, 25)]
    assert better_time(time(22), [True] * 3, late, "Europe/Berlin") == time(0)


def test_it_runs_by_itself_after_twenty_days_mostly_before_the_reminder() -> None:
    assert runs_by_itself([True] * 16 + [False] * 4)
    assert not runs_by_itself([True] * 15 + [False] * 5)
    assert not runs_by_itself([True] * 19)


MONDAY = date(2026, 11, 16)
DAILY = RecurrenceRule(time(7), frozenset(range(7)), "Europe/Berlin")


@given(st.integers(0, 40), st.frozensets(st.integers(0, 6), min_size=1), st.data())
def test_days_with_a_reminder_are_the_last_ones_and_none_that_was_off(
    known: int, weekdays: frozenset[int], data: st.DataObject
) -> None:
    since = MONDAY - known * DAY
    off = data.draw(st.sets(st.integers(0, known).map(lambda n: MONDAY - n * DAY)))
    days = reminded_days(replace(DAILY, days=weekdays), MONDAY, since, off)
    assert days == sorted(days)
    assert len(days) <= 20
    assert all(since < each <= MONDAY and each.weekday() in weekdays for each in days)
    assert not off.intersection(days)


def test_done_before_the_reminder_is_by_the_clock_of_the_runner() -> None:
    done = {
        MONDAY: datetime(2026, 11, 16, 5, 59, tzinfo=UTC),
        MONDAY + DAY: datetime(2026, 11, 17, 6, 0, tzinfo=UTC),
    }
    assert ahead(DAILY, [MONDAY, MONDAY + DAY, MONDAY + 2 * DAY], done) == [True, False, False]


def test_a_question_comes_again_only_after_its_time() -> None:
    assert due_again(None, MONDAY, TIME_AGAIN)
    assert not due_again(MONDAY, MONDAY + 20 * DAY, TIME_AGAIN)
    assert due_again(MONDAY, MONDAY + 21 * DAY, TIME_AGAIN)


def test_breaks_fade_once_and_then_end() -> None:
    assert [n for n in range(1, 20) if fading(n) is Fading.HALVED] == [10]
    assert [n for n in range(1, 22) if fading(n) is Fading.STOPPED] == [20, 21]


@given(
    st.builds(
        Messages,
        breaks=st.booleans(),
        repeats=st.booleans(),
        reminders=st.integers(0, 3),
        days=st.integers(1, 7),
        recap=st.booleans(),
    )
)
def test_each_step_is_quieter_and_silence_is_reached(now: Messages) -> None:
    left = {
        QuieterStep.BREAKS: lambda m: replace(m, breaks=False),
        QuieterStep.REPEAT: lambda m: replace(m, repeats=False),
        QuieterStep.EXTRA: lambda m: replace(m, reminders=1),
        QuieterStep.EVERY_OTHER: lambda m: replace(m, days=3),
        QuieterStep.RECAP: lambda m: replace(m, recap=False),
        QuieterStep.WEEKLY: lambda m: replace(m, days=1),
        QuieterStep.OFF: lambda m: replace(m, reminders=0),
    }
    for _ in range(len(left)):
        step = next_step(now)
        if step is QuieterStep.NOTHING:
            break
        after = left[step](now)
        assert after != now
        now = after
    assert next_step(now) is QuieterStep.NOTHING
    assert not now.breaks
    assert not now.reminders


@given(st.sets(st.integers(0, 6), min_size=1), st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_once_a_week_begins_as_late_as_the_days_allow(days: set[int], today: date) -> None:
    kept = weekly_day(days, today)
    first = {day: (day - today.weekday() - 1) % 7 + 1 for day in days}  # days until it comes
    assert first[kept] == max(first.values())
    assert today.weekday() not in days or first[kept] == 7


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(1, 30))
def test_a_weekly_reminder_leaves_a_week_of_peace(told: date, later: int) -> None:
    assert comes(ReminderPace.WEEKLY, told, told + timedelta(days=later)) == (later >= 7)
    assert comes(ReminderPace.DAILY, told, told + timedelta(days=later))
    assert not comes(ReminderPace.STOPPED, told, told + timedelta(days=later))
