"""What is worth a word of its own: a first session, a full week, a month of them, round numbers."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.log.entries import LogEntry, Status, week
from scheduler.log.milestones import Milestone, reached, sessions

MONDAY = date(2026, 11, 16)


def entry(n: int, status: Status = Status.DONE) -> LogEntry:
    """One on the n-th day."""
    day = MONDAY + timedelta(days=n)
    return LogEntry(day, status, 6, (), datetime.combine(day, time(8), UTC))


def history(days: list[int], since: int = 0) -> dict[int, Milestone]:
    """What is reached on which of these days, logged one after the other."""
    came, told = MONDAY + timedelta(days=since), {}
    for at, n in enumerate(days):
        before = [entry(each) for each in days[:at]]
        if found := reached(before, entry(n), came):
            told[n] = found
    return told


def test_five_days_of_each_of_four_weeks() -> None:
    days = [week * 7 + day for week in range(4) for day in range(5)]
    assert history(days) == {
        0: Milestone.FIRST,
        4: Milestone.WEEK,
        11: Milestone.WEEK,
        18: Milestone.WEEK,
        25: Milestone.MONTH,
    }


def test_ten_sessions_that_fill_no_week() -> None:
    days = [week * 7 + day for week in range(10) for day in range(2)]
    assert history(days) == {0: Milestone.FIRST, 29: Milestone.ROUND, 64: Milestone.ROUND}


def test_a_first_week_from_friday_on_is_full_with_two() -> None:
    assert history([4, 5], since=4) == {4: Milestone.FIRST, 5: Milestone.WEEK}
    assert history([6], since=6) == {6: Milestone.FIRST}


def test_half_a_session_that_becomes_a_whole_one_fills_the_week_and_is_no_new_session() -> None:
    before = [*(entry(n) for n in range(4)), entry(4, Status.PARTIAL)]
    assert reached(before, entry(4)) is Milestone.WEEK
    assert reached([entry(0, Status.PARTIAL)], entry(0)) is None


def test_a_day_off_is_no_deed_though_it_lowers_the_goal() -> None:
    before = [entry(n) for n in range(4)]
    assert week([*before, entry(4, Status.EXCUSED)], MONDAY).met
    assert reached(before, entry(4, Status.EXCUSED)) is None


active = st.sampled_from([Status.DONE, Status.PARTIAL])


@given(st.lists(st.tuples(st.integers(0, 60), active), max_size=40), st.integers(0, 60), active)
def test_a_day_is_praised_for_what_was_not_so_before(
    told: list[tuple[int, Status]], n: int, status: Status
) -> None:
    before, new = [entry(*each) for each in told], entry(n, status)
    found = reached(before, new)
    if found in (Milestone.WEEK, Milestone.MONTH):
        assert week([*before, new], new.day).met > week(before, new.day).met
    if found in (Milestone.FIRST, Milestone.ROUND):
        assert sessions([*before, new]) == sessions(before) + 1


@given(st.integers(0, 6), st.sets(st.integers(0, 6)))
def test_a_first_week_never_asks_for_more_days_than_it_has(came: int, done: set[int]) -> None:
    since = MONDAY + timedelta(days=came)
    logged = [entry(n) for n in sorted(done) if n >= came]
    found = week(logged, since, since=since)
    assert found.goal <= 7 - came
    assert found.absent == came
