"""Where in the world a runner is: typed places and zones, looked up offline.

The cities are from GeoNames; `README.md` says how they came here and under which licence.
"""

from content.places.atlas import Place, atlas
from content.places.search import city_called, find_city
from content.places.zone_names import offset_of, representative

__all__ = [
    "Place",
    "city_called",
    "find_city",
    "inhabited_zones",
    "offset_of",
    "people_in",
    "representative",
]


def inhabited_zones() -> tuple[str, ...]:
    """The IANA zones in which somebody lives, other names for the same zone left out."""
    return atlas().zones


def people_in(zone: str) -> int:
    """How many people live in the cities of an inhabited zone, to tell large ones from small."""
    return atlas().people[zone]
