"""A whole copy of a SQLite database while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.database.engine import make_private
from storage.store import Store


def backup(store: Store, path: Path) -> None:
    """Write a copy to `path`, which must not exist. The stepped backup API never ends under load.

    Raises sqlite3.Error, as when the disk is full.
    """
    source = f"{Path(store.engine.url.database or '').resolve().as_uri()}?mode=ro"
    make_private(path)  # into an empty file it goes as well
    with closing(sqlite3.connect(source, uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))
