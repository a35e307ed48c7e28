"""What each setting is made of: its text in, its value out, or a ValueError with the mend.

No error quotes the text, which may hold a secret.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

FASTEST = 100_000  # messages a second
MODEL = ("model.bin", "config.json", "tokenizer.json")
YES, NO = frozenset({"yes", "true", "on", "1"}), frozenset({"no", "false", "off", "0"})
QUOTES = "\"'“”‘’"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Address(NamedTuple):
    """Where to listen."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def _matching(pattern: str, mend: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(mend)
        return text

    return read


def _server(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+/?", text):
        raise ValueError("it should be http://host:port or https://host")
    return text.rstrip("/")


def _origin(text: str) -> str:
    if not re.fullmatch(r"https://[\w.-]+(:\d{1,5})?/?", text):
        raise ValueError("it should be https://host; the page is at /app/ there")
    return text.rstrip("/")


def _voice(text: str) -> str:
    if not (text.endswith(".onnx") or "{wav}" in text):
        raise ValueError("it should be a file.onnx for hibari, or a command with {wav} and {text}")
    return text


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = 0
    if not 0 < rate <= FASTEST:
        raise ValueError(f"it should be a number of messages a second, up to {FASTEST}")
    return rate


def _address(text: str) -> Address:
    found = re.fullmatch(r"([\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})", text)
    if not found or not 0 < int(found[2]) < 1 << 16:
        raise ValueError("it should be host:port, as 127.0.0.1:8080 or 0.0.0.0:8080")
    return Address(found[1].strip("[]"), int(found[2]))


def _ids(text: str) -> frozenset[int]:
    ids = text.replace(",", " ").split()
    if not all(each.isdecimal() for each in ids):
        raise ValueError("it should be user ids, which are integers, as 12345 67890")
    return frozenset(map(int, ids))


def _level(text: str) -> str:
    if text.upper() not in LEVELS:
        raise ValueError(f"it should be one of {', '.join(LEVELS)}")
    return text.upper()


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in YES | NO:
        raise ValueError("it should be yes or no")
    return text.casefold() in YES


def _model(text: str) -> Path:
    folder = Path(text)
    if not all((folder / name).is_file() for name in MODEL):
        raise ValueError("it should be a folder with model.bin, config.json and tokenizer.json")
    return folder


def unquoted(text: str) -> str:
    """Raises ValueError for what came along by mistake: quotes around it, a line break in it."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES and text.count(text[0]) == 2:  # noqa: PLR2004
        raise ValueError("it has quotes around it; write it without them")
    if text != text.strip() or not text.isprintable():
        raise ValueError("it has a space at an end, or a line break; write it without them")
    return text


READERS: Mapping[str, Callable[[str], Any]] = {
    "bot_token": _matching(
        r"\d+:[\w-]{3,}", "it should look like 123456:ABC-def; copy it again from @BotFather"
    ),
    "api_url": _server,
    "data_dir": Path,
    "send_rate": _rate,
    "webhook_secret": _matching(
        r"[A-Za-z0-9_-]{1,256}", "it should be 1 to 256 of A-Z, a-z, 0-9, _ and -"
    ),
    "listen": _address,
    "page_url": _origin,
    "voice": _voice,
    "admins": _ids,
    "log_level": _level,
    "voice_model": _model,
    "reviewed_only": _yes_or_no,
}
