"""What can be wrong with a SQLite file before it is opened, each with its mend."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError


class BadFile(ValueError):
    """The database's file can't be used as it is; the text is one line with the mend."""


def file_of(url: str) -> Path | None:
    """The file that the URL names; None for a server, or a database in memory."""
    with suppress(ArgumentError):
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
            return Path(str(parsed.database))
    return None


def check_file(file: Path, *, used_before: bool = False) -> None:
    """Raises BadFile for what a start would trip over, or what it would quietly make anew.

    `used_before`: whether Limber ran there once, so that the file has to be there.
    """
    check_folder(file.parent)
    if file.is_dir():
        raise BadFile(f"{file} is a folder; name a file in it")
    check_kept(file, used_before=used_before)
    if not file.exists():
        return
    check_content(file)
    if not _writable(file):
        raise BadFile(f"{file} can't be written; give it to who runs Limber (chown)")


def check_kept(file: Path, *, used_before: bool) -> None:
    """Raises BadFile for one that was lost."""
    if used_before and not file.exists():
        raise BadFile(
            f"{file} is gone, though Limber has run here; put it back or a backup in its"
            f" place, or remove {lock_of(file)} to begin anew"
        )


def check_content(file: Path) -> None:
    """Raises BadFile for a file that is no whole database."""
    if not os.access(file, os.R_OK, effective_ids=True):
        raise BadFile(f"{file} can't be read; give it to who runs Limber (chown)")
    if not file.stat().st_size:
        raise BadFile(f"{file} is empty; put a backup in its place, or remove it to begin anew")
    if fault := _fault(file):
        raise BadFile(f"{file} {fault}; put a backup in its place, or name another")


def lock_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.lock")


def reading(file: Path) -> sqlite3.Connection:
    """Open it so that nothing is made or changed, not even beside it."""
    still = not file.with_name(f"{file.name}-wal").exists()
    uri = f"{file.resolve().as_uri()}?{'immutable=1' if still else 'mode=ro'}"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _fault(file: Path) -> str | None:
    """What is wrong with its content. SQLite has to look: to close it would end SQLite's locks."""
    try:
        with closing(reading(file)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            return None if found == "ok" else "is damaged"
    except sqlite3.OperationalError:  # such as locked: nothing is known
        return None
    except sqlite3.DatabaseError as error:
        return "is no SQLite database" if "not a database" in str(error) else "is damaged"


def check_folder(folder: Path) -> None:
    """Raises BadFile where no file can be made."""
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    if not nearest.is_dir():
        raise BadFile(f"{nearest} is a file; it should be a folder")
    if not _writable(nearest):
        raise BadFile(f"nobody may write in {nearest}; give it to who runs Limber (chown)")


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=True)


def revision(file: Path) -> str | None:
    """What its tables stand at; None where there are none."""
    with closing(reading(file)) as connection:
        try:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return None
    return str(found[0]) if found else None


def size_of_log(file: Path) -> int:
    """Bytes of what was written and is not in the file itself yet."""
    waiting = file.with_name(f"{file.name}-wal")
    return waiting.stat().st_size if waiting.exists() else 0
