"""Bringing a database to the tables of this version."""

from importlib import resources
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0012"


class SchemaBehind(RuntimeError):
    """The database was made by another version and has to be upgraded first."""


def current(engine: Engine) -> str | None:
    """The revision that the database stands at; None when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine, to: str = "head") -> None:
    from alembic import command  # it costs a tenth of a second, and a start seldom needs it

    command.upgrade(_config(engine), to)


def downgrade(engine: Engine, to: str) -> None:
    from alembic import command

    command.downgrade(_config(engine), to)


def ensure(engine: Engine) -> None:
    """Upgrade SQLite at once; for PostgreSQL, raise SchemaBehind unless it is up to date."""
    found = current(engine)
    if found == HEAD:
        return
    if engine.dialect.name != "sqlite":
        raise SchemaBehind(f"the database is at {found or 'nothing'}, this version needs {HEAD}")
    upgrade(engine)


def _config(engine: Engine) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("storage") / "migrations"))
    config.attributes["engine"] = engine
    return config
