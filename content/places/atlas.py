"""The cities of the world by time zone, as `cities.tsv` lists them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import product

from content.places.spelling import near, slips

GUESSED_FROM = 50_000  # people; a name of fewer is never taken for another that was mistyped


@dataclass(frozen=True, slots=True)
class Place:
    """A city and its IANA zone. `region` is the state or province, in the countries that say it.

    `sure` is False when the runner should be asked whether this is the place that was meant.
    """

    name: str
    country: str
    zone: str
    population: int
    region: str = ""
    sure: bool = True


class Atlas:
    """The file as it is, in bytes: reading it takes no time, and a search is a scan of 2 MB.
    What may be mistyped is listed at the first slip, since to scan for each would take too long.
    """

    def __init__(self, text: bytes) -> None:
        headings = list(re.finditer(rb"(?:\A|\n)\n(\S+)\n", text))
        self._text = text
        self._lower = text.lower()  # of ASCII letters only, so that offsets stay the same
        self._starts = [heading.end() for heading in headings]
        self._ends = [*(heading.start() for heading in headings[1:]), len(text)]
        self.zones = tuple(heading[1].decode() for heading in headings)

    def named(self, key: str) -> list[Place]:
        """The places of exactly that folded name."""
        return [self._place(at) for at in self._find(f"|{key}|")]

    def near(self, key: str) -> dict[str, int]:
        """The names that are a few slips away from `key`, with the number of slips; of places with
        enough people only.
        """
        spare = slips(key)
        sizes = range(len(key) - spare, len(key) + spare + 1)
        writings = (True,) if key.isascii() else (True, False)
        kinds = product(writings, sizes)
        alike = [name for kind in kinds for name in self._large.get(kind, ())]
        return near(key, alike)

    def largest(self, country: str, region: str | None = None) -> list[Place]:
        """The largest city of each zone in a country, or in one region of it."""
        cell = f"|\t{country}\t" + (f"{region}\t" if region else "")
        spans = zip(self._starts, self._ends, strict=True)
        hits = (self._text.find(cell.encode(), start, end) for start, end in spans)
        return [self._place(at) for at in hits if at >= 0]

    def largest_in(self, zone: str) -> Place | None:
        """The largest city of a zone; None if the zone has none, or is another name for one."""
        if zone not in self.zones:
            return None
        return self._place(self._starts[self.zones.index(zone)])

    @cached_property
    def people(self) -> dict[str, int]:
        """How many people live in the listed cities of each zone."""
        spans = zip(self.zones, self._starts, self._ends, strict=True)
        return {
            zone: sum(map(int, re.findall(rb"\t(\d+)\n", self._text[start : end + 1])))
            for zone, start, end in spans
        }

    def _find(self, wanted: str) -> Iterator[int]:
        at = self._lower.find(wanted.encode())
        while at >= 0:
            yield at
            at = self._lower.find(wanted.encode(), at + 1)

    @cached_property
    def _large(self) -> Mapping[tuple[bool, int], tuple[str, ...]]:
        """The names of places that may be guessed, by whether they are ASCII, and how long."""
        found: defaultdict[tuple[bool, int], set[str]] = defaultdict(set)
        for names, people in re.findall(rb"\n\|(.+)\|\t.*\t(\d+)(?=\n)", self._lower):
            if int(people) >= GUESSED_FROM:
                for name in names.decode().split("|"):
                    found[name.isascii(), len(name)].add(name)
        return {kind: tuple(names) for kind, names in found.items()}

    def _place(self, at: int) -> Place:
        start = self._text.rfind(b"\n", 0, at) + 1
        row = self._text[start : self._text.index(b"\n", at)].decode()
        names, country, region, population = row.split("\t")
        zone = self.zones[bisect_right(self._starts, at) - 1]
        name = names.split("|")[1]
        return Place(name, countries()[country], zone, int(population), region)


@cache
def atlas() -> Atlas:
    """The one atlas, read at first use."""
    return Atlas(resources.files("content.places").joinpath("cities.tsv").read_bytes())


@cache
def countries() -> dict[str, str]:
    """ISO code to the country's name."""
    return {code: name for code, name, _ in read_table("countries.tsv")}


def read_table(name: str) -> list[list[str]]:
    """The rows of one of the small tables of this folder."""
    text = resources.files("content.places").joinpath(name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]
