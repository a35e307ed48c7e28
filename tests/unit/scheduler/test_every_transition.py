"""All zones and every change of their clocks from 2020 to 2040, against plain arithmetic."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest

from scheduler.calendar.quiet import QUIET, Quiet
from scheduler.calendar.recurrence import RecurrenceRule, fire, next_occurrence
from scheduler.calendar.zones import zone
from scheduler.reminders.desk_breaks import Breaks, next_break
from scheduler.reminders.snooze import until

FROM = datetime(2020, 1, 1, tzinfo=UTC)
DAYS = [FROM + timedelta(days=n) for n in range(21 * 365 + 6)]
DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
NEVER = Quiet(time(0), time(0))
QUARTERS = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
EVERY_DAY = frozenset(range(7))
ZONES = sorted(zoneinfo.available_timezones() - {"Factory", "localtime"})


def distinct() -> list[str]:
    """One name for each file of clocks: nearly half of all names are links to another's file."""
    place = files("tzdata.zoneinfo")
    found = {place.joinpath(*name.split("/")).read_bytes(): name for name in reversed(ZONES)}
    return sorted(found.values())


DISTINCT = distinct()
AREAS = sorted({name.partition("/")[0] for name in DISTINCT})


@cache
def transitions(area: str) -> list[tuple[str, datetime, timedelta, timedelta]]:
    """Zone, first instant of the new distance from UTC, the old distance, and the new one."""
    names = [name for name in DISTINCT if name.partition("/")[0] == area]
    return [(name, *found) for name in names for found in changes(name)]


def changes(name: str) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    offsets = [offset(name, day) for day in DAYS]
    for (low, old), (high, new) in pairwise(zip(DAYS, offsets, strict=True)):
        if old != new:
            yield change(name, low, high), old, new


def change(name: str, low: datetime, high: datetime) -> datetime:
    old = offset(name, low)
    while high - low > SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if offset(name, middle) == old else (low, middle)
    return high


def offset(name: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone(name)).utcoffset()


def first_shown(wall: datetime, moment: datetime, old: timedelta, new: timedelta) -> datetime:
    """When clocks first show `wall`; if they never do, as they would have without the gap."""
    by_old, by_new = wall - old, wall - new
    return by_new if by_old >= moment and by_new >= moment else by_old


def dates_of(moment: datetime, old: timedelta, new: timedelta) -> set[date]:
    return {(moment + old - SECOND).date(), (moment + old).date(), (moment + new).date()}


@pytest.mark.parametrize("area", AREAS)
def test_a_gap_shifts_forward_and_a_fold_fires_the_first_time(area):
    for name, moment, old, new in transitions(area):
        for day in dates_of(moment, old, new):
            for at in QUARTERS:
                wall = datetime.combine(day, at, tzinfo=UTC)
                expected = first_shown(wall, moment, old, new)
                assert fire(day, at, name) == expected, (name, day, at)


@pytest.mark.parametrize("area", AREAS)
def test_each_local_date_is_meant_exactly_once(area):
    for name, moment, old, new in transitions(area):
        in_the_change = (moment + min(old, new)).time()
        for at in {in_the_change, time(0, 0), time(23, 45)}:
            rule = RecurrenceRule(at, EVERY_DAY, name)
            first = (moment + old).date() - 2 * DAY
            planned = [day_after(rule, first + n * DAY) for n in range(5)]
            assert [each.day for each in planned] == [first + n * DAY for n in range(1, 6)]
            assert all(a.due < b.due for a, b in pairwise(planned)), (name, moment, at)


def day_after(rule, day):
    """As the planner asks: just after the day before was served."""
    return next_occurrence(rule, day, fire(day, rule.at, rule.zone) + SECOND)


@pytest.mark.parametrize("area", AREAS)
def test_desk_breaks_keep_their_interval_while_the_clocks_change(area):
    """Someone works through it: from three hours before the change to five hours after it."""
    for name, moment, old, new in transitions(area):
        start, end = moment + old - 3 * HOUR, moment + new + 5 * HOUR
        work = Breaks(HOUR, name, start.time(), end.time(), EVERY_DAY, quiet=NEVER)
        begins, ends = work.hours(start.date())
        due = [begins]
        while (found := next_break(work, due[-1], due[-1])) and found.due < ends:
            due.append(found.due)
        assert due == [begins + n * HOUR for n in range(len(due))], (name, moment)
        assert ends - due[-1] <= HOUR, (name, moment)


@pytest.mark.parametrize("area", AREAS)
def test_a_snooze_until_a_time_and_the_end_of_quiet_hours_are_ahead(area):
    for name, moment, old, new in transitions(area):
        for now in (moment - HOUR, moment - SECOND, moment, moment + HOUR / 2):
            for at in {(moment + old).time(), (moment + new).time(), time(6)}:
                found = until(at, now, name).due
                assert now < found <= now + 2 * DAY, (name, now, at)
                assert found == fire(found_day(found, at, name), at, name)
            over = QUIET.over(now, name)
            assert over == now or not QUIET.covers(over, name), (name, now)


def found_day(due: datetime, at: time, name: str) -> date:
    """The date that was meant: the one shown, or the one before where a gap pushed it over."""
    shown = due.astimezone(zone(name)).date()
    return shown if fire(shown, at, name) == due else shown - DAY


def test_no_zone_and_no_change_was_left_out():
    found = [each for area in AREAS for each in transitions(area)]
    assert len(ZONES) > 590
    assert len(DISTINCT) > 340
    assert len(found) > 4500
    gaps = [each for each in found if each[3] > each[2]]
    assert 0.4 < len(gaps) / len(found) < 0.6
