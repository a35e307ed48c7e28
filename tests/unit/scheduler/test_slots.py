from datetime import UTC, date, datetime, time

import pytest

from scheduler.calendar.recurrence import Occurrence, RecurrenceRule, fire, next_occurrence
from scheduler.reminders.slots import (
    check_in,
    free_slot,
    settles,
    slot_about,
    slot_at,
    slot_numbered,
)

BERLIN = "Europe/Berlin"
MONDAY, TUESDAY = date(2026, 6, 1), date(2026, 6, 2)


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "daily"),
        (["daily"], "second"),
        (["daily", "third"], "second"),
        (["second"], "daily"),
        (["daily", "second", "third"], None),
        (["snooze", "check-in", "daily"], "second"),
    ],
)
def test_there_is_room_for_three(taken, free):
    assert free_slot(taken) == free


RULES = {
    slot: RecurrenceRule(time.fromisoformat(at), frozenset({0}), BERLIN)
    for slot, at in (("daily", "07:00"), ("second", "20:15"), ("third", "08:15"))
}


@pytest.mark.parametrize(
    ("said", "there", "about"),
    [
        ("07:00", "daily", "daily"),
        ("19:00", None, "daily"),
        ("20:15", "second", "second"),
        ("08:15", "third", "third"),  # its own time goes before the other half of the day
        ("12:00", None, None),
        ("00:00", None, None),
    ],
)
def test_a_reminder_is_named_by_its_time(said, there, about):
    at = time.fromisoformat(said)
    assert slot_at(RULES, at) == there
    assert slot_about(RULES, at) == about


@pytest.mark.parametrize(
    ("number", "slot"), [(1, "daily"), (3, "third"), (4, None), (0, None), (-1, None), (None, None)]
)
def test_a_reminder_is_named_by_its_number(number, slot):
    assert slot_numbered(RULES, number) == slot


@pytest.mark.parametrize(
    ("said", "reminder", "settled"),
    [
        pytest.param((MONDAY, "06:30"), (MONDAY, "07:00"), True, id="before it"),
        pytest.param((MONDAY, "20:00"), (MONDAY, "21:30"), True, id="in the evening"),
        pytest.param((MONDAY, "20:00"), (TUESDAY, "07:00"), False, id="not tomorrow's"),
        pytest.param((MONDAY, "20:00"), (TUESDAY, "02:00"), False, id="nor the coming night's"),
        pytest.param((TUESDAY, "01:00"), (TUESDAY, "02:00"), True, id="that night, before it"),
        pytest.param((TUESDAY, "01:00"), (TUESDAY, "23:00"), False, id="nor the next evening's"),
        pytest.param((TUESDAY, "01:00"), (MONDAY, "23:30"), True, id="late, after midnight"),
    ],
)
def test_done_settles_the_reminders_of_its_day(said, reminder, settled):
    logged_at = fire(said[0], time.fromisoformat(said[1]), BERLIN)
    occurrence = Occurrence(reminder[0], fire(reminder[0], time.fromisoformat(reminder[1]), BERLIN))
    assert settles(MONDAY, logged_at, occurrence, BERLIN) is settled


def test_the_check_in_is_on_sunday_evening():
    planned = next_occurrence(check_in(BERLIN), None, datetime(2026, 6, 1, 12, tzinfo=UTC))
    assert planned == Occurrence(date(2026, 6, 7), datetime(2026, 6, 7, 16, tzinfo=UTC))
    assert check_in(BERLIN) == RecurrenceRule(time(18), frozenset({6}), BERLIN)
