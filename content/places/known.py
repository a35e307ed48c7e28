"""The zones with a city that most people know, the likeliest first: what a list of places shows.

By people alone, Abidjan would come before London, Hanoi stand for Bangkok's clock, and Ciudad
Juárez for Denver's.
"""

from functools import cache

from content.places.atlas import Place
from content.places.search import find_city
from content.places.zone_names import representative

KNOWN = {
    "Europe/London": "London",
    "America/New_York": "New York",
    "Europe/Berlin": "Berlin",
    "America/Chicago": "Chicago",
    "America/Los_Angeles": "Los Angeles",
    "America/Denver": "Denver",
    "Asia/Kolkata": "Mumbai",
    "Australia/Sydney": "Sydney",
    "Africa/Lagos": "Lagos",
    "Europe/Athens": "Athens",
    "Africa/Cairo": "Cairo",
    "Africa/Johannesburg": "Johannesburg",
    "Europe/Istanbul": "Istanbul",
    "Africa/Nairobi": "Nairobi",
    "America/Anchorage": "Anchorage",
    "America/Sao_Paulo": "São Paulo",
    "America/Argentina/Buenos_Aires": "Buenos Aires",
    "America/Bogota": "Bogotá",
    "America/Halifax": "Halifax",
    "America/Mexico_City": "Mexico City",
    "America/Phoenix": "Phoenix",
    "America/Santiago": "Santiago",
    "America/St_Johns": "St. John's",
    "Asia/Bangkok": "Bangkok",
    "Asia/Dubai": "Dubai",
    "Asia/Jerusalem": "Jerusalem",
    "Asia/Karachi": "Karachi",
    "Asia/Shanghai": "Shanghai",
    "Asia/Tokyo": "Tokyo",
    "Australia/Adelaide": "Adelaide",
    "Australia/Brisbane": "Brisbane",
    "Australia/Darwin": "Darwin",
    "Pacific/Auckland": "Auckland",
    "Pacific/Fiji": "Suva",
    "Pacific/Honolulu": "Honolulu",
}
FIRST = tuple(KNOWN)[:8]  # what is offered before anything is known
RANK = {zone: rank for rank, zone in enumerate(KNOWN)}
LARGE = 200_000  # people: a smaller place is less known than what its zone is called after


@cache
def known_city(zone: str) -> Place:
    """The city of a zone that people know; of others, the largest."""
    named = (each for each in find_city(KNOWN[zone]) if each.zone == zone) if zone in KNOWN else ()
    return next(iter(named), None) or representative(zone)


def called(place: Place) -> str:
    """What its clock is called by: the city, or a small one's zone, as “Azores”."""
    if place.zone in KNOWN or place.population >= LARGE:
        return place.name
    return place.zone.rpartition("/")[2].replace("_", " ")
