"""Talk about Limber itself: a fault is passed on without a name, and a name is kept."""

import json

import pytest

from bot.config.settings import Settings
from content.bundle import Content
from tests.support.chat import open_chatroom

ADMIN = 900


@pytest.mark.postgresql
async def test_who_runs_limber_hears_of_a_fault_once_a_day_and_nothing_of_who_or_what(
    database_url: str, content: Content
):
    async with open_chatroom(database_url, content, admins=frozenset({ADMIN})) as room:
        admin, runner = room.runner(ADMIN, "Ada"), room.runner(5, "Sam")
        await admin.onboard()
        await runner.onboard()
        before = len(admin.bot_messages)
        assert "I've told those who run me" in await runner.say("the picture is broken")
        await runner.say("your menu does not open")
        told = [each.text for each in admin.bot_messages[before:]]
        assert len(told) == 1
        assert "doesn't work" in told[0]
        assert not any(word in told[0] for word in ("Sam", "picture"))


async def test_without_admins_nothing_is_said_to_be_passed_on(database_url: str, content: Content):
    assert Settings().admins == frozenset()
    async with open_chatroom(database_url, content) as room:
        runner = room.runner()
        await runner.onboard()
        assert "told" not in await runner.say("there is a bug")


async def test_a_name_is_kept_and_exported(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        runner = room.runner()
        await runner.onboard()
        assert "Bob" in await runner.say("call me bob")
        await runner.say("/export")
        assert json.loads(runner.person.last.media.content)["profile"]["name"] == "Bob"


async def test_privacy_is_a_command_and_a_question(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        runner = room.runner()
        await runner.onboard()
        assert "/privacy" in await runner.say("who can read my chats")
        told = await runner.say("/privacy")
        for part in ("why", "How long", "Where", "who can see it", "/export", "/delete"):
            assert part in told
