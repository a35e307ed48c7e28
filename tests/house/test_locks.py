"""Each lock holds what its extra wants, by hash, as all other locks have it, and no addresses."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERYTHING = "requirements-dev.txt"
LOCKS = {
    "requirements.txt": (),
    "requirements-pictures.txt": ("pictures", "postgresql"),
    "requirements-voice.txt": ("voice",),
    EVERYTHING: ("pictures", "film", "voice", "postgresql", "dev"),
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return found[0].lower()


def pins(lock: str) -> dict[str, str]:
    """Each pinned line of that lock, and its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^(\w[^\n]*?) \\\n((?:    --hash=\S+(?: \\)?\n)+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_and_no_addresses(lock: str):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    lines = [each for each in text.splitlines() if each[:1] not in (" ", "#", "")]
    assert lines == [f"{each} \\" for each in pins(lock)]


@pytest.mark.parametrize(("lock", "extras"), LOCKS.items())
def test_a_lock_has_all_that_its_extra_wants(lock: str, extras: tuple[str, ...]):
    wanted = [*PROJECT["dependencies"]]
    for each in extras:
        wanted += PROJECT["optional-dependencies"][each]
    held = {name_of(each) for each in pins(lock)}
    assert {name_of(each) for each in wanted} - {"limber"} <= held


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_tested_is_what_is_installed(lock: str):
    assert pins(lock).items() <= pins(EVERYTHING).items()


def test_no_lock_but_the_developers_has_the_film_library():
    """Its wheel bundles x264, which is GPL."""
    held = {lock: {name_of(each) for each in pins(lock)} for lock in LOCKS}
    assert [lock for lock, names in held.items() if "av" in names] == [EVERYTHING]
