"""A small storm: the same as `make chaos`, with fewer reminders and fewer kills.

Only `make chaos` holds the busiest second against the budget: here other tests run at the same
time, and what leaves evenly arrives in heaps.
"""

from pathlib import Path

import pytest

from content.bundle import Content
from tests.bench.crowd import Group, fill
from tests.end_to_end.storm import SMALL, Storm
from tests.support import postgres


async def test_no_kill_loses_a_reminder_or_turns_a_chat_around(
    database_url: str, content: Content, tmp_path: Path, request: pytest.FixtureRequest
):
    await fill(database_url, [Group(SMALL.due)], content)
    server = _own_server(request) if database_url.startswith("postgresql") else None
    outcome = await Storm(SMALL, database_url, tmp_path, server).rage()
    assert outcome.lost == 0, outcome
    assert outcome.twice <= outcome.in_flight, outcome
    assert outcome.out_of_order == 0, outcome


def _own_server(request: pytest.FixtureRequest) -> postgres.Server:
    """The server of this test process: no other test uses it while this one runs."""
    return request.getfixturevalue("postgres_server")
