"""A whole copy of a SQLite database while it is in use."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.database.engine import make_private
from storage.database.tables import entries, outbox, reminders, runners
from storage.store import Store

NAME = "limber-%Y-%m-%dT%H%M%SZ.db"
COUNTED = (runners, reminders, entries, outbox)


def backup(store: Store, path: Path) -> Mapping[str, int]:
    """Write a copy to `path`, which must not exist; how many rows of what are in it.

    The stepped backup API never ends under load. Raises sqlite3.Error, as when the disk is full.
    """
    source = f"{Path(store.engine.url.database or '').resolve().as_uri()}?mode=ro"
    make_private(path)  # into an empty file it goes as well
    with closing(sqlite3.connect(source, uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))
    return counts(path)


def copy_name(now: datetime) -> str:
    """What a copy in a folder of copies is called: the time at which it was made, in UTC."""
    return f"{now.astimezone(UTC):{NAME}}"


def old_copies(folder: Path, now: datetime, kept: timedelta) -> list[Path]:
    """Copies in that folder that are older, the oldest first; a file of another name is none."""
    made = {path: _made(path.name) for path in sorted(folder.glob("limber-*.db"))}
    return [path for path, at in made.items() if at and now - at > kept]


def _made(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def counts(path: Path) -> Mapping[str, int]:
    """How many rows of what are in a copy, which has to be whole for that."""
    with closing(sqlite3.connect(path)) as copy:
        count = "SELECT count(*) FROM {}".format
        return {each.name: copy.execute(count(each.name)).fetchone()[0] for each in COUNTED}
