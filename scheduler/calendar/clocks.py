"""Which zone a runner is in, from what their clock shows or from the place they name."""

from collections import defaultdict
from collections.abc import Collection, Iterable
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
from content.places.known import FIRST, RANK, called, known_city
from scheduler.calendar.zones import aware, zone

DAY = timedelta(days=1)
AT_MOST = 6
YEAR = 370  # days, and a few more: zones that agree all year long count as the same


@dataclass(frozen=True, slots=True)
class WallClock:
    """A distance from UTC at which people live now, the local time, and where it is that time."""

    offset: timedelta
    local: datetime
    where: str


def find_place(text: str, now: datetime) -> tuple[Place, ...]:
    """The places that a runner's answer may mean: a city, a zone, or a distance like "UTC+2"."""
    offset = offset_of(text)
    return find_city(text) if offset is None else cities_at(offset, now)


def candidates(now: datetime) -> tuple[WallClock, ...]:
    """The clocks that people somewhere look at now, from west to east."""
    return tuple(
        WallClock(offset, now.astimezone(timezone(offset)), called(_best_known(zones)))
        for offset, zones in sorted(_zones_by_offset(now).items())
    )


def known_cities() -> tuple[Place, ...]:
    """The few that are offered before anything is known."""
    return tuple(map(known_city, FIRST))


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
    """Up to six cities that are at `offset` from UTC now, the best known first.

    Each stands for different rules: no two of them agree on the time all year long.
    """
    by_rules = defaultdict[tuple[timedelta, ...], list[str]](list)
    for name in _zones_by_offset(now).get(offset, ()):
        by_rules[_rules(name, now)].append(name)
    best_known = sorted(by_rules.values(), key=_unknown)[:AT_MOST]
    return tuple(map(_best_known, best_known))


def _unknown(zones: Collection[str]) -> tuple[int, int]:
    """The less known, the later: known cities by their rank, all others by people."""
    return min(RANK.get(zone, len(RANK)) for zone in zones), -_people(zones)


def _best_known(zones: Collection[str]) -> Place:
    """The known city of these zones, else the largest."""
    known = min(zones, key=lambda zone: RANK.get(zone, len(RANK)))
    if known in RANK:
        return known_city(known)
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
