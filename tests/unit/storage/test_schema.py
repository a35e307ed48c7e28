"""Migrations: up, down, up again, and never different from the tables in the code."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from storage.database import schema
from storage.database.engine import BadDatabaseUrl, open_engine
from storage.database.indexes import metadata


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


def test_down_and_up_again_leads_back(engine: Engine):
    before = set(inspect(engine).get_table_names())
    schema.downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    schema.upgrade(engine)
    assert set(inspect(engine).get_table_names()) == before
    assert schema.current(engine) == schema.HEAD


def test_the_migrations_make_the_tables_of_the_code(engine: Engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_head_is_the_newest_migration(engine: Engine):
    assert ScriptDirectory.from_config(schema._config(engine)).get_current_head() == schema.HEAD


def test_a_database_that_is_behind_is_upgraded_or_refused(engine: Engine):
    schema.downgrade(engine, "base")
    if engine.dialect.name == "sqlite":
        schema.ensure(engine)
        assert schema.current(engine) == schema.HEAD
    else:
        with pytest.raises(schema.SchemaBehind, match=schema.HEAD):
            schema.ensure(engine)


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", ""])
def test_other_databases_are_refused_in_plain_words(url: str):
    with pytest.raises(BadDatabaseUrl):
        open_engine(url)
