"""Commands whose reader leaves early, as `head` does, end at once and say nothing of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.pipe import READER_LEFT
from tests.support import processes

LIMBER = Path(sys.executable).parent / "limber"
QUIET = {"PATH": os.defpath, "LIMBER_LOG_LEVEL": "WARNING"}


def without_a_reader(*words: str, folder: Path) -> tuple[int, str]:
    """Exit code and complaints of the command when nobody reads what it prints."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [LIMBER, *words],
            stdout=writer,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=QUIET,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "content show couch-stretch",
        "content table",
        "content simulate beginner",
        "db upgrade",
        "doctor",
        "outbox list",
        "playground --port 0",
    ],
)
def test_a_command_without_a_reader_ends_quietly(words: str, tmp_path: Path, sqlite_template: Path):
    if words != "db upgrade":  # all others look for a database that is there
        (tmp_path / "data").mkdir()
        shutil.copy(sqlite_template, tmp_path / "data" / "limber.db")
    assert without_a_reader(*words.split(), folder=tmp_path) == (READER_LEFT, "")


def test_the_first_line_is_all_that_head_wants(tmp_path: Path):
    limber = processes.start(
        [LIMBER, "content", "show", "couch-stretch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=QUIET,
    )
    head = subprocess.run(
        ["head", "-1"], stdin=limber.stdout, capture_output=True, text=True, check=True
    )
    limber.stdout.close()
    _, complaints = limber.communicate(timeout=60)
    assert (head.stdout, complaints) == ("Couch stretch\n", b"")
    assert limber.returncode in (0, READER_LEFT)  # 0 if all of it was in the pipe by then
