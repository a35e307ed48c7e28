"""No folder grows until nobody finds anything in it, and every chat has one on PostgreSQL."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "content", "scheduler", "storage", "tests", "deploy")
MOST = 17  # entries that a reader takes in at a glance

# Larger ones, each with its reason.
LARGE = {
    "content": "the authors' library, and a room for each question that is asked of it",
    "bot/playground/static": "the page's own small scripts and styles, one for each thing on it",
    "content/library/cards": "a file for each card",
    "content/library/lexicon": "a file for each kind of word",
    "content/library/messages": "a file for each message",
    "content/library/poses": "a file for each card's posture",
    "content/library/routines": "a file for each routine",
    "storage/migrations/versions": "a file for each change of the tables",
    "tests/bench": "a module for each section, and the ground under them",
    "tests/chats": "a file for each capability",
    "tests/measuring": "a module for each measurement",
    "tests/safety": "a table for each kind of danger, and for what only sounds like it",
    "tests/unit/content": "a file for each module that decides",
    "tests/unit/scheduler": "a file for each module that decides",
}


def entries(folder: Path) -> list[str]:
    """What a reader sees there: no caches, no hidden files."""
    names = (each.name for each in folder.iterdir())
    return [name for name in names if not name.startswith((".", "__"))]


def large(root: Path) -> set[str]:
    folders = [each for floor in FLOORS for each in (root / floor, *(root / floor).rglob("*"))]
    return {
        each.relative_to(root).as_posix()
        for each in folders
        if each.is_dir() and "__pycache__" not in each.parts and len(entries(each)) > MOST
    }


def test_a_large_folder_has_a_reason():
    found = large(ROOT)
    assert found <= LARGE.keys(), "make rooms in it, or give a reason here"


def test_one_entry_more_is_found(tmp_path: Path):
    folder = tmp_path / "bot" / "full"
    folder.mkdir(parents=True)
    for number in range(MOST + 1):
        assert large(tmp_path) == set()
        (folder / f"{number}.py").touch()
    assert large(tmp_path) == {"bot/full"}


@pytest.mark.parametrize(
    "chats", sorted((ROOT / "tests/chats").glob("test_*.py")), ids=lambda p: p.stem
)
def test_each_file_of_chats_has_one_on_postgresql(chats: Path):
    assert "pytest.mark.postgresql" in chats.read_text(encoding="utf-8")
