"""Reminders that learn: rarer when ignored, another time when put off, fewer when not needed."""

from datetime import UTC, datetime, time, timedelta

import pytest

from scheduler.habit import Pace, better_time, pace, runs_by_itself

START = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ignored", "found"),
    [(0, "daily"), (6, "daily"), (7, "weekly"), (9, "weekly"), (10, "stopped"), (99, "stopped")],
)
def test_silence_makes_reminders_weekly_and_then_ends_them(ignored: int, found: str) -> None:
    assert pace(ignored) is Pace(found)


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
