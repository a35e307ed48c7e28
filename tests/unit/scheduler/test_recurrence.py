from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.days import week_of
from scheduler.calendar.recurrence import (
    GRACE,
    Lateness,
    Occurrence,
    Pause,
    RecurrenceRule,
    begin,
    fire,
    judge,
    next_occurrence,
    passed_over,
    replan,
)
from scheduler.calendar.zones import UnknownZone
from scheduler.reminders.series import rule_of, stored

EVERY_DAY = frozenset(range(7))
SEVEN = time(7)
MONDAY = date(2026, 6, 1)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3, 4))
SUNDAY = MONDAY - timedelta(days=1)
BERLIN = RecurrenceRule(SEVEN, EVERY_DAY, "Europe/Berlin")
TOKYO = RecurrenceRule(SEVEN, EVERY_DAY, "Asia/Tokyo")
LOS_ANGELES = RecurrenceRule(SEVEN, EVERY_DAY, "America/Los_Angeles")


def utc(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "at", "zone", "due"),
    [
        pytest.param("2026-01-05", "07:00", "Europe/Berlin", "2026-01-05T06:00", id="winter"),
        pytest.param("2026-07-06", "07:00", "Europe/Berlin", "2026-07-06T05:00", id="summer"),
        pytest.param("2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30", id="gap"),
        pytest.param("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30", id="fold"),
        pytest.param("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45", id="half"),
        pytest.param("2024-03-30", "23:15", "America/Nuuk", "2024-03-31T01:15", id="past-midnight"),
        pytest.param(
            "2026-07-06", "07:00", "Pacific/Kiritimati", "2026-07-05T17:00", id="far-east"
        ),
        pytest.param("2026-07-06", "07:00", "Pacific/Pago_Pago", "2026-07-06T18:00", id="far-west"),
    ],
)
def test_a_reminder_is_due_when_the_clock_there_shows_it(day, at, zone, due):
    expected = datetime.fromisoformat(due).replace(tzinfo=UTC)
    assert fire(date.fromisoformat(day), time.fromisoformat(at), zone) == expected


def test_a_time_marked_as_the_second_of_a_fold_still_fires_the_first():
    day = date(2027, 10, 31)
    fire.cache_clear()  # times that differ in fold alone are equal
    assert fire(day, time(2, 30, fold=1), "Europe/Berlin") == utc(day, "00:30")


def test_a_rule_set_before_its_time_begins_today():
    assert begin(BERLIN, None, utc(MONDAY, "04:59")) == Occurrence(MONDAY, utc(MONDAY, "05:00"))


def test_a_rule_set_after_its_time_begins_tomorrow_not_three_hours_back():
    now = utc(MONDAY, "05:30")
    for planned in (begin(BERLIN, None, now), next_occurrence(BERLIN, None, now)):
        assert planned == Occurrence(TUESDAY, utc(TUESDAY, "05:00"))


def test_what_a_gap_pushed_past_midnight_is_still_to_come():
    rule = RecurrenceRule(time(23, 15), EVERY_DAY, "America/Nuuk")
    just_after_midnight = datetime(2024, 3, 31, 1, 5, tzinfo=UTC)
    assert begin(rule, None, just_after_midnight).day == date(2024, 3, 30)


def test_a_new_time_does_not_remind_twice_on_a_day_that_was_served():
    evening = RecurrenceRule(time(19), EVERY_DAY, "Europe/Berlin")
    assert begin(evening, MONDAY, utc(MONDAY, "06:00")).day == TUESDAY


def test_a_new_time_still_to_come_reminds_today_if_today_was_not_served():
    evening = RecurrenceRule(time(19), EVERY_DAY, "Europe/Berlin")
    assert begin(evening, SUNDAY, utc(MONDAY, "06:00")).day == MONDAY


@pytest.mark.parametrize(
    ("days", "last_day", "expected"),
    [
        ({0, 2, 4}, MONDAY, WEDNESDAY),
        ({0, 2, 4}, WEDNESDAY, FRIDAY),
        ({0, 2, 4}, FRIDAY, MONDAY + timedelta(days=7)),
        ({1}, TUESDAY, TUESDAY + timedelta(days=7)),
        ({5, 6}, MONDAY, MONDAY + timedelta(days=5)),
    ],
)
def test_only_chosen_weekdays_come(days, last_day, expected):
    rule = RecurrenceRule(SEVEN, frozenset(days), "Europe/Berlin")
    assert next_occurrence(rule, last_day, utc(last_day, "05:00")).day == expected


def test_the_last_day_is_served_and_none_after_it():
    rule = RecurrenceRule(SEVEN, EVERY_DAY, "Europe/Berlin", until=TUESDAY)
    assert next_occurrence(rule, MONDAY, utc(MONDAY, "05:00")).day == TUESDAY
    assert next_occurrence(rule, TUESDAY, utc(TUESDAY, "05:00")) is None


@pytest.mark.parametrize(
    ("now", "pause", "expected"),
    [
        (MONDAY, Pause(WEDNESDAY), WEDNESDAY),
        (MONDAY, Pause(WEDNESDAY, MONDAY), WEDNESDAY),
        (SUNDAY, Pause(WEDNESDAY, TUESDAY), MONDAY),
        (MONDAY, Pause(WEDNESDAY, TUESDAY), WEDNESDAY),
        (MONDAY, Pause(MONDAY), TUESDAY),
    ],
)
def test_a_pause_is_free_up_to_the_day_before_it_ends(now, pause, expected):
    paused = replace(BERLIN, pauses=(pause,))
    assert next_occurrence(paused, now, utc(now, "05:00")).day == expected


