"""Countries, and the states and provinces of the countries where people say them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from content.places.atlas import Place, countries, read_table
from content.places.spelling import fold


@dataclass(frozen=True, slots=True)
class Region:
    """A country (ISO code), or one region of it."""

    country: str
    region: str | None = None

    def holds(self, place: Place) -> bool:
        """Whether the place lies in it."""
        return place.country == countries()[self.country] and self.region in (None, place.region)


@cache
def called() -> dict[str, tuple[Region, ...]]:
    """What each full name may mean: "georgia" is a country and a state."""
    return _index((name, area) for area, names, _ in _areas() for name in names)


@cache
def after_a_city() -> dict[str, tuple[Region, ...]]:
    """The same and the codes that only make sense after a city: "portland or", "cambridge ma"."""
    return _index((name, area) for area, names, codes in _areas() for name in (*names, *codes))


def _areas() -> Iterable[tuple[Region, list[str], list[str]]]:
    for code, name, others in read_table("countries.tsv"):
        yield Region(code), [name, *others.split("|")], [code]
    for country, _, name, codes in read_table("regions.tsv"):
        yield Region(country, name), [name], codes.split("|")


def _index(pairs: Iterable[tuple[str, Region]]) -> dict[str, tuple[Region, ...]]:
    index = defaultdict[str, tuple[Region, ...]](tuple)
    for name, area in pairs:
        if area not in index[fold(name)]:
            index[fold(name)] += (area,)
    return {name: areas for name, areas in index.items() if name}
