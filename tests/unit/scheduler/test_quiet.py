from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.quiet import QUIET, Quiet
from scheduler.calendar.repeats import GAP, next_repeat
from tests.unit.scheduler.test_reminder_histories import ZONES, starts

times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))


def utc(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-06-01T{clock}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("21:59", False), ("22:00", True), ("23:30", True), ("05:59", True), ("06:00", False)],
)
def test_the_night_is_quiet_from_ten_to_six(clock, quiet):
    assert QUIET.covers(utc(clock), "UTC") is quiet


@pytest.mark.parametrize(("clock", "quiet"), [("12:59", False), ("13:00", True), ("14:00", False)])
def test_quiet_hours_may_be_at_noon(clock, quiet):
    assert Quiet(time(13), time(14)).covers(utc(clock), "UTC") is quiet


def test_quiet_hours_of_no_length_are_none():
    assert not any(
        Quiet(time(8), time(8)).covers(utc(f"{hour:02}:00"), "UTC") for hour in range(24)
    )


@given(starts, st.sampled_from(ZONES), st.builds(Quiet, times, times))
def test_what_waits_for_the_end_of_quiet_hours_comes_just_after_them(moment, zone, quiet):
    over = quiet.over(moment, zone)
    if not quiet.covers(moment, zone):
        assert over == moment
        return
    assert moment < over <= moment + timedelta(hours=25)
    assert quiet.covers(over - timedelta(minutes=1), zone)


class TestRepeats:
    def test_twice_at_most_an_hour_apart(self):
        told = utc("07:00")
        assert [next_repeat(told, asked, "UTC", QUIET) for asked in range(4)] == [
            told + GAP,
            told + GAP,
            None,
            None,
        ]

    def test_never_in_quiet_hours(self):
        assert next_repeat(utc("21:30"), 0, "UTC", QUIET) is None
        assert next_repeat(utc("20:59"), 0, "UTC", QUIET) == utc("21:59")
        assert next_repeat(utc("04:30"), 0, "UTC", QUIET) is None

    @given(starts, st.sampled_from(ZONES), st.builds(Quiet, times, times), st.integers(0, 5))
    def test_whatever_the_hours_are(self, told, zone, quiet, asked):
        again = next_repeat(told, asked, zone, quiet)
        assert again is None or (again > told and not quiet.covers(again, zone) and asked < 2)
