"""Processes that tests start: none outlives the test that started it, whatever happened.

One that is forgotten goes on using the machine, and Python warns of it in some later test.
"""

import shutil
import socket
import subprocess
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from content.bundle import Content, load_content

PATIENCE = 20  # seconds for a process that was asked to end

_started: list[subprocess.Popen[Any]] = []
_kept: Path | None = None


def start(command: list[Any], **how: Any) -> subprocess.Popen[Any]:
    """As Popen; `end_all` ends what is still running then."""
    process = subprocess.Popen(command, **how)
    _started.append(process)
    return process


def free_port() -> int:
    """A port on loopback on which nobody listens; whoever gets it takes it at once."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def end(process: subprocess.Popen[Any]) -> None:
    """At once, with its pipes."""
    process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            pipe.close()
    process.wait()


def end_all() -> None:
    while _started:
        end(_started.pop())


def keep_content_in(file: Path) -> None:
    """Where this run of the tests keeps what is made of all content."""
    global _kept  # noqa: PLW0603 - fixtures know the folder, and processes are no fixtures
    _kept = file


def kept_content(file: Path) -> Content:
    """All content, out of that file; the first of the workers puts it there, the others wait."""
    with file.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        return load_content(file=file)


def give_content(folder: Path) -> None:
    """To a process that starts there: it need not read all files anew, as after a first start."""
    if _kept:
        if not _kept.exists():
            kept_content(_kept)
        (folder / "data").mkdir(exist_ok=True)
        shutil.copy(_kept, folder / "data" / "content.cache")
