"""The forecast: what is due against the budget."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.planning.forecast import Due, forecast

NOW = datetime(2026, 11, 16, 5, 20, tzinfo=UTC)
SIX = datetime(2026, 11, 16, 6, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def test_a_morning_that_is_larger_than_the_budget():
    (hour,) = forecast([Due(SIX, BERLIN, 41_000), Due(SIX, "Africa/Lagos", 1_000)], NOW, 28)
    assert (hour.start, hour.due, hour.peak.zone) == (SIX, 42_000, BERLIN)
    assert hour.wait == timedelta(seconds=1500)


def test_what_one_hour_leaves_over_delays_the_next():
    later = SIX + timedelta(hours=1)
    hours = forecast([Due(SIX, BERLIN, 7200), Due(later, BERLIN, 10)], NOW, 1)
    assert [hour.wait for hour in hours] == [timedelta(hours=2), timedelta(hours=1, seconds=10)]


def test_what_is_overdue_counts_as_due_now():
    (hour,) = forecast([Due(NOW - timedelta(hours=2), BERLIN, 28)], NOW, 28)
    assert (hour.start, hour.wait) == (NOW.replace(minute=0), timedelta(seconds=1))


def test_an_empty_day_has_no_hours():
    assert forecast([], NOW, 28) == []


DUES = st.builds(
    Due,
    st.integers(0, 1439).map(lambda minute: SIX + timedelta(minutes=minute)),
    st.sampled_from([BERLIN, "Asia/Tokyo"]),
    st.integers(1, 10_000),
)


@given(st.lists(DUES, max_size=30), st.floats(1, 1000))
def test_nothing_is_lost_and_more_budget_never_means_more_waiting(dues: list[Due], rate: float):
    hours = forecast(dues, NOW, rate)
    assert sum(hour.due for hour in hours) == sum(due.count for due in dues)
    faster = forecast(dues, NOW, 2 * rate)
    assert all(fast.wait <= slow.wait for fast, slow in zip(faster, hours, strict=True))
