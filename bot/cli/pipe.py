"""Somebody may read us through a pipe and leave early, as `head` does."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

READER_LEFT = 128 + signal.SIGPIPE  # what shells report of other tools then


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """Around each write: when nobody reads any more, the command ends without a word."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes what is left at its end, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(READER_LEFT) from None
