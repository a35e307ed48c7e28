"""Which zone a runner is in, from what their clock shows or from the place they name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

from content.places import (
    Place,
    find_city,
    inhabited_zones,
    offset_of,
    people_in,
    representative,
)
from scheduler.calendar.zones import aware, zone

DAY = timedelta(days=1)
AT_MOST = 6
YEAR = 370  # days, and a few more: zones that agree all year long count as the same


@dataclass(frozen=True, slots=True)
class WallClock:
    """A distance from UTC at which people live now, and the local time there."""

    offset: timedelta
    local: datetime


def find_place(text: str, now: datetime) -> tuple[Place, ...]:
    """The places that a runner's answer may mean: a city, a zone, or a distance like "UTC+2"."""
    offset = offset_of(text)
    return find_city(text) if offset is None else cities_at(offset, now)


def candidates(now: datetime) -> tuple[WallClock, ...]:
    """The clocks that people somewhere look at now, from west to east."""
    offsets = sorted(_zones_by_offset(now))
    return tuple(WallClock(each, now.astimezone(timezone(each))) for each in offsets)


def offset_from_clock(stated: time, now: datetime) -> timedelta:
    """The distance from UTC, used somewhere now, at which clocks come closest to `stated`.

    Where the same time is a day apart (UTC+13 and UTC-11), the one that more people use.
    """
    zones = _zones_by_offset(now)
    return min(
        zones,
        key=lambda offset: (
            _minutes_off(stated, now.astimezone(timezone(offset))),
            -_people(zones[offset]),
        ),
    )


def cities_at(offset: timedelta, now: datetime) -> tuple[Place, ...]:
    """Up to six cities that are at `offset` from UTC now, the one for most people first.

    Each stands for different rules: no two of them agree on the time all year long.
    """
    by_rules = defaultdict[tuple[timedelta, ...], list[str]](list)
    for name in _zones_by_offset(now).get(offset, ()):
        by_rules[_rules(name, now)].append(name)
    most_people = sorted(by_rules.values(), key=_people, reverse=True)[:AT_MOST]
    return tuple(_largest(zones) for zones in most_people)


def _largest(zones: Iterable[str]) -> Place:
    return max(map(representative, zones), key=lambda place: place.population)


def _zones_by_offset(now: datetime) -> dict[timedelta, list[str]]:
    zones = defaultdict[timedelta, list[str]](list)
    for name in inhabited_zones():
        zones[_offset(name, aware(now))].append(name)
    return zones


def _rules(name: str, now: datetime) -> tuple[timedelta, ...]:
    return tuple(_offset(name, now + n * DAY) for n in range(YEAR))


def _offset(name: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone(name)).utcoffset() or timedelta(0)


def _minutes_off(stated: time, local: datetime) -> int:
    apart = (local.hour * 60 + local.minute - stated.hour * 60 - stated.minute) % 1440
    return min(apart, 1440 - apart)


def _people(zones: Iterable[str]) -> int:
    return sum(map(people_in, zones))
