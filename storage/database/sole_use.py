"""A SQLite file belongs to one process that runs: two would send everything twice."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url


class InUse(RuntimeError):
    """Another process runs on this file."""


@contextmanager
def sole_use(url: str) -> Iterator[None]:
    """While the block runs, no other process gets there. Raises InUse; PostgreSQL is shared.

    The lock is on a file beside it, since the database may be replaced by a backup. It goes with
    the process, whatever ends it.
    """
    name = make_url(url).database if url.startswith(("sqlite:", "sqlite+")) else None
    held = _opened(Path(f"{name}.lock")) if name and name != ":memory:" else None
    if held is None:
        yield
        return
    try:
        _lock(held, str(name))
        yield
    finally:
        os.close(held)


def _lock(held: int, name: str) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InUse(name) from None


def _opened(lock: Path) -> int | None:
    """None where nothing can be written: the database itself then says so."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        return os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None
