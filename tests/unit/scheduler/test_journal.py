from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.log.entries import (
    STRENGTH,
    LogEntry,
    Logged,
    LogRefusal,
    Status,
    log,
    streak,
    undo,
    week,
)

DONE, PARTIAL, EXCUSED, MISSED = Status
NOW = datetime(2026, 6, 3, 9, tzinfo=UTC)  # a Wednesday
TODAY = NOW.date()
MONDAY = TODAY - timedelta(days=2)
ZONE = "Europe/Berlin"


def entry(day: date, status: Status = DONE, minutes: int | None = 10) -> LogEntry:
    return LogEntry(
        day, status, minutes, (), datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    )


def days(pattern: str, monday: date = MONDAY) -> list[LogEntry]:
    """A line of letters from a Monday on: d, p, e, m as the statuses begin, a dot for nothing."""
    meaning = {status.value[0]: status for status in Status}
    return [
        entry(monday + timedelta(days=n), meaning[outgoing])
        for n, outgoing in enumerate(pattern.replace(" ", ""))
        if outgoing != "."
    ]


class TestLogging:
    def test_the_first_done_of_a_day_is_written_down(self):
        logged = log([], DONE, NOW, ZONE, minutes=12, cards=("couch-stretch",))
        assert logged == Logged(LogEntry(TODAY, DONE, 12, ("couch-stretch",), NOW))

    @pytest.mark.parametrize(
        ("before", "status", "written"),
        [
            (DONE, DONE, False),
            (DONE, PARTIAL, False),
            (DONE, EXCUSED, False),
            (DONE, MISSED, False),
            (PARTIAL, DONE, True),
            (PARTIAL, PARTIAL, False),
            (PARTIAL, EXCUSED, False),
            (EXCUSED, DONE, True),
            (EXCUSED, PARTIAL, True),
            (EXCUSED, EXCUSED, False),
            (EXCUSED, MISSED, False),
            (MISSED, DONE, True),
            (MISSED, EXCUSED, True),
        ],
    )
    def test_a_day_only_ever_gets_better(self, before, status, written):
        logged = log([entry(TODAY, before)], status, NOW, ZONE)
        assert (logged.entry is not None, logged.already) == (written, not written)
        assert logged.refusal is None

    def test_done_after_a_part_keeps_what_was_known_of_the_part(self):
        part = LogEntry(TODAY, PARTIAL, 6, ("leg-swings", "glute-bridge"), NOW)
        whole = log([part], DONE, NOW, ZONE, cards=("glute-bridge", "clamshell")).entry
        assert (whole.minutes, whole.cards) == (6, ("leg-swings", "glute-bridge", "clamshell"))
        assert log([part], DONE, NOW, ZONE, minutes=0).entry.minutes == 0

    def test_yesterday_done_does_not_make_today_done(self):
        assert log([entry(TODAY - timedelta(days=1))], DONE, NOW, ZONE).entry.day == TODAY

    def test_at_half_past_three_it_is_still_the_evening_before(self):
        night = datetime(2026, 6, 4, 1, 30, tzinfo=UTC)
        assert log([], DONE, night, ZONE).entry.day == TODAY
        assert log([entry(TODAY)], DONE, night, ZONE).already

    @pytest.mark.parametrize("back", range(8))
    def test_a_day_of_the_last_week_can_be_added(self, back):
        day = TODAY - timedelta(days=back)
        assert log([], DONE, NOW, ZONE, day).entry == LogEntry(day, DONE, None, (), NOW)

    @pytest.mark.parametrize(
        ("days_from_now", "refusal"),
        [(1, LogRefusal.FUTURE), (300, LogRefusal.FUTURE), (-8, LogRefusal.TOO_LONG_AGO)],
    )
    def test_tomorrow_and_long_ago_are_refused_in_a_word(self, days_from_now, refusal):
        logged = log([], DONE, NOW, ZONE, TODAY + timedelta(days=days_from_now))
        assert logged == Logged(None, already=False, refusal=refusal)

    def test_where_tomorrow_has_begun_it_can_be_logged(self):
        evening = datetime(2026, 6, 3, 18, tzinfo=UTC)
        day = TODAY + timedelta(days=1)
        assert log([], DONE, evening, "Pacific/Kiritimati", day).entry.day == day
        assert log([], DONE, evening, "Europe/Berlin", day).refusal is LogRefusal.FUTURE

    def test_where_it_came_from_and_what_was_said_are_kept(self):
        logged = log([], EXCUSED, NOW, ZONE, note="a cold", source="tap").entry
        assert (logged.note, logged.source) == ("a cold", "tap")

    def test_naive_moments_are_refused(self):
        naive = datetime(2026, 6, 3, 9)  # noqa: DTZ001
        with pytest.raises(ValueError, match="aware"):
            log([], DONE, naive, ZONE)
        with pytest.raises(ValueError, match="aware"):
            undo([entry(TODAY)], naive)
        with pytest.raises(ValueError, match="aware"):
            replace(entry(TODAY), logged_at=naive)


