"""Programs of other people that a test starts for real, and how one waits for them."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 20.0  # seconds


def program(name: str) -> str:
    """Where it is; system programs are not on everybody's path."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if not found:
        pytest.fail(f"This test needs {name}. Mend: apt-get install -y {name}")
    return found


@contextmanager
def running(command: list[str], port: int, log: Path, **who: Any) -> Iterator[None]:
    """The program, from when it takes connections on that port until the block ends."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, **who)
    try:
        _answers(process, port, log)
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        process.kill()
        process.wait()


def _answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.05)
    pytest.fail(f"{process.args} did not start: {log.read_text()[-800:]}")
