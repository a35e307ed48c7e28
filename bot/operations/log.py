"""Logging without secrets."""

import logging
import re

TOKEN_IN_URL = re.compile(r"/bot\d+:[\w-]+")
URL_PASSWORD = re.compile(r"(://[^:/@\s]*:)[^@\s]+@")


class Redacting(logging.Formatter):
    """Formats a record, traceback included, and blanks what looks like a secret."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return redact(text)


def redact(text: str) -> str:
    """The text without bot tokens in addresses and without database passwords."""
    return URL_PASSWORD.sub(r"\1***@", TOKEN_IN_URL.sub("/bot***", text))


def set_up(level: str, *secrets: str | None) -> None:
    """Log to standard error. Request lines of the HTTP client carry the token: not shown."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(tuple(secret for secret in secrets if secret)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "apscheduler", "alembic", "telegram.ext.Application"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
