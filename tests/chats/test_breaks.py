"""Desk breaks: only if asked for, only at work."""

import pytest

from content.authoring.document import library_folder
from content.wording.messages import read_wording
from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    """Onboarded on a Monday at nine, in Berlin."""
    runner = room.runner()
    await runner.onboard()
    return runner


OPENERS = read_wording(library_folder()).openers["break"]


def breaks(runner: Runner) -> list[str]:
    return [each.text for each in runner.bot_messages if each.text.split("\n")[0] in OPENERS]


async def test_nobody_gets_them_unasked(runner: Runner, room: Chatroom):
    for _ in range(8):
        await room.wait(hours=1)
    assert breaks(runner) == []


@pytest.mark.postgresql
async def test_every_fifty_minutes_at_work(runner: Runner, room: Chatroom):
    said = await runner.say("every 50 minutes from 9 to 17")
    assert "every 50 min, 09:00 to 17:00, weekdays" in said
    assert "Next one: Monday at 09:50" in said
    for count in range(1, 10):
        await room.wait(minutes=50)
        assert len(breaks(runner)) == count
    await room.wait_until("17:20")
    await room.wait_until("06:00", days=1)
    assert len(breaks(runner)) == 9
    assert len(set(breaks(runner))) == 9
    await room.wait_until("09:50")
    assert len(breaks(runner)) == 10


async def test_a_break_has_one_short_move_to_look_at(runner: Runner, room: Chatroom):
    await runner.say("every 50 minutes from 9 to 17")
    await room.wait(minutes=50)
    assert "about a minute" in runner.reads
    assert runner.buttons == ["▶️ Show me", "🚶 Just walked", "In a meeting, 1 h", "No more today"]
    await runner.tap("▶️ Show me")
    assert "Good for: " in runner.reads


async def test_a_walk_begins_the_interval_anew(runner: Runner, room: Chatroom):
    await runner.say("every 50 minutes from 9 to 17")
    await room.wait(minutes=40)
    assert "Next break: Monday at 10:30" in await runner.say("just walked")
    await room.wait(minutes=10)
    assert breaks(runner) == []
    await room.wait(minutes=40)
    assert len(breaks(runner)) == 1


async def test_a_meeting_is_not_interrupted(runner: Runner, room: Chatroom):
    await runner.say("every 50 minutes from 9 to 17")
    assert "Next break: Monday at 15:00" in await runner.say("meeting till 15:00")
    await room.wait_until("14:59")
    assert breaks(runner) == []
    await room.wait_until("15:00")
    assert len(breaks(runner)) == 1


async def test_no_more_today(runner: Runner, room: Chatroom):
    await runner.say("every 50 minutes from 9 to 17")
    await room.wait(minutes=50)
    assert await runner.tap("No more today") == "No more today"
    assert "Next break: Tuesday at 09:50" in runner.reads


async def test_they_stop_and_the_reminder_stays(runner: Runner, room: Chatroom):
    await runner.say("every 50 minutes from 9 to 17")
    assert "No more desk breaks" in await runner.say("stop the desk breaks")
    await room.wait(minutes=50)
    assert breaks(runner) == []
    assert "no desk breaks to stop" in await runner.say("stop the desk breaks")
    assert "07:00" in await runner.say("/remind")


@pytest.mark.parametrize(
    ("wish", "every"), [("every 5 minutes", 5), ("remind me to stand up every 5 hours", 300)]
)
async def test_out_of_bounds_is_said(runner: Runner, wish: str, every: int):
    assert f"Every {every} min is outside what I do" in await runner.say(wish)
    assert "Desk breaks" not in await runner.say("/remind")


async def test_a_pause_holds_for_them_too(runner: Runner, room: Chatroom):
    await runner.say("every 50 minutes from 9 to 17")
    await runner.say("/pause")
    await room.wait(minutes=50)
    assert breaks(runner) == []
    await runner.say("/resume")
    await room.wait(minutes=50)
    assert len(breaks(runner)) == 1


async def test_they_follow_the_runner_to_tokyo(runner: Runner, room: Chatroom):
    await runner.say("every 60 minutes from 9 to 17")
    await runner.say("I'm in Tokyo now")
    await room.wait_until("10:00", zone="Asia/Tokyo", days=1)
    assert len(breaks(runner)) == 1


async def test_after_an_outage_they_go_on(runner: Runner, room: Chatroom):
    await runner.say("every 60 minutes from 9 to 17")
    await room.wait(hours=4)  # three of them too late to be of use
    assert breaks(runner) == []
    await room.wait(hours=1)
    assert len(breaks(runner)) == 1


async def test_by_taps(runner: Runner, room: Chatroom):
    await runner.say("/remind")
    await runner.tap("🪑 Desk breaks")
    await runner.tap("Every 60 min")
    assert "Next one: Monday at 10:00" in runner.reads
    await runner.tap("Stop desk breaks")
    await runner.tap("All reminders")
    assert "Desk breaks: every" not in runner.reads


class TestQuietHours:
    async def test_they_hold_breaks_back(self, runner: Runner, room: Chatroom):
        assert "12:00 to 14:00" in await runner.say("quiet hours from 12:00 to 14:00")
        await runner.say("every 60 minutes from 9 to 17")
        for _ in range(4):
            await room.wait(hours=1)
        assert len(breaks(runner)) == 2
        await room.wait(hours=1)
        assert len(breaks(runner)) == 3

    async def test_a_reminder_set_for_such_a_time_still_comes(self, runner: Runner, room: Chatroom):
        await runner.say("remind me at 23:00")
        await room.wait_until("23:00")
        assert "min:" in runner.reads

    async def test_by_taps(self, runner: Runner):
        await runner.say("/remind")
        await runner.tap("🌙 Quiet hours")
        await runner.tap("23:00 to 07:00")
        assert "Quiet hours: 23:00 to 07:00" in runner.reads
        await runner.tap("No quiet hours")
        assert "No quiet hours" in runner.reads
