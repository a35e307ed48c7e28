"""Cards that are dangerous for somebody say so, and the check finds those that do not."""

import shutil
from pathlib import Path

import pytest

from content.authoring.document import library_folder
from content.catalog.files.loader import read
from content.catalog.taxonomy import Condition
from content.checks.safety.conditions import (
    RULES,
    condition_problems,
    measured,
    missing,
    read_rules,
)
from content.checks.safety.rest_rules import LOCKS, rest_problems
from content.checks.tables.lexicon_files import read_lexicon
from content.pictures.posture.poses import posed
from tests.support.library import library

CARDS = library().cards


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    shutil.copytree(str(library_folder()), folder)
    return folder


def problems(folder: Path) -> list[str]:
    return [str(each) for each in condition_problems(folder, read(folder))]


@pytest.mark.parametrize("card", CARDS)
def test_every_card_lists_whom_it_endangers(card: str):
    rules, faults = read_rules()
    assert faults == []
    assert missing(CARDS[card], measured(*posed(card)), rules) == []


def test_a_card_that_leaves_somebody_out_is_named_with_its_line(library: Path):
    file = library / "cards" / "half-pigeon.yaml"
    file.write_text(file.read_text().replace("hip-replacement, ", ""))
    (found,) = problems(library)
    assert found.startswith("cards/half-pigeon.yaml:")
    assert "hip-replacement" in found
    assert "Mend: add hip-replacement to not_for" in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sore-groin:", "sore-grion:", "is no condition"),
        ("kinds: [release]", "kinds: [relase]", "relase"),
        ("{impact: true}", "{impcat: true}", "impcat"),
        ("blood-thinners:\n  - {kinds: [release]}\n", "", "has no rule for blood-thinners"),
        ("heart:\n  - {impact: true}\n  - {level: 3}", "heart: 3", "holds no rules"),
    ],
)
def test_a_broken_rule_is_named(library: Path, old: str, new: str, said: str):
    file = library.joinpath(*RULES.split("/"))
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    assert any(RULES in each and said in each for each in problems(library))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("bone-stress: {rests", "bone-strain: {rests", "is no red flag"),
        ("named, quick: rests", "named, quick: rest", "says nothing"),
        ("returns: muscle", "returns: muscles", "is no way back"),
        ("[hip-joint]}", "[hip-jiont]}", "“hip-jiont” is no area"),
        ("{rests: all, gone: true}", "{rests: all, gone: maybe}", "is neither true nor false"),
        ("{rests: named}", "{resting: named}", "is not a field here"),
        ("lump: {rests: named}", "lump: everything", "is no group of fields"),
        ("collapse: {rests: all}", "collapse: {rests: most}", "is no list"),
        ("collapse:", "\tcollapse:", ""),
    ],
)
def test_a_broken_line_on_what_rests_is_named(library: Path, old: str, new: str, said: str):
    file = library.joinpath(*LOCKS.split("/"))
    flags = read_lexicon(library).documents
    assert [*rest_problems(library, flags)] == []
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    found = [str(each) for each in rest_problems(library, flags)]
    assert found
    assert all(LOCKS in each for each in found)
    assert any(said in each for each in found)


def test_no_condition_is_listed_twice():
    for card in CARDS.values():
        assert len(set(card.not_for)) == len(card.not_for)
        assert set(card.not_for) <= set(Condition)
