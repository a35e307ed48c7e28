from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.places import inhabited_zones
from scheduler.calendar.clocks import candidates, cities_at, find_place, offset_from_clock
from scheduler.calendar.zones import zone

WINTER = datetime(2026, 1, 15, 10, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, 10, tzinfo=UTC)
moments = st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def test_the_buttons_offer_every_time_that_somebody_has_now():
    clocks = candidates(SUMMER)
    assert all(west.offset < east.offset for west, east in pairwise(clocks))
    assert {hours(-7), hours(0), hours(2), hours(5.5), hours(5.75), hours(12)} <= {
        clock.offset for clock in clocks
    }
    assert {clock.local.strftime("%H:%M") for clock in clocks} >= {"12:00", "15:30", "03:00"}
    assert all(clock.local == SUMMER for clock in clocks)


@pytest.mark.parametrize(
    ("now", "stated", "offset"),
    [
        (SUMMER, "12:00", 2),
        (SUMMER, "12:07", 2),
        (SUMMER, "11:54", 2),
        (SUMMER, "03:02", -7),
        (SUMMER, "15:31", 5.5),
        (SUMMER, "15:44", 5.75),
        (SUMMER, "10:15", 0),
        pytest.param(SUMMER, "00:00", -10, id="Hawaii rather than Kiritimati"),
        pytest.param(WINTER, "23:00", 13, id="New Zealand rather than Samoa"),
        pytest.param(SUMMER, "22:00", 12, id="New Zealand rather than nowhere at all"),
    ],
)
def test_a_told_time_gives_the_nearest_offset_in_use(now, stated, offset):
    assert offset_from_clock(time.fromisoformat(stated), now) == hours(offset)


@settings(max_examples=60, deadline=None)
@given(moments, st.sampled_from(inhabited_zones()), st.integers(-6, 6))
def test_a_runner_a_few_minutes_off_gets_the_time_that_they_told(now, name, slow):
    there = now.astimezone(zone(name))
    told = (there + timedelta(minutes=slow)).time()
    offset = offset_from_clock(told, now)
    assert (offset - there.utcoffset()) % hours(24) == hours(0)
    assert cities_at(offset, now)


@pytest.mark.parametrize(
    ("now", "offset", "some"),
    [
        (WINTER, 1, ["Europe/Berlin", "Africa/Lagos", "Africa/Casablanca"]),
        (SUMMER, 2, ["Europe/Berlin", "Africa/Johannesburg"]),
        (SUMMER, 1, ["Europe/London", "Africa/Lagos"]),
        (WINTER, 0, ["Europe/London", "Africa/Abidjan"]),
        (SUMMER, 5.5, ["Asia/Kolkata"]),
        (SUMMER, -2.5, ["America/St_Johns"]),
    ],
)
def test_an_offset_becomes_a_question_of_cities(now, offset, some):
    assert {place.zone for place in cities_at(hours(offset), now)} >= set(some)


def test_the_city_that_stands_for_most_people_comes_first():
    assert cities_at(hours(1), WINTER)[0].name == "Berlin"
    assert cities_at(hours(-8), WINTER)[0].name == "Los Angeles"


def test_an_offset_that_nobody_has_gives_no_city():
    assert cities_at(hours(2.25), SUMMER) == ()


@settings(max_examples=40, deadline=None)
@given(moments, st.data())
def test_the_cities_are_at_that_offset_now_and_part_ways_later(now, data):
    offset = data.draw(st.sampled_from([clock.offset for clock in candidates(now)]))
    places = cities_at(offset, now)
    assert 1 <= len(places) <= 6
    assert all(now.astimezone(zone(place.zone)).utcoffset() == offset for place in places)
    year = [now + timedelta(days=n) for n in range(370)]
    rules = {tuple(day.astimezone(zone(p.zone)).utcoffset() for day in year) for p in places}
    assert len(rules) == len(places)


def test_one_question_understands_cities_zones_and_offsets():
    assert find_place("Kathmandu", SUMMER)[0].zone == "Asia/Kathmandu"
    assert find_place("UTC+2", SUMMER) == cities_at(hours(2), SUMMER)
    assert find_place("utc", SUMMER) == cities_at(hours(0), SUMMER)
    assert find_place("UTC+2:20", SUMMER) == ()


def test_every_inhabited_zone_is_in_the_database():
    assert [name for name in inhabited_zones() if zone(name).key != name] == []


def test_naive_moments_are_refused():
    naive = datetime(2026, 7, 15, 10)  # noqa: DTZ001
    for ask in (
        lambda: candidates(naive),
        lambda: cities_at(hours(2), naive),
        lambda: offset_from_clock(time(7), naive),
    ):
        with pytest.raises(ValueError, match="aware"):
            ask()