class TestUndo:
    def test_takes_back_the_newest_entry_whatever_day_it_is_for(self):
        backdated = replace(entry(MONDAY), logged_at=NOW)
        assert undo([entry(TODAY), backdated], NOW) is backdated

    def test_of_nothing_is_nothing(self):
        assert undo([], NOW) is None

    def test_leaves_alone_what_was_said_over_a_week_ago(self):
        old = entry(TODAY)
        week_on = old.logged_at + timedelta(days=7)
        assert undo([old], week_on) is old
        assert undo([old], week_on + timedelta(seconds=1)) is None

    def test_of_an_upgrade_leaves_the_part(self):
        entries = [entry(TODAY, PARTIAL)]
        entries.append(log(entries, DONE, NOW, ZONE).entry)
        entries.remove(undo(entries, NOW))
        assert week(entries, TODAY).days[2] is PARTIAL


class TestWeek:
    def test_shows_each_day_and_counts_the_done_ones(self):
        found = week(days("d p e . d"), TODAY)
        assert found.days == (DONE, PARTIAL, EXCUSED, None, DONE, None, None)
        assert (found.done, found.minutes, found.met) == (2, 30, False)

    def test_takes_the_newest_word_on_a_day(self):
        entries = [entry(TODAY, PARTIAL, 4), entry(TODAY, DONE, 9)]
        assert (week(entries, TODAY).done, week(entries, TODAY).minutes) == (1, 9)

    def test_leaves_out_last_sunday_and_next_monday(self):
        around = [entry(MONDAY - timedelta(days=1)), entry(MONDAY + timedelta(days=7))]
        assert week(around, TODAY).done == 0

    @pytest.mark.parametrize(
        ("excused", "goal"), [(0, 5), (1, 4), (2, 4), (3, 3), (4, 2), (5, 1), (6, 1), (7, 0)]
    )
    def test_excused_days_lower_the_goal_in_proportion(self, excused, goal):
        assert week(days("e" * excused), TODAY).goal == goal

    def test_a_small_goal_never_falls_to_nothing_while_a_day_is_left(self):
        assert week(days("eeeeee"), TODAY, goal=1).goal == 1
        assert not week(days("eeeeee"), TODAY, goal=1).met


class TestStreak:
    LAST, BEFORE, LONG_AGO = (MONDAY - timedelta(weeks=n) for n in (1, 2, 3))

    def test_is_nothing_at_the_start(self):
        assert streak([], TODAY) == 0

    def test_counts_weeks_that_met_the_goal(self):
        entries = days("ddddd..", self.BEFORE) + days("d.dd.dd", self.LAST)
        assert streak(entries, TODAY) == 2

    def test_this_week_counts_once_it_is_met(self):
        last = days("ddddd..", self.LAST)
        assert streak(last + days("dddd"), TODAY) == 1
        assert streak(last + days("ddddd"), TODAY) == 2

    def test_ends_at_a_week_that_fell_short(self):
        entries = (
            days("ddddd", self.LONG_AGO) + days("dddd", self.BEFORE) + days("ddddd", self.LAST)
        )
        assert streak(entries, TODAY) == 1

    def test_partial_days_are_no_done_days(self):
        assert streak(days("ddddp", self.LAST), TODAY) == 0

    def test_two_excused_days_leave_four_to_do(self):
        assert streak(days("dddd.ee", self.LAST), TODAY) == 1
        assert streak(days("ddd..ee", self.LAST), TODAY) == 0

    def test_a_week_off_sick_neither_counts_nor_breaks(self):
        entries = days("ddddd", self.BEFORE) + days("eeeeeee", self.LAST)
        assert streak(entries, TODAY) == 1
        assert streak(days("eeeeeee", self.LAST), TODAY) == 0

    def test_follows_the_runners_own_goal(self):
        entries = days("d.d.d", self.LAST)
        assert (streak(entries, TODAY, goal=3), streak(entries, TODAY)) == (1, 0)


histories = st.lists(
    st.tuples(st.sampled_from(Status), st.integers(0, 13), st.integers(0, 7)), max_size=30
)


def lived(history) -> list[LogEntry]:
    entries = []
    for minutes, (status, day, back) in enumerate(history):
        now = NOW + timedelta(days=day, minutes=minutes)
        logged = log(entries, status, now, ZONE, now.date() - timedelta(days=back))
        if logged.entry:
            entries.append(logged.entry)
    return entries


@given(histories)
def test_saying_it_again_changes_nothing(history):
    entries = lived(history)
    for each in entries:
        again = log(entries, each.status, each.logged_at, ZONE, each.day)
        assert again == Logged(None, already=True)


@given(histories)
def test_undoing_everything_walks_every_day_back_to_nothing(history):
    entries = lived(history)
    now = NOW + timedelta(days=14)
    while newest := undo(entries, now):
        earlier = [each for each in entries if each.day == newest.day and each is not newest]
        assert all(STRENGTH[each.status] < STRENGTH[newest.status] for each in earlier)
        entries.remove(newest)
    assert not entries or now - entries[-1].logged_at > timedelta(days=7)


@given(histories, st.integers(0, 7))
def test_an_excuse_never_costs_a_streak(history, back):
    entries = lived(history)
    today = TODAY + timedelta(days=14)
    excused = log(entries, EXCUSED, NOW, ZONE, TODAY - timedelta(days=back)).entry
    after = [*entries, excused] if excused else entries
    assert streak(after, today) >= streak(entries, today)
