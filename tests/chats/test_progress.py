"""Progress as a picture whose caption says the same; the look back on Sunday, and its answers."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def test_progress_is_a_picture_with_the_same_in_words(runner: Runner):
    await runner.say("done")
    answer = await runner.say("/progress")
    assert runner.person.last.media.content.startswith(b"\x89PNG")
    assert "1 of 5 days" in answer
    assert "hip flexors: 1" in answer
    assert "Strength: 1 of 2 days" in answer
    await runner.tap("🌙 Dark")
    assert "☀️ Light" in runner.buttons
    assert runner.person.last.media.content.startswith(b"\x89PNG")


async def sunday(room: Chatroom) -> None:
    await room.wait_until("18:00", days=6)


@pytest.mark.postgresql
async def test_sunday_looks_back_with_one_finding_and_one_question(room: Chatroom, runner: Runner):
    await runner.say("done")
    await sunday(room)
    assert "Your week" in runner.reads
    assert "1 of 5 days" in runner.reads
    assert "One idea" in runner.reads
    assert runner.person.last.media.content.startswith(b"\x89PNG")
    await runner.tap("It went well")
    assert "The same again next week" in runner.reads


async def test_what_got_in_the_way_changes_the_plan(room: Chatroom, runner: Runner):
    await sunday(room)
    await runner.tap("Something got in the way")
    await runner.tap("No time")
    assert "about 5 minutes on weekdays" in runner.reads
    await room.wait_until("08:00", days=1)
    assert "about 5 min" in (await runner.say("/today")) or "about 4 min" in runner.reads


async def test_sore_weeks_get_a_gentle_one(room: Chatroom, runner: Runner):
    await sunday(room)
    await runner.tap("Something got in the way")
    await runner.tap("Sore")
    await room.wait_until("08:00", days=1)
    answer = await runner.say("/today")
    assert "strength" not in answer


async def test_the_look_back_can_be_refused(room: Chatroom, runner: Runner):
    await sunday(room)
    await runner.tap("No more weekly looks back")
    assert "No more looks back" in runner.reads
    await room.wait_until("18:00", days=7)
    assert "Your week" not in runner.reads


async def test_a_past_week_knows_nothing_of_what_was_sore_later(room: Chatroom, runner: Runner):
    await runner.say("soreness 2")
    await room.wait(days=7)
    await runner.say("soreness 5")
    assert "5 of 10" in await runner.say("my progress")
    last = await runner.say("and last week?")
    assert "2 of 10" in last
    assert "5 of 10" not in last
