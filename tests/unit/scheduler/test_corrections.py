"""Corrections: any day of the last week becomes what it is said to be, and nothing else changes."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.log.corrections import called_off, correct, days_off, of_day, returned
from scheduler.log.entries import (
    ACTIVE,
    OFF,
    LogEntry,
    LogRefusal,
    Status,
    log,
    states,
    streak,
    undo,
    week,
)

ZONE, NOW = "Europe/Berlin", datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = date(2026, 11, 18)
DAY = timedelta(days=1)

statuses = st.sampled_from([Status.DONE, Status.PARTIAL, Status.EXCUSED])
lately = st.integers(0, 7).map(lambda back: TODAY - back * DAY)
histories = st.lists(
    st.builds(
        LogEntry,
        day=st.integers(0, 20).map(lambda back: TODAY - back * DAY),
        status=statuses,
        minutes=st.one_of(st.none(), st.integers(1, 40)),
        cards=st.sampled_from([(), ("clamshell",), ("clamshell", "couch-stretch")]),
        logged_at=st.just(NOW),
    ),
    max_size=12,
)


@given(histories, statuses, lately)
def test_the_day_becomes_what_was_said_and_no_other_day_changes(
    entries: list[LogEntry], status: Status, day: date
) -> None:
    found = correct(entries, status, NOW, ZONE, day)
    after = states([*entries, found.entry] if found.entry else entries)
    assert after[day].status is status
    assert (status in ACTIVE) or after[day].cards == () or found.already
    assert {d: e for d, e in after.items() if d != day} == {
        d: e for d, e in states(entries).items() if d != day
    }
    assert correct([*entries, *filter(None, [found.entry])], status, NOW, ZONE, day).already


@given(histories, st.integers(1, 30))
def test_days_that_cannot_be_mended(entries: list[LogEntry], far: int) -> None:
    assert correct(entries, Status.DONE, NOW, ZONE, TODAY + far * DAY).refusal is LogRefusal.FUTURE
    old = correct(entries, Status.DONE, NOW, ZONE, TODAY - (7 + far) * DAY)
    assert old.refusal is LogRefusal.TOO_LONG_AGO


@given(histories, lately)
def test_a_cleared_day_is_open(entries: list[LogEntry], day: date) -> None:
    gone = of_day(entries, day)
    assert day not in states([each for each in entries if each not in gone])


@given(histories, st.integers(0, 10), st.integers(1, 60))
def test_days_off_never_cost_a_streak_and_end_with_the_pause(
    entries: list[LogEntry], start: int, length: int
) -> None:
    since = TODAY + start * DAY
    off = days_off(entries, since, since + length * DAY, NOW, "ill")
    assert all(since <= each.day < since + length * DAY for each in off)
    after = [*entries, *off]
    for weeks in range(10):
        later = TODAY + timedelta(weeks=weeks)
        assert streak(after, later) >= streak(entries, later)
        assert week(after, later).done == week(entries, later).done
    assert undo(after, NOW) == undo(entries, NOW)
    left = [each for each in after if each not in called_off(after, TODAY)]
    assert left == [each for each in entries if each.source != OFF]


@given(st.integers(1, 9))
def test_the_first_day_after_a_pause_is_known(length: int) -> None:
    off = days_off([], TODAY - length * DAY, TODAY, NOW, "travel")
    last = returned(off, TODAY)
    assert last is not None
    assert last.note == "travel"
    assert returned(off, TODAY + DAY) is None
    done = log(off, Status.DONE, NOW, ZONE)
    assert done.entry is not None
    assert returned([*off, done.entry], TODAY) is None
