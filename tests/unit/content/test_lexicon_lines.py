"""Lines of the lexicon that change nothing are told to their authors, and only those."""

import shutil
from importlib.resources import as_file
from pathlib import Path

import pytest

from content.authoring.document import Problem, library_folder
from content.catalog.library import load
from content.checks.tables.lexicon_files import LexiconFiles, read_lexicon
from content.checks.tables.unneeded_lines import unneeded_lines
from content.language.compiler import compiled

# What is planted, below which line of which file, and which line says it already.
UNNEEDED = [
    ("areas.yaml", "    quads:", "quads", "quad"),  # a plural
    ("flags.yaml", "    weight-loss:", "losing weight", "los~ weight"),  # a form of the verb
    ("flags.yaml", "    resolved:", "long since healed", "healed"),  # only its name counts
]
NEEDED = [
    ("flags.yaml", "    numb:", "going numb below knee"),  # a "no" before it would reach further
    ("talk.yaml", "    thanks:", "thanks for the streak"),  # hides the streak
    ("areas.yaml", "    quads:", "quad drumstick"),  # a word that is nowhere else
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with as_file(library_folder() / "lexicon") as installed:
        shutil.copytree(installed, tmp_path / "lexicon")
    return tmp_path


def problems(root: Path) -> list[Problem]:
    files, names = read_lexicon(root), load().names
    return list(unneeded_lines(files, compiled(files.lexicon, names), names))


def plant(root: Path, name: str, below: str, phrase: str) -> int:
    """Write the phrase as the first of its concept, and say on which line it stands."""
    page = root / "lexicon" / name
    lines = page.read_text().splitlines()
    at = lines.index(below) + 1
    page.write_text("\n".join([*lines[:at], f"      - {phrase}", *lines[at:], ""]))
    return at + 1


@pytest.mark.parametrize(("name", "below", "phrase", "other"), UNNEEDED)
def test_a_line_that_another_says_is_named(
    root: Path, name: str, below: str, phrase: str, other: str
) -> None:
    line = plant(root, name, below, phrase)
    [problem] = problems(root)
    assert (problem.file, problem.line, problem.mend) == (f"lexicon/{name}", line, "remove it")
    assert problem.fault.startswith(f"“{phrase}” changes nothing, “{other}” in line ")


def test_a_longer_line_that_changes_something_stays(root: Path) -> None:
    for name, below, phrase in NEEDED:
        plant(root, name, below, phrase)
    assert problems(root) == []


def test_a_broken_lexicon_is_told_as_a_problem(root: Path) -> None:
    page = root / "lexicon" / "areas.yaml"
    page.write_text(page.read_text() + "words: {limb: leg}\n")
    told = [(each.file, each.field, each.fault) for each in read_lexicon(root).problems]
    assert told == [("lexicon/areas.yaml", "words.limb", "should be a list")]


def test_content_without_a_lexicon_has_no_files_of_it(tmp_path: Path) -> None:
    assert read_lexicon(tmp_path) == LexiconFiles({}, ())
