"""Questions about days that are over: answered for those days, and nothing is changed by them."""

from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def trained(room: Chatroom, sam: Runner) -> Runner:
    """Forty days on, with a session on the first day and half of one on the last."""
    await sam.say("did 12 minutes")
    await sam.say("ran 5 km")
    await room.wait_until("09:00", days=40)
    await sam.say("did half")
    return sam


async def stands(runner: Runner) -> Any:
    exported = await runner.exported()
    return [exported[name] for name in ("sessions", "runs", "reminders")]


async def test_a_month_is_told_in_figures(trained: Runner):
    answer = await trained.say("how many days did I do in November?")
    assert answer == "November\n1 day done, 12 min.\n1 run, 5 km."


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what did i do in the last 60 days", "1 day done, 1 by half, 1"),
        ("total minutes so far", "All of it so far\n1 day done, 1 by half"),
        ("show me last month", "November\n1 day done"),
        ("/progress november", "November\n1 day done"),
        ("did i do anything yesterday?", "No session in my log for then."),
        ("how many sessions since october", "1 day done, 1 by half"),
        ("what did i do in june", "June\nNo session in my log for then."),
        ("what did i do today", "Today\nhalf done"),
        ("how much did i do in the past 3 days", "1 by half.\nSat: half done"),
    ],
)
async def test_the_days_that_were_asked_about_are_told(trained: Runner, asked: str, told: str):
    before = await stands(trained)
    assert told in await trained.say(asked)
    assert await stands(trained) == before


@pytest.mark.postgresql
async def test_a_single_day_is_told_with_its_moves(room: Chatroom, sam: Runner):
    await sam.say("did the clamshell")
    await room.wait_until("09:00", days=1)
    assert "done" in await sam.say("what did I do on Monday?")
    assert "(Clamshell)" in sam.reads


async def test_this_week_and_last_week_are_pictures(sam: Runner):
    for asked in ("what did i do this week", "last week", "/progress last week", "/progress"):
        await sam.say(asked)
        assert sam.person.last.media.content.startswith(b"\x89PNG")
