"""Configuration: environment variables that begin with LIMBER_, or a .env file."""

import re
from pathlib import Path
from typing import Annotated, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
TELEGRAM_PORTS = ("443", "80", "88", "8443")  # https://core.telegram.org/bots/api#setwebhook
OWN_PATHS = ("/health", "/metrics")


class BadSettings(ValueError):
    """A setting can't be used; the text says which and what to write instead."""


class Address(NamedTuple):
    """Where to listen."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


class Settings(BaseSettings):
    """What an operator can set. Every field is LIMBER_ plus its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="LIMBER_", env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    bot_token: SecretStr | None = None
    api_url: str = TELEGRAM
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    send_rate: Annotated[float, Field(gt=0, le=100_000)] = 28
    webhook_url: str | None = None
    webhook_secret: Annotated[SecretStr | None, Field(validate_default=True)] = None
    listen: Annotated[Address | None, NoDecode, Field(validate_default=True)] = None
    admins: Annotated[frozenset[int], NoDecode] = frozenset()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"\d+:[\w-]{3,}", value.get_secret_value()):
            raise ValueError("it should look like 123456:ABC-def; copy it again from @BotFather")
        return value

    @field_validator("api_url")
    @classmethod
    def _url(cls, value: str) -> str:
        if not re.fullmatch(r"https?://[^\s/]+/?", value):
            raise ValueError("it should be http://host:port or https://host")
        return value.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _webhook(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        url, own_server = urlsplit(value), info.data.get("api_url") != TELEGRAM
        if url.scheme != "https" and not (own_server and url.scheme == "http"):
            raise ValueError("it should begin with https://")
        if not re.fullmatch(r"[\w.-]+(:\d+)?|\[[\da-f:]+\](:\d+)?", url.netloc):
            raise ValueError("it should be https://host/path")
        if not own_server and _port(url.netloc) not in TELEGRAM_PORTS:
            raise ValueError("Telegram calls the ports 443, 80, 88 and 8443 only")
        token = info.data.get("bot_token")
        if url.path in OWN_PATHS or url.query or (token and token.get_secret_value() in value):
            raise ValueError("its path should be one of its own, as /telegram, and hold no secret")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("it should be 1 to 256 of A-Z, a-z, 0-9, _ and -")
        if info.data.get("webhook_url") and not value:
            raise ValueError("webhook mode needs it: 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("listen", mode="before")
    @classmethod
    def _address(cls, value: object, info: ValidationInfo) -> object:
        if value is None and info.data.get("webhook_url"):
            return Address("127.0.0.1", 8080)
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"([\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})", value)
        if not found or not 0 < int(found[2]) < 1 << 16:
            raise ValueError("it should be host:port, as 127.0.0.1:8080 or 0.0.0.0:8080")
        return Address(found[1].strip("[]"), int(found[2]))

    @field_validator("admins", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @property
    def database(self) -> str:
        """The database URL: the one that was set, or a SQLite file in the data folder."""
        if self.database_url:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'limber.db'}"


def _port(netloc: str) -> str:
    _, _, port = netloc.rpartition("]")[2].partition(":")
    return port or "443"


def read_settings() -> Settings:
    """The settings as the environment gives them. Raises BadSettings with one line."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        name = f"LIMBER_{'_'.join(str(each) for each in first['loc'][:1])}".upper()
        raise BadSettings(f"{name}: {first['msg'].removeprefix('Value error, ')}") from None
