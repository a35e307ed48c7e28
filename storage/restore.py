"""A SQLite database from its backup: put in place whole, or not at all."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from storage.backup import counts
from storage.database.engine import make_private
from storage.database.schema import HEAD
from storage.database.sqlite_file import BadFile, check_content, reading, revision

ASIDE = ".before-restore"


def restore(copy: Path, file: Path) -> Mapping[str, int]:
    """Put what is in `copy` where `file` stands; how many rows of what came back.

    Nobody may have it open. What stood there is kept beside it, as `aside(file)`. Raises BadFile
    for a copy that is no backup of ours, and sqlite3.Error, as when the disk is full.
    """
    check_content(copy)
    if (found := revision(copy)) is None or found > HEAD:
        raise BadFile(f"{copy} is no backup that this version reads (it is at {found})")
    fresh = file.with_name(f"{file.name}.restoring")
    fresh.unlink(missing_ok=True)
    make_private(fresh)
    with closing(reading(copy)) as connection:
        connection.execute("VACUUM INTO ?", (str(fresh),))
    what = counts(fresh)
    _swap(fresh, file)
    return what


def aside(file: Path) -> Path:
    """Where what stood there is kept."""
    return file.with_name(f"{file.name}{ASIDE}")


def _swap(fresh: Path, file: Path) -> None:
    """The log of writes goes along with its own file: beside another one it would be its end."""
    for suffix in ("", "-wal", "-shm"):
        beside = file.with_name(f"{file.name}{suffix}")
        if beside.exists():
            beside.replace(f"{aside(file)}{suffix}")
    fresh.replace(file)
