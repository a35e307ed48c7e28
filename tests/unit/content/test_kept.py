"""What a start keeps for the next one: used while nothing changed, and never in the way."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from content.authoring import cache as module
from content.authoring.cache import cached
from content.bundle import read_content
from content.catalog.library import load
from content.catalog.taxonomy import Area

VALUE = {"cards": [Area.QUADS], "day": date(2026, 11, 27)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content in the place of the installed one."""
    content = tmp_path / "content"
    (content / "cards").mkdir(parents=True)
    (content / "cards/a.yaml").write_text("name: A\n")
    (content / "code.py").write_text("MOST = 4\n")
    monkeypatch.setattr(module, "FOLDER", content)
    return content


class Made:
    """Makes the value, and counts how often."""

    times = 0

    def __call__(self) -> object:
        self.times += 1
        return VALUE


@pytest.fixture
def make() -> Made:
    return Made()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "content.cache"


def test_what_was_made_once_is_found_by_the_next_start(folder: Path, file: Path, make: Made):
    assert [cached(file, make) for _ in range(3)] == [VALUE] * 3
    assert make.times == 1
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: (folder / "cards/a.yaml").write_text("name: B\n"),
        lambda folder: (folder / "cards/b.yaml").write_text(""),
        lambda folder: (folder / "cards/a.yaml").rename(folder / "cards/c.yaml"),
        lambda folder: (folder / "cards/a.yaml").unlink(),
        lambda folder: (folder / "code.py").write_text("MOST = 5\n"),
        lambda folder: (folder / "message.j2").write_text("Hello"),
    ],
    ids=["edited", "added", "renamed", "removed", "code", "template"],
)
def test_whatever_changes_is_made_anew(
    edit: Callable[[Path], object], folder: Path, file: Path, make: Made
):
    cached(file, make)
    edit(folder)
    cached(file, make)
    assert make.times == 2
    cached(file, make)
    assert make.times == 2


def test_what_is_edited_while_it_is_read_is_not_kept(folder: Path, file: Path):
    def make() -> str:
        (folder / "cards/a.yaml").write_text("name: B\n")
        return "half of A and half of B"

    cached(file, make)
    assert not file.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda sealed: b"",
        lambda sealed: sealed[:40],
        lambda sealed: sealed[:-1],
        lambda sealed: sealed + b"x",
        lambda sealed: sealed[:99] + bytes([sealed[99] ^ 1]) + sealed[100:],
        lambda sealed: b"not ours at all " * 9,
    ],
    ids=["empty", "no seal", "cut", "longer", "one bit", "foreign"],
)
def test_what_is_damaged_is_passed_over_and_mended(
    damage: Callable[[bytes], bytes], folder: Path, file: Path, make: Made
):
    cached(file, make)
    file.write_bytes(damage(file.read_bytes()))
    assert [cached(file, make) for _ in range(2)] == [VALUE] * 2
    assert make.times == 2


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_trusted(mode: int, folder: Path, file: Path, make: Made):
    cached(file, make)
    file.chmod(mode)
    assert cached(file, make) == VALUE
    assert make.times == 2
    assert file.stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_kept_nothing_is(folder: Path, tmp_path: Path, make: Made):
    (tmp_path / "data").touch()
    assert [cached(tmp_path / "data/content.cache", make) for _ in range(2)] == [VALUE] * 2
    (tmp_path / "taken").mkdir()
    assert cached(tmp_path / "taken", make) == VALUE
    assert make.times == 3
    assert sorted(each.name for each in tmp_path.iterdir()) == ["content", "data", "taken"]


def test_replicas_may_start_at_once(folder: Path, file: Path, make: Made):
    with ThreadPoolExecutor(8) as replicas:
        assert list(replicas.map(lambda _: cached(file, make), range(32))) == [VALUE] * 32
    made = make.times
    assert cached(file, make) == VALUE
    assert make.times == made


def test_a_coach_of_kept_content_is_the_same_and_needs_nothing_that_reads(tmp_path: Path):
    code = """if True:
        import json, sys
        from pathlib import Path
        from content.bundle import load_content
        coach = load_content(file=Path("content.cache"))
        tables, words = coach.lexicon.tables, dict(coach.wording.words)
        said = coach.wording.message("greeting", name="Kim")
        readers = sorted({"yaml", "pydantic", "content.authoring.validation"} & sys.modules.keys())
        print(json.dumps([readers, list(coach.library.cards), tables, words, said]))
    """
    first, second = (
        json.loads(subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, text=True))
        for _ in range(2)
    )
    assert first[0] == ["content.authoring.validation", "pydantic", "yaml"]
    assert second[0] == []
    assert first[1:] == second[1:]
    whole = cached(tmp_path / "content.cache", read_content)
    assert whole.library == load()
    with pytest.raises(TypeError):
        whole.library.cards["mine"] = whole.library.cards["clamshell"]
