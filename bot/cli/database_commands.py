"""Commands that copy a whole database: out to a backup, back from one, over to PostgreSQL."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from bot.cli.faults import BadStart, Failed, alone_on, check_there, one_line
from bot.cli.terminal import say
from bot.config.clock import real_now
from bot.config.settings import read_settings
from storage.backup import backup, copy_name, old_copies
from storage.database.engine import BadDatabaseUrl
from storage.database.sole_use import note_use
from storage.database.sqlite_file import file_of
from storage.database.threads import translated
from storage.move import Differs, NotEmpty, move
from storage.restore import aside, restore
from storage.store import Store


def db_backup(path: Path, keep: int | None = None) -> int:
    """A copy of a SQLite database, whole, while Limber runs on.

    Into a folder it goes under the time of day; then copies there that are older than `keep`
    days are removed. None is removed unless a new one was made.
    """
    now = real_now()
    folder = path if path.is_dir() else None
    if keep is not None and folder is None:
        raise BadStart(f"{path} is no folder; --keep clears old copies out of a folder")
    if keep is not None and keep < 1:
        raise BadStart("--keep: name at least 1 day")
    failed = _copied(folder / copy_name(now) if folder else path)
    if not failed and folder and keep is not None:
        for old in old_copies(folder, now, timedelta(days=keep)):
            old.unlink()
            say(f"removed {old}, which is older than {keep} days")
    return failed


def _copied(path: Path) -> int:
    if path.exists():
        raise BadStart(f"{path} exists; name a new file")
    if not path.absolute().parent.is_dir():
        raise BadStart(f"there is no folder {path.absolute().parent}; make it first")
    with opened() as store:
        if not store.alone:
            raise BadStart("this is PostgreSQL; use pg_dump as deploy/README.md shows")
        try:
            counts = backup(store, path)
        except sqlite3.Error as error:
            path.unlink(missing_ok=True)
            say(f"no backup was made ({error})")
            return 1
    say(f"wrote {path}: {_told(counts)}")
    return 0


def db_restore(path: Path, *, replace: bool) -> int:
    """A backup in the place of the database, with Limber stopped."""
    database = read_settings().database
    file = file_of(database)
    if file is None:
        raise BadStart("this is PostgreSQL; use pg_restore as deploy/README.md shows")
    if not path.is_file():
        raise BadStart(f"there is no file {path}; name a backup")
    if file.exists() and not replace:
        raise BadStart(f"{file} is there; say --replace to put the backup in its place")
    with one_line(), alone_on(database):
        stood = file.exists()
        try:
            counts = restore(path, file)
        except sqlite3.Error as error:
            raise Failed(f"nothing was restored ({error})") from None
        note_use(database)
    say(f"restored {file}: {_told(counts)}")
    if stood:
        say(f"what stood there is {aside(file)}; remove it once you don't need it")
    return 0


def db_move(url: str) -> int:
    """From SQLite to PostgreSQL, with Limber stopped; run again, it goes on where it was."""
    database = read_settings().database
    if file_of(database) is None:
        raise BadStart("LIMBER_DATABASE_URL: this is no SQLite file; only that can be moved")
    with one_line():
        check_there(database)
    with alone_on(database), opened() as source, _target(url) as target:
        try:
            with translated():
                for name, count in move(source.engine, target.engine, str(file_of(database))):
                    say(f"{count:>10,}  {name}")
        except NotEmpty:
            raise BadStart("there are runners in that database; name an empty one") from None
        except Differs as error:
            raise Failed(f"not all has arrived ({error}); empty it, and move again") from None
    say("all of it is there; set LIMBER_DATABASE_URL to it, and start Limber on nothing else")
    return 0


@contextmanager
def _target(url: str) -> Iterator[Store]:
    if file_of(url) is not None:
        raise BadStart(f"db move: {url} is a file; move to postgresql://…")
    try:
        store = Store(url)
    except BadDatabaseUrl as error:
        raise BadStart(f"db move: {error}") from None
    with one_line(), closing(store):
        store.upgrade()
        yield store


@contextmanager
def opened() -> Iterator[Store]:
    """The database of the settings; a look makes none."""
    database = read_settings().database
    with one_line():
        check_there(database)
        with closing(Store(database)) as store:
            store.ensure_tables()
            yield store


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items())