def test_days_of_a_pause_are_nobodys_miss():
    paused = replace(BERLIN, pauses=(Pause(FRIDAY, WEDNESDAY),))
    assert passed_over(paused, MONDAY, utc(FRIDAY, "09:00")) == (TUESDAY, FRIDAY)


def test_after_a_night_off_what_is_under_three_hours_late_is_still_planned():
    due = utc(TUESDAY, "05:00")
    assert next_occurrence(BERLIN, MONDAY, due + GRACE).day == TUESDAY
    later = due + GRACE + timedelta(seconds=1)
    assert next_occurrence(BERLIN, MONDAY, later).day == WEDNESDAY


def test_days_that_nobody_served_are_counted_once():
    now = utc(FRIDAY, "08:30")
    assert passed_over(BERLIN, MONDAY, now) == (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
    assert passed_over(BERLIN, MONDAY, utc(FRIDAY, "08:00")) == (TUESDAY, WEDNESDAY, THURSDAY)
    assert passed_over(BERLIN, FRIDAY, now) == ()


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (-3600, Lateness.ON_TIME),
        (0, Lateness.ON_TIME),
        (600, Lateness.ON_TIME),
        (601, Lateness.LATE),
        (3 * 3600, Lateness.LATE),
        (3 * 3600 + 1, Lateness.TOO_LATE),
    ],
)
def test_lateness_is_told_up_to_three_hours_and_dropped_beyond(late, expected):
    due = utc(MONDAY, "05:00")
    assert judge(Occurrence(MONDAY, due), due + timedelta(seconds=late)) is expected


class TestMoving:
    """To another zone, with the rule unchanged."""

    def test_east_overnight_the_next_date_comes_at_its_new_seven(self):
        landed = utc(MONDAY, "17:00")  # Monday morning was served in Los Angeles; now Tuesday 02:00
        assert replan(TOKYO, MONDAY, landed) == Occurrence(TUESDAY, utc(MONDAY, "22:00"))

    def test_west_a_date_that_was_served_does_not_come_again(self):
        landed = utc(TUESDAY, "01:00")  # Tuesday was served in Tokyo; here it is Monday 18:00
        assert replan(LOS_ANGELES, TUESDAY, landed).day == WEDNESDAY

    def test_a_date_whose_seven_was_just_over_is_served_late(self):
        landed = utc(TUESDAY, "00:30")  # Tuesday 09:30 in Tokyo, Monday was the last one served
        planned = replan(TOKYO, MONDAY, landed)
        assert planned.day == TUESDAY
        assert judge(planned, landed) is Lateness.LATE

    def test_a_date_whose_seven_was_over_for_long_is_left_out(self):
        landed = utc(TUESDAY, "03:00")  # Tuesday noon in Tokyo
        assert replan(TOKYO, MONDAY, landed).day == WEDNESDAY


@pytest.mark.parametrize("decide", [begin, next_occurrence, replan, passed_over])
def test_naive_moments_are_refused(decide):
    with pytest.raises(ValueError, match="aware"):
        decide(BERLIN, MONDAY, datetime(2026, 6, 1, 12))  # noqa: DTZ001


def test_a_naive_moment_cannot_be_judged():
    with pytest.raises(ValueError, match="aware"):
        judge(Occurrence(MONDAY, utc(MONDAY, "05:00")), datetime(2026, 6, 1, 12))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("at", "days", "zone", "fault"),
    [
        (time(7, tzinfo=timezone(timedelta(hours=2))), EVERY_DAY, "Europe/Berlin", ValueError),
        (SEVEN, frozenset(), "Europe/Berlin", ValueError),
        (SEVEN, frozenset({7}), "Europe/Berlin", ValueError),
        (SEVEN, EVERY_DAY, "Europe/Atlantis", UnknownZone),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(at, days, zone, fault):
    with pytest.raises(fault):
        RecurrenceRule(at, days, zone)


WEEKS_AND_SKIPS = st.builds(
    RecurrenceRule,
    at=st.times(),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    zone=st.sampled_from(["Europe/Berlin", "America/Nuuk", "Australia/Lord_Howe", "Asia/Tokyo"]),
    weeks=st.integers(1, 5),
    first=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    skips=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 1, 31)), max_size=20),
)


@given(WEEKS_AND_SKIPS, st.integers(0, 300 * 24))
def test_weeks_between_and_dates_left_out_are_never_served(rule, hours):
    """A year of it, over every change of the clocks: one firing for each date that is meant."""
    now, last, served = utc(date(2026, 1, 1), "00:00") + timedelta(hours=hours), None, []
    for _ in range(60):
        following = begin(rule, last, now)
        assert following.due == fire(following.day, rule.at, rule.zone) >= now
        now, last = following.due, following.day
        served.append(last)
    between = [served[0] + timedelta(days=n) for n in range((served[-1] - served[0]).days + 1)]
    turns = [
        day for day in between if (week_of(day) - week_of(rule.first)).days % (7 * rule.weeks) == 0
    ]
    assert served == [day for day in turns if day.weekday() in rule.days and day not in rule.skips]


@given(WEEKS_AND_SKIPS, st.booleans())
def test_a_rule_comes_back_from_its_row_as_it_was(rule, silent):
    kept = replace(rule, at=rule.at.replace(second=0, microsecond=0, fold=0), silent=silent)
    assert rule_of(stored(kept)) == kept


def test_every_other_week_needs_a_week_to_count_from():
    with pytest.raises(ValueError, match="first"):
        replace(BERLIN, weeks=2)
