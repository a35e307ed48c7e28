"""What stops a command, told in one line: 2 for what the operator has to mend, else 1."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.config.settings import BadSettings, Settings
from content.authoring.document import ContentError
from content.language.lexicon import LexiconError
from storage.database.engine import BadDatabaseUrl
from storage.database.schema import SchemaBehind
from storage.database.sole_use import InUse, sole_use, was_used
from storage.database.sqlite_file import (
    BadFile,
    check_content,
    check_file,
    check_folder,
    check_kept,
    file_of,
)
from storage.store import Unavailable, Unusable


class BadStart(ValueError):
    """Limber can't start as it is configured; the text is one line with the mend."""


class Failed(RuntimeError):
    """It is configured as it should be, and still can't be done now; the text is one line."""


REFUSALS = (BadSettings, BadStart)  # for these the operator gets their one line and exit code 2


@contextmanager
def one_line() -> Iterator[None]:
    """What stops Limber inside the block becomes one line on why. Raises BadStart, or Failed."""
    try:
        yield
    except BadDatabaseUrl as error:
        raise BadStart(f"LIMBER_DATABASE_URL: {error}") from None
    except SchemaBehind as error:
        raise BadStart(f"{error}; run `limber db upgrade`") from None
    except (Unusable, BadFile) as error:
        raise BadStart(f"the database: {error}") from None
    except Unavailable as error:
        raise Failed(f"the database can't be reached ({error})") from None
    except (ContentError, LexiconError) as error:
        raise BadStart(
            f"content has mistakes; `limber content check` lists them\n{error}"
        ) from None


@contextmanager
def alone_on(database: str) -> Iterator[None]:
    """Nobody else runs on this database meanwhile, if it is a file. Raises BadStart."""
    try:
        with sole_use(database):
            yield
    except InUse as error:
        raise BadStart(
            f"LIMBER_DATABASE_URL: another Limber runs on {error}; stop it, or give this one"
            " a database of its own"
        ) from None


def check_before_run(settings: Settings) -> None:
    """Raises BadFile or BadStart for what Limber would trip over, or quietly make anew."""
    try:
        check_folder(settings.data_dir)
    except BadFile as error:
        raise BadStart(f"LIMBER_DATA_DIR: {error}") from None
    if file := file_of(settings.database):
        check_file(file, used_before=was_used(file))


def check_there(database: str) -> None:
    """Raises BadFile for a file that is not there, or no database: a look makes none."""
    file = file_of(database)
    if file:
        check_kept(file, used_before=was_used(file))
    if file and not file.exists():
        raise BadFile(f"there is none at {file}; name the one that Limber runs on")
    if file:
        check_content(file)
