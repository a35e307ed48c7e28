"""Files that are made once: for all who ask, within their room, and on a full disk as well."""

import asyncio
import os
from pathlib import Path

import pytest

from content.workers.kept_files import KeptFiles


class Maker:
    """Makes so many bytes, and counts how often."""

    def __init__(self, size: int = 10) -> None:
        self.size, self.times = size, 0

    async def __call__(self) -> bytes:
        self.times += 1
        await asyncio.sleep(0)
        return b"x" * self.size


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


async def test_a_file_is_made_once_for_all_who_ask(tmp_path: Path):
    kept, make = KeptFiles(tmp_path), Maker()
    assert await asyncio.gather(*(kept.get("a.ogg", make) for _ in range(3))) == [b"x" * 10] * 3
    assert await KeptFiles(tmp_path).get("a.ogg", make) == b"x" * 10
    assert make.times == 1
    assert kept.has("a.ogg")


async def test_who_stops_waiting_does_not_stop_the_making(tmp_path: Path):
    kept, make = KeptFiles(tmp_path), Maker()
    impatient = asyncio.create_task(kept.get("a.ogg", make))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await kept.get("a.ogg", make) == b"x" * 10
    assert make.times == 1


async def test_what_was_asked_for_longest_ago_makes_room(tmp_path: Path):
    kept, make = KeptFiles(tmp_path, most=30), Maker()
    for age, name in enumerate(("c.ogg", "b.ogg", "a.ogg")):
        await kept.get(name, make)
        os.utime(tmp_path / name, (age, age))
    await kept.get("c.ogg", make)  # the oldest is asked for again
    await kept.get("d.ogg", make)
    assert names(tmp_path) == {"a.ogg", "c.ogg", "d.ogg"}


async def test_where_nothing_can_be_kept_it_is_made_each_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "full").write_text("no folder")
    kept, make = KeptFiles(tmp_path / "full", most=30), Maker()
    assert await kept.get("a.ogg", make) == await kept.get("a.ogg", make) == b"x" * 10
    assert make.times == 2
    assert "a.ogg can't be kept" in caplog.text


async def test_what_fails_is_made_anew(tmp_path: Path):
    async def fails() -> bytes:
        raise LookupError("nobody there")

    kept, make = KeptFiles(tmp_path), Maker()
    with pytest.raises(LookupError, match="nobody"):
        await kept.get("a.ogg", fails)
    assert await kept.get("a.ogg", make) == b"x" * 10
