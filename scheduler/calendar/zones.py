"""Time zones by name or by coordinates, from the pinned tz database and no other."""

import zoneinfo
from datetime import datetime
from functools import cache, lru_cache
from importlib.metadata import version
from zoneinfo import ZoneInfo

from tzfpy import get_tz

# zoneinfo would prefer the machine's own copy, which can be years older than the package.
zoneinfo.reset_tzpath(())
ZoneInfo.clear_cache()

TZDATA_VERSION = version("tzdata")


class UnknownZone(ValueError):
    """No such zone in the IANA tz database."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name[:60]!r} is not a time zone; use an IANA name like Europe/Berlin")


@lru_cache(1024)
def zone(name: str) -> ZoneInfo:
    """The zone of that IANA name. Raises UnknownZone."""
    if name not in _names():
        raise UnknownZone(name)
    return ZoneInfo(name)


@cache
def _names() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones()) - {"Factory"}


def local(now: datetime, name: str) -> datetime:
    """`now` on the clocks of the zone. Raises UnknownZone, and ValueError if `now` is naive."""
    return aware(now).astimezone(zone(name))


def aware(moment: datetime) -> datetime:
    """`moment` itself. Raises ValueError if it doesn't say which zone it is in."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone; pass an aware datetime")
    return moment


def zone_at(latitude: float, longitude: float) -> str:
    """The zone of a point in degrees; at sea an Etc/GMT one. Raises ValueError off the globe."""
    name = get_tz(longitude, latitude)
    if not name:
        raise ValueError(f"{latitude}, {longitude} is not a point on the globe")
    return name


def is_zone(name: str) -> bool:
    """Whether `zone` knows the name."""
    try:
        zone(name)
    except UnknownZone:
        return False
    return True
