"""Why a database does not answer, in words for an operator. No text of a driver is passed on:
it may quote a row or a password.
"""

import re
from typing import NamedTuple


class Reason(NamedTuple):
    """`lasting` says that waiting mends nothing: a setting or the file is wrong."""

    words: str
    lasting: bool = False


REASONS: tuple[tuple[str, Reason], ...] = (
    (
        r"password authentication failed|no password supplied|no pg_hba.conf entry|authentication",
        Reason("the user or the password is refused; mend them in the URL", lasting=True),
    ),
    (
        r'role ".*" does not exist',
        Reason("there is no such user; mend it in the URL, or create it", lasting=True),
    ),
    (
        r'database ".*" does not exist',
        Reason("there is no database of that name; mend it in the URL, or createdb", lasting=True),
    ),
    (r"invalid (port|connection option|uri|integer)", Reason("the URL is wrong", lasting=True)),
    (r"starting up|shutting down|in recovery", Reason("it is just starting or stopping")),
    (r"too many (clients|connections)|connection slots", Reason("it has no connection free")),
    (
        r"translate host name|not known|name resolution|resolve",
        Reason("nobody knows a host of that name; is the name right, and the network up?"),
    ),
    (r"refused", Reason("nothing listens at that host and port")),
    (r"timeout|timed out|unreachable|no route", Reason("the host does not answer")),
    (r"is another server|no such file or directory", Reason("no PostgreSQL has a socket there")),
    (r"no space left|could not extend|disk is full", Reason("the disk is full")),
    (r"locked|busy", Reason("another process has locked it")),
    (
        r"readonly|read-only",
        Reason("it can't be written; give its file to who runs Limber", lasting=True),
    ),
    (
        r"malformed|not a database|file is encrypted",
        Reason("the file is damaged, or no database; put a backup in its place", lasting=True),
    ),
    (
        r"file is gone",
        Reason("its file was removed or replaced; stop Limber, put it back, start", lasting=True),
    ),
    (r"no such (table|column)", Reason("its tables are of another version", lasting=True)),
    (r"unable to open", Reason("its file can't be opened")),
    (r"disk i/o error", Reason("the disk does not work")),
)
UNKNOWN = Reason("the connection broke")


def reason(error: BaseException | None) -> Reason:
    """What that error of a driver means."""
    said = str(error)
    return next(
        (each for pattern, each in REASONS if re.search(pattern, said, re.IGNORECASE)), UNKNOWN
    )
