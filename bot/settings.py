"""Configuration: environment variables that begin with LIMBER_, or a .env file."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class BadSettings(ValueError):
    """A setting can't be used; the text says which and what to write instead."""


class Settings(BaseSettings):
    """What an operator can set. Every field is LIMBER_ plus its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="LIMBER_", env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    bot_token: SecretStr | None = None
    api_url: str = "https://api.telegram.org"
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    send_rate: Annotated[float, Field(gt=0, le=100_000)] = 28
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


def read_settings() -> Settings:
    """The settings as the environment gives them. Raises BadSettings with one line."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        name = f"LIMBER_{'_'.join(str(each) for each in first['loc'][:1])}".upper()
        raise BadSettings(f"{name}: {first['msg'].removeprefix('Value error, ')}") from None
