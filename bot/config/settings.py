"""Configuration: environment variables that begin with LIMBER_, or a .env file."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.config.setting_values import READERS, Address, unquoted

TELEGRAM = "https://api.telegram.org"
TELEGRAM_PORTS = ("443", "80", "88", "8443")  # https://core.telegram.org/bots/api#setwebhook
OWN_PATHS, PAGE_PATH = ("/health", "/metrics"), "/app/"
PREFIX, FILE = "LIMBER_", ".env"
SECRETS = ("bot_token", "database_url", "webhook_secret")  # may stand in a file of their own
FROM_FILE = "_FILE"
FOREIGN = frozenset({"LIMBER_REPLICAS"})  # read by compose
ALIKE = 0.75  # of two names, from which on one is a slip of the other


class BadSettings(ValueError):
    """A setting can't be used; the text says which and what to write instead."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an operator can set. Every field is LIMBER_ plus its name in capitals."""

    bot_token: str | None = field(default=None, repr=False)
    api_url: str = TELEGRAM
    data_dir: Path = Path("data")
    database_url: str | None = field(default=None, repr=False)
    send_rate: float = 28
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    listen: Address | None = None
    page_url: str | None = None
    voice: str | None = None
    admins: frozenset[int] = frozenset()
    log_level: str = "INFO"
    voice_model: Path | None = None
    reviewed_only: bool = False

    @property
    def database(self) -> str:
        """The database URL: the one that was set, or a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'limber.db'}"


def read_settings() -> Settings:
    """The settings as the environment gives them. Raises BadSettings with one line."""
    return settings_from({**_set(_written()), **_set(os.environ)})


def settings_from(given: Mapping[str, str]) -> Settings:
    """The settings by the names of their variables. Raises BadSettings with one line."""
    texts = _set(given)
    for name in unknown(texts):
        if nearest := _nearest(name):
            raise BadSettings(f"{name}: there is no such setting; did you mean {nearest}?")
    settings = Settings(**dict(_read(texts)))
    return _as_server(_with_webhook(settings) if settings.webhook_url else settings)


def _set(given: Mapping[str, str | None]) -> dict[str, str]:
    """Those that hold anything; small letters do as well."""
    return {name.upper(): text for name, text in given.items() if text}


def names() -> tuple[str, ...]:
    """The variables that there are."""
    plain = tuple(f"{PREFIX}{each.name.upper()}" for each in fields(Settings))
    return (*plain, *(f"{PREFIX}{each.upper()}{FROM_FILE}" for each in SECRETS))


def unknown(given: Iterable[str]) -> list[str]:
    """Names like ours that are none of ours."""
    ours = {*names(), *FOREIGN}
    return sorted(each.upper() for each in given if _like_ours(each) and each.upper() not in ours)


def _like_ours(name: str) -> bool:
    return name.upper().startswith(PREFIX)


def _nearest(name: str) -> str | None:
    """The setting that is written almost so."""
    short = {each.removeprefix(PREFIX): each for each in names()}
    found = get_close_matches(name.removeprefix(PREFIX), short, 1, ALIKE)
    return short[found[0]] if found else None


def _read(texts: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for each in fields(Settings):
        variable = f"{PREFIX}{each.name.upper()}"
        with _named(variable):
            text = _text(variable, texts, in_file=each.name in SECRETS)
            if text is not None:
                yield each.name, READERS.get(each.name, str)(unquoted(text))


def _text(variable: str, texts: Mapping[str, str], *, in_file: bool) -> str | None:
    """What is written there, or in the file that is named instead."""
    file = texts.get(variable + FROM_FILE) if in_file else None
    if file is None:
        return texts.get(variable)
    if variable in texts:
        raise ValueError(f"{variable}{FROM_FILE} is set as well; leave one of the two out")
    with _named(variable + FROM_FILE):
        return _secret(Path(file))


def _secret(file: Path) -> str:
    try:
        text = file.read_text("utf-8").strip()
    except UnicodeDecodeError:
        raise ValueError(f"{file} is no text") from None
    except OSError as error:
        raise ValueError(f"{file} can't be read ({error.strerror})") from None
    if not text:
        raise ValueError(f"{file} is empty; put the secret into it")
    return text


def _with_webhook(settings: Settings) -> Settings:
    """The settings as webhook mode needs them."""
    with _named("LIMBER_WEBHOOK_URL"):
        _check_webhook(settings)
    with _named("LIMBER_WEBHOOK_SECRET"):
        if not settings.webhook_secret:
            raise ValueError("webhook mode needs it: 1 to 256 of A-Z, a-z, 0-9, _ and -")
    return settings


def _as_server(settings: Settings) -> Settings:
    """With the address to listen on, where anything is served."""
    if not (settings.webhook_url or settings.page_url):
        return settings
    return replace(settings, listen=settings.listen or Address("127.0.0.1", 8080))


def _written() -> Mapping[str, str | None]:
    """What stands in the .env file, if there is one."""
    if not Path(FILE).is_file():
        return {}
    from dotenv import dotenv_values  # late: most starts have their settings from elsewhere

    try:
        return dotenv_values(FILE)
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(f"{FILE}: it can't be read ({type(error).__name__})") from None


@contextmanager
def _named(name: str) -> Iterator[None]:
    """What is wrong inside the block is wrong with that variable, unless a nearer one is named."""
    try:
        yield
    except BadSettings:
        raise
    except ValueError as error:
        raise BadSettings(f"{name}: {error}") from None


def _check_webhook(settings: Settings) -> None:
    """Raises ValueError for an address that Telegram would not call, or should not."""
    written = settings.webhook_url or ""
    url, own_server = urlsplit(written), settings.api_url != TELEGRAM
    if url.scheme != "https" and not (own_server and url.scheme == "http"):
        raise ValueError("it should begin with https://")
    if not re.fullmatch(r"[\w.-]+(:\d+)?|\[[\da-f:]+\](:\d+)?", url.netloc):
        raise ValueError("it should be https://host/path")
    if not own_server and _port(url.netloc) not in TELEGRAM_PORTS:
        raise ValueError("Telegram calls the ports 443, 80, 88 and 8443 only")
    told = settings.bot_token is not None and settings.bot_token in written
    if url.path in OWN_PATHS or url.path.startswith(PAGE_PATH) or url.query or told:
        raise ValueError("its path should be one of its own, as /telegram, and hold no secret")


def _port(netloc: str) -> str:
    _, _, port = netloc.rpartition("]")[2].partition(":")
    return port or "443"
