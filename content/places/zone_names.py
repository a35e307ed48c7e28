"""Zones that are typed as such: by IANA name, by abbreviation, or by distance from UTC."""

import re
from datetime import timedelta
from functools import cache
from importlib import resources

from content.places.atlas import Place, atlas, read_table
from content.places.spelling import fold

OFFSET = re.compile(r"(?:utc|gmt)? ?([+-])(\d{1,2})(?::?([0-5]\d))?|utc")
WEST, EAST = timedelta(hours=-12), timedelta(hours=14)


def representative(zone: str) -> Place:
    """The best-known place of a zone: its largest city, else what the zone is named after."""
    named_after = zone.rpartition("/")[2].replace("_", " ")
    return atlas().largest_in(zone) or Place(named_after, "", zone, 0)


def by_name(text: str) -> Place | None:
    """The place of a zone typed by its IANA name, in any case: "europe/berlin"."""
    zone = _zones().get(text.strip().lower().replace(" ", "_"))
    return representative(zone) if zone else None


def by_abbreviation(text: str) -> tuple[Place, ...]:
    """The places that an abbreviation may stand for: "CET", "eastern time"."""
    zones = _abbreviations().get(fold(text).removesuffix(" time"), ())
    return tuple(representative(zone) for zone in zones)


def offset_of(text: str) -> timedelta | None:
    """The distance from UTC that was typed: "UTC+2", "gmt -5", "+5:30". None if it is none."""
    found = OFFSET.fullmatch(text.strip().lower().replace("−", "-").replace("–", "-"))
    if not found:
        return None
    sign, hours, minutes = found.groups(default="0")
    distance = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    return distance if WEST <= distance <= EAST else None


@cache
def _zones() -> dict[str, str]:
    """Names with a slash only: "Poland" and "Cuba" are countries before they are zones."""
    names = resources.files("tzdata").joinpath("zones").read_text("ascii").split()
    return {name.lower(): name for name in names if "/" in name}


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {
        spoken: tuple(zones.split())
        for names, zones in read_table("abbreviations.tsv")
        for spoken in names.split("|")
    }
