from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.days import logging_day, week_of

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ("2026-06-02T00:00", "2026-06-01"),
        ("2026-06-02T03:59:59", "2026-06-01"),
        ("2026-06-02T04:00", "2026-06-02"),
        ("2026-06-02T23:59", "2026-06-02"),
        pytest.param("2026-03-29T03:59", "2026-03-28", id="an hour missing that night"),
        pytest.param("2026-03-29T04:00", "2026-03-29", id="and the day still begins at four"),
        pytest.param("2026-10-25T03:59", "2026-10-24", id="an hour twice that night"),
        pytest.param("2026-10-25T04:00", "2026-10-25", id="and the day begins at four again"),
    ],
)
def test_a_runners_day_ends_at_four_on_the_clock(clock, day):
    now = datetime.fromisoformat(clock).replace(tzinfo=BERLIN).astimezone(UTC)
    assert logging_day(now, "Europe/Berlin") == date.fromisoformat(day)


def test_the_same_moment_is_another_day_elsewhere():
    now = datetime(2026, 6, 1, 17, tzinfo=UTC)
    assert logging_day(now, "Pacific/Kiritimati") == date(2026, 6, 2)
    assert logging_day(now, "Pacific/Pago_Pago") == date(2026, 6, 1)


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="aware"):
        logging_day(datetime(2026, 6, 1), "Europe/Berlin")  # noqa: DTZ001


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_week_runs_from_monday_to_sunday(day):
    monday = week_of(day)
    assert monday.weekday() == 0
    assert monday <= day < monday + timedelta(days=7)
