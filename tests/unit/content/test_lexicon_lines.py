"""Lines of the lexicon that change nothing are told to their authors, and only those."""

import shutil
from dataclasses import dataclass
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


def copied(folder: Path) -> Path:
    with as_file(library_folder() / "lexicon") as installed:
        shutil.copytree(installed, folder / "lexicon")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


@dataclass
class Planted:
    """A lexicon with all those lines, and what its authors are told; to read it takes seconds."""

    root: Path
    problems: list[Problem]

    def of(self, phrase: str) -> list[Problem]:
        return [each for each in self.problems if each.fault.startswith(f"“{phrase}” ")]

    def on(self, problem: Problem) -> str:
        """The line that the problem is on."""
        return (self.root / problem.file).read_text().splitlines()[problem.line - 1].strip()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    root = copied(tmp_path_factory.mktemp("planted"))
    for name, below, phrase, *_ in (*UNNEEDED, *NEEDED):
        plant(root, name, below, phrase)
    files, names = read_lexicon(root), load().names
    words = compiled(files.lexicon, names)
    return Planted(root, list(unneeded_lines(files, words, names)))


def plant(root: Path, name: str, below: str, phrase: str) -> None:
    """Write the phrase as the first of its concept."""
    page = root / "lexicon" / name
    lines = page.read_text().splitlines()
    at = lines.index(below) + 1
    page.write_text("\n".join([*lines[:at], f"      - {phrase}", *lines[at:], ""]))


@pytest.mark.parametrize(("name", "below", "phrase", "other"), UNNEEDED)
def test_a_line_that_another_says_is_named(
    planted: Planted, name: str, below: str, phrase: str, other: str
) -> None:
    [problem] = planted.of(phrase)
    assert (problem.file, problem.mend) == (f"lexicon/{name}", "remove it")
    assert planted.on(problem) == f"- {phrase}"
    assert problem.fault.startswith(f"“{phrase}” changes nothing, “{other}” in line ")


def test_a_longer_line_that_changes_something_stays(planted: Planted) -> None:
    assert len(planted.problems) == len(UNNEEDED)


def test_a_broken_lexicon_is_told_as_a_problem(root: Path) -> None:
    page = root / "lexicon" / "areas.yaml"
    page.write_text(page.read_text() + "words: {limb: leg}\n")
    told = [(each.file, each.field, each.fault) for each in read_lexicon(root).problems]
    assert told == [("lexicon/areas.yaml", "words.limb", "should be a list")]


def test_content_without_a_lexicon_has_no_files_of_it(tmp_path: Path) -> None:
    assert read_lexicon(tmp_path) == LexiconFiles({}, ())
