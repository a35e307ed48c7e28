"""Logging without secrets, and without a word of what runners write."""

import asyncio
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import Any

from bot.operations.plain_text import plain

TOKEN_IN_URL = re.compile(r"/bot\d+:[\w-]+")
URL_PASSWORD = re.compile(r"(://[^:/@\s]*:)[^@\s]+@")
# Libraries that write out what they carry: addresses with the token, updates, answers, statements.
TALKATIVE = (
    *("aiohttp", "alembic", "apscheduler", "asyncio", "httpcore", "httpx", "sqlalchemy"),
    "telegram",
)
log = logging.getLogger(__name__)
CAUSED = "\nThe above exception led to this one:\n\n"


class Redacting(logging.Formatter):
    """Formats a record, and blanks what looks like a secret.

    Of an exception it shows where it was raised and of which kind, never what it says: that may
    quote a message or a row.
    """

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return plain(redact(text))

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        fault = ei[1] if isinstance(ei, tuple) else None
        return CAUSED.join(_raised(fault)).rstrip("\n") if fault else ""


def _raised(fault: BaseException) -> Iterator[str]:
    """Where each exception of a chain was raised, the first one first."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before:
        yield from _raised(before)
    frames = "".join(traceback.format_tb(fault.__traceback__))
    yield f"{frames}{type(fault).__module__}.{type(fault).__qualname__}\n"
    for each in fault.exceptions if isinstance(fault, BaseExceptionGroup) else ():
        yield from _raised(each)


def redact(text: str) -> str:
    """The text without bot tokens in addresses and without database passwords."""
    return URL_PASSWORD.sub(r"\1***@", TOKEN_IN_URL.sub("/bot***", text))


def set_up(level: str, *secrets: str | None) -> None:
    """Log to standard error. What libraries say below a warning is not for a log."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(tuple(secret for secret in secrets if secret)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in TALKATIVE:
        logging.getLogger(library).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a beat that waits says so each time
    # It writes out an answer that it can't read, whole.
    for carrier in ("telegram.request", "telegram.ext.Application"):
        logging.getLogger(carrier).setLevel(logging.CRITICAL)
    sys.excepthook = lambda _kind, fault, _trace: _fell(fault)
    threading.excepthook = lambda fallen: _fell(fallen.exc_value)


def task_failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What nobody waited for; asyncio itself would write out what the exception says."""
    log.error("a task failed that nobody waited for", exc_info=context.get("exception"))


def _fell(fault: BaseException | None) -> None:
    log.critical("Limber failed", exc_info=fault)
