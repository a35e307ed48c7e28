"""A SQLite file belongs to one process that runs: two would send everything twice."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.database.sqlite_file import file_of, lock_of


class InUse(RuntimeError):
    """Another process runs on this file."""


@contextmanager
def sole_use(url: str) -> Iterator[None]:
    """While the block runs, no other process gets there. Raises InUse; PostgreSQL is shared.

    The lock is on a file beside it, since the database may be replaced by a backup. It goes with
    the process, whatever ends it.
    """
    file = file_of(url)
    held = _opened(lock_of(file)) if file else None
    if held is None:
        yield
        return
    try:
        _lock(held, str(file))
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


def note_use(url: str) -> None:
    """From now on a file has to be there: whoever finds none has lost it."""
    if file := file_of(url):
        lock_of(file).write_text("used\n")


def was_used(file: Path) -> bool:
    """Whether Limber ran there before."""
    lock = lock_of(file)
    return lock.exists() and lock.stat().st_size > 0
