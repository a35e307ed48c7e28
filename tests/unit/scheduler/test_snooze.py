from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.recurrence import DAY, Pause, RecurrenceRule
from scheduler.calendar.zones import local
from scheduler.reminders.snooze import (
    LONGEST,
    Snoozed,
    SnoozeRefusal,
    after,
    on,
    this_evening,
    tomorrow,
    until,
)
from tests.unit.scheduler.test_reminder_histories import ZONES, starts

BERLIN = "Europe/Berlin"
MONDAY = date(2026, 6, 1)
TUESDAY = MONDAY + DAY
SEVEN = RecurrenceRule(time(7), frozenset(range(7)), BERLIN)


def berlin(clock: str, day: date = MONDAY) -> datetime:
    """In summer, two hours ahead of UTC."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC) - timedelta(hours=2)


@pytest.mark.parametrize("minutes", [1, 20, 60, 720, 1440])
def test_after_a_length(minutes):
    length = timedelta(minutes=minutes)
    now = berlin("07:05")
    assert after(length, now, BERLIN).due == now + length


@pytest.mark.parametrize(
    ("minutes", "refusal"),
    [
        (0, SnoozeRefusal.TOO_SOON),
        (-5, SnoozeRefusal.TOO_SOON),
        (1441, SnoozeRefusal.TOO_FAR),
        (9999, SnoozeRefusal.TOO_FAR),
    ],
)
def test_no_length_at_all_and_one_of_days_are_refused_in_a_word(minutes, refusal):
    assert after(timedelta(minutes=minutes), berlin("07:05"), BERLIN) is refusal


@pytest.mark.parametrize(
    ("now", "at", "day", "due"),
    [
        ("07:05", "21:00", MONDAY, "21:00"),
        ("21:00", "21:00", TUESDAY, "21:00"),
        ("23:50", "00:10", TUESDAY, "00:10"),
        ("00:05", "00:10", MONDAY, "00:10"),
    ],
)
def test_until_the_clock_shows_it_next(now, at, day, due):
    found = until(time.fromisoformat(at), berlin(now), BERLIN)
    assert found == Snoozed(berlin(due, day), day)


@pytest.mark.parametrize(
    ("now", "due"),
    [("07:05", "19:30"), ("18:59", "19:30"), ("19:00", "21:00"), ("21:00", "23:00")],
)
def test_this_evening_is_half_past_seven_or_two_hours_on(now, due):
    assert this_evening(berlin(now), BERLIN).due == berlin(due)


def test_tomorrow_comes_with_the_series_if_that_has_one():
    now = berlin("07:05")
    assert tomorrow(now, BERLIN, SEVEN) == Snoozed(berlin("07:00", TUESDAY), TUESDAY, True)
    only_mondays = RecurrenceRule(time(7), frozenset({0}), BERLIN)
    assert tomorrow(now, BERLIN, only_mondays) == Snoozed(berlin("07:00", TUESDAY), TUESDAY)
    paused = RecurrenceRule(time(7), frozenset(range(7)), BERLIN, pauses=(Pause(MONDAY + 7 * DAY),))
    assert not tomorrow(now, BERLIN, paused).by_series


def test_tomorrow_at_another_time_is_an_extra_one():
    found = tomorrow(berlin("07:05"), BERLIN, SEVEN, time(9))
    assert found == Snoozed(berlin("09:00", TUESDAY), TUESDAY)


def test_tomorrow_without_a_reminder_is_at_nine():
    assert tomorrow(berlin("22:00"), BERLIN, None).due == berlin("09:00", TUESDAY)


def test_once_on_a_named_date_unless_it_is_over():
    assert on(TUESDAY, time(9), berlin("07:00"), BERLIN).day == TUESDAY
    assert on(MONDAY, time(6), berlin("07:00"), BERLIN) is SnoozeRefusal.TOO_SOON


@given(starts, st.sampled_from(ZONES), st.builds(time, st.integers(0, 23), st.integers(0, 59)))
def test_until_a_time_is_ahead_and_within_a_day_and_a_bit(now, zone, at):
    found = until(at, now, zone)
    assert now < found.due <= now + LONGEST + timedelta(hours=2)
    shown = local(found.due, zone)
    in_a_gap = shown.time() != at
    assert not in_a_gap or (shown - DAY).utcoffset() != shown.utcoffset()
    assert found.day == shown.date()
