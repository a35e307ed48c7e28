"""Desk breaks: only if asked for, only at work."""

import pytest

from content.authoring.document import library_folder
from content.wording.messages import read_wording
from tests.support.chat import Chatroom, Runner

OPENERS = read_wording(library_folder()).openers["break"]


def breaks(sam: Runner) -> list[str]:
    return [each.text for each in sam.bot_messages if each.text.split("\n")[0] in OPENERS]


async def test_nobody_gets_them_unasked(sam: Runner, room: Chatroom):
    for _ in range(8):
        await room.wait(hours=1)
    assert breaks(sam) == []


@pytest.mark.postgresql
async def test_every_fifty_minutes_at_work(sam: Runner, room: Chatroom):
    said = await sam.say("every 50 minutes from 9 to 17")
    assert "every 50 min, 09:00 to 17:00, weekdays" in said
    assert "Next one: Monday at 09:50" in said
    for count in range(1, 10):
        await room.wait(minutes=50)
        assert len(breaks(sam)) == count
    await room.wait_until("17:20")
    await room.wait_until("06:00", days=1)
    assert len(breaks(sam)) == 9
    assert len(set(breaks(sam))) == 9
    await room.wait_until("09:50")
    assert len(breaks(sam)) == 10


async def test_a_break_has_one_short_move_to_look_at(sam: Runner, room: Chatroom):
    await sam.say("every 50 minutes from 9 to 17")
    await room.wait(minutes=50)
    assert "about a minute" in sam.reads
    assert sam.buttons == ["▶️ Show me", "🚶 Just walked", "In a meeting, 1 h", "No more today"]
    await sam.tap("▶️ Show me")
    assert "Good for: " in sam.reads


async def test_a_walk_begins_the_interval_anew(sam: Runner, room: Chatroom):
    await sam.say("every 50 minutes from 9 to 17")
    await room.wait(minutes=40)
    assert "Next break: Monday at 10:30" in await sam.say("just walked")
    await room.wait(minutes=10)
    assert breaks(sam) == []
    await room.wait(minutes=40)
    assert len(breaks(sam)) == 1


async def test_a_meeting_is_not_interrupted(sam: Runner, room: Chatroom):
    await sam.say("every 50 minutes from 9 to 17")
    assert "Next break: Monday at 15:00" in await sam.say("meeting till 15:00")
    await room.wait_until("14:59")
    assert breaks(sam) == []
    await room.wait_until("15:00")
    assert len(breaks(sam)) == 1


async def test_no_more_today(sam: Runner, room: Chatroom):
    await sam.say("every 50 minutes from 9 to 17")
    await room.wait(minutes=50)
    assert await sam.tap("No more today") == "No more today"
    assert "Next break: Tuesday at 09:50" in sam.reads


async def test_they_stop_and_the_reminder_stays(sam: Runner, room: Chatroom):
    await sam.say("every 50 minutes from 9 to 17")
    assert "No more desk breaks" in await sam.say("stop the desk breaks")
    await room.wait(minutes=50)
    assert breaks(sam) == []
    assert "no desk breaks to stop" in await sam.say("stop the desk breaks")
    assert "07:00" in await sam.say("/remind")


@pytest.mark.parametrize(
    ("wish", "every"), [("every 5 minutes", 5), ("remind me to stand up every 5 hours", 300)]
)
async def test_out_of_bounds_is_said(sam: Runner, wish: str, every: int):
    assert f"Every {every} min is outside what I do" in await sam.say(wish)
    assert "Desk breaks" not in await sam.say("/remind")


async def test_a_pause_holds_for_them_too(sam: Runner, room: Chatroom):
    await sam.say("every 50 minutes from 9 to 17")
    await sam.say("/pause")
    await room.wait(minutes=50)
    assert breaks(sam) == []
    await sam.say("/resume")
    await room.wait(minutes=50)
    assert len(breaks(sam)) == 1


async def test_they_follow_the_runner_to_tokyo(sam: Runner, room: Chatroom):
    await sam.say("every 60 minutes from 9 to 17")
    await sam.say("I'm in Tokyo now")
    await room.wait_until("10:00", zone="Asia/Tokyo", days=1)
    assert len(breaks(sam)) == 1


async def test_after_an_outage_they_go_on(sam: Runner, room: Chatroom):
    await sam.say("every 60 minutes from 9 to 17")
    await room.wait(hours=4)  # three of them too late to be of use
    assert breaks(sam) == []
    await room.wait(hours=1)
    assert len(breaks(sam)) == 1


async def test_by_taps(sam: Runner, room: Chatroom):
    await sam.say("/remind")
    await sam.tap("🪑 Desk breaks")
    await sam.tap("Every 60 min")
    assert "Next one: Monday at 10:00" in sam.reads
    await sam.tap("Stop desk breaks")
    await sam.tap("All reminders")
    assert "Desk breaks: every" not in sam.reads


class TestQuietHours:
    async def test_they_hold_breaks_back(self, sam: Runner, room: Chatroom):
        assert "12:00 to 14:00" in await sam.say("quiet hours from 12:00 to 14:00")
        await sam.say("every 60 minutes from 9 to 17")
        for _ in range(4):
            await room.wait(hours=1)
        assert len(breaks(sam)) == 2
        await room.wait(hours=1)
        assert len(breaks(sam)) == 3

    async def test_a_reminder_set_for_such_a_time_still_comes(self, sam: Runner, room: Chatroom):
        await sam.say("remind me at 23:00")
        await room.wait_until("23:00")
        assert "min:" in sam.reads

    async def test_by_taps(self, sam: Runner):
        await sam.say("/remind")
        await sam.tap("🌙 Quiet hours")
        await sam.tap("23:00 to 07:00")
        assert "Quiet hours: 23:00 to 07:00" in sam.reads
        await sam.tap("No quiet hours")
        assert "No quiet hours" in sam.reads
