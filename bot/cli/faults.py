"""Faults of the configuration, told in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.config.settings import BadSettings
from content.authoring.document import ContentError
from content.language.lexicon import LexiconError
from storage.database.engine import BadDatabaseUrl
from storage.database.schema import SchemaBehind
from storage.database.sole_use import InUse, sole_use
from storage.store import Unavailable


class BadStart(ValueError):
    """Limber can't start as it is configured; the text is one line with the mend."""


REFUSALS = (BadSettings, BadStart)  # for these the operator gets their one line and exit code 2


@contextmanager
def one_line() -> Iterator[None]:
    """What stops Limber inside the block becomes one line on why. Raises BadStart."""
    try:
        yield
    except BadDatabaseUrl as error:
        raise BadStart(f"LIMBER_DATABASE_URL: {error}") from None
    except SchemaBehind as error:
        raise BadStart(f"{error}; run `limber db upgrade`") from None
    except Unavailable as error:
        raise BadStart(f"LIMBER_DATABASE_URL: the database can't be reached ({error})") from None
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
