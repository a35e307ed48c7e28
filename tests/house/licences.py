"""The licence of every package that is pinned, as deploy/licences.md lists them.

    python -m tests.house.licences          holds the list against what is installed
    python -m tests.house.licences --write  writes it anew, after the lock has changed

The list is committed, because a package that this machine can't install (one for Windows, say) has
a licence too. The GPL may come with an extra that nobody needs, and with nothing else.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "deploy" / "licences.md"
# Which lock brings a package: the first that has it. What is in none of the first two is optional.
LOCKS = {
    "requirements.txt": "always",
    "requirements-pictures.txt": "pictures, PostgreSQL",
    "requirements-dev.txt": "voice, film, development",
}
OPTIONAL = "voice, film, development"
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "MIT"),
    *("LGPL-2.1-or-later", "LGPL-3.0-only", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"),
}
GPL = {"GPL-2.0-or-later", "GPL-3.0-or-later"}
# What packages call these licences.
SPELT = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# Read in the package itself, where it names none, or a wheel holds more than its package says.
BY_HAND = {
    "av": "BSD-3-Clause AND LGPL-2.1-or-later AND GPL-2.0-or-later",  # FFmpeg, x264 and x265
    "colorama": "BSD-3-Clause",
    "httpx-aiohttp": "BSD-3-Clause",
    "httpx2-jsfetch": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 AND BSD-3-Clause",
    "resvg-py": "MIT",
    "soundfile": "BSD-3-Clause AND LGPL-2.1-or-later",  # libsndfile
}
HEAD = (
    "# Licences of what Limber is made of\n\n"
    "Limber is MIT. Below is every package that is pinned, with its licence and what it comes "
    "with; written by `python -m tests.house.licences --write` and held against the packages by "
    "`make check`. The GPL comes with film alone (`limber[film]`, whose wheel holds x264): without "
    "it pictures stand still, and nothing else changes. The wheel of soundfile holds libsndfile "
    "(LGPL); wheels with compiled code hold runtime libraries of GCC, whose exception lets "
    "anything be linked to them.\n\n"
    "| package | licence | comes with |\n| --- | --- | --- |\n"
)


@dataclass(frozen=True)
class Package:
    name: str
    licence: str
    comes_with: str

    @property
    def line(self) -> str:
        return f"| {self.name} | {self.licence} | {self.comes_with} |\n"


def pinned() -> dict[str, str]:
    """Every package of the locks, and what brings it."""
    found: dict[str, str] = {}
    for lock, comes_with in LOCKS.items():
        text = (ROOT / lock).read_text()
        for name in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", text, re.MULTILINE):
            found.setdefault(name, comes_with)
    return found


def told(name: str) -> str | None:
    """What an installed package says its licence is; None for one that is not installed."""
    if name in BY_HAND:
        return BY_HAND[name]
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return None
    classes = [each.split(" :: ")[-1] for each in found.get_all("Classifier", [])]
    said = found.get("License-Expression") or (found.get("License") or "").partition("\n")[0]
    named = said if said in ALLOWED or not classes else ""
    words = said or next((each for each in classes if each in SPELT), "unknown")
    return named or SPELT.get(words, words)


def listed(text: str) -> dict[str, Package]:
    rows = re.findall(r"^\| (\w[\w.-]*) \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    return {name: Package(name, licence, by) for name, licence, by in rows if name != "package"}


def faults(pins: Mapping[str, str], known: Mapping[str, Package]) -> Iterator[str]:
    """Each with its mend."""
    for name in sorted(known.keys() - pins.keys()):
        yield f"{name} is listed and not pinned any more: write the list anew"
    for name, comes_with in sorted(pins.items()):
        package = known.get(name)
        if package is None:
            yield f"{name} is pinned and not listed: write the list anew"
            continue
        said = told(name)
        if said not in (None, package.licence):
            yield f"{name} says {said}, the list says {package.licence}: write the list anew"
        if package.comes_with != comes_with:
            yield f"{name} comes with {comes_with} now: write the list anew"
        yield from _unfit(package)


def _unfit(package: Package) -> Iterator[str]:
    for licence in re.split(r" (?:AND|OR) ", package.licence):
        if licence in GPL and package.comes_with != OPTIONAL:
            yield f"{package.name} is {licence}: that may come with an extra only"
        if licence not in ALLOWED | GPL:
            yield f"{package.name} is {licence}: read it, and add it to ALLOWED or leave it out"


def written(pins: Mapping[str, str], known: Mapping[str, Package]) -> str:
    """The list anew; a package that is not installed here keeps its line."""
    found = []
    for name, comes_with in sorted(pins.items()):
        before = known[name].licence if name in known else "unknown"
        found.append(Package(name, told(name) or before, comes_with).line)
    return HEAD + "".join(found)


def main(args: list[str]) -> int:
    pins, known = pinned(), listed(LIST.read_text()) if LIST.exists() else {}
    if args == ["--write"]:
        LIST.write_text(written(pins, known))
        known = listed(LIST.read_text())
    found = [*faults(pins, known)]
    for each in found:
        print(each)
    print(f"{len(pins)} licences, {len(found)} to be mended")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
