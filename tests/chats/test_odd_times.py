"""Times that are no times, clocks that change and clocks that are wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.chat import Chatroom, Runner
from tests.support.counts import written


def sent(sam: Runner) -> list[str]:
    return [each.text for each in sam.bot_messages if "min:" in each.text]


async def at(room: Chatroom, utc: str) -> None:
    room.clock.at = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    await room.beat()


@pytest.mark.parametrize("text", ["remind me at 25:00", "/remind 7:75", "second reminder at 24:30"])
async def test_a_time_that_no_clock_shows(sam: Runner, text: str):
    assert "isn't on my clock" in await sam.say(text)
    assert "07:00" in await sam.say("/remind")


@pytest.mark.parametrize("text", ["my timezone is Mars/Olympus", "I'm in Atlantisburgh now"])
async def test_an_unknown_zone(sam: Runner, room: Chatroom, text: str):
    before = sam.reads
    assert await sam.say(text) != before
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 1  # as before, in Berlin


async def test_a_reminder_in_a_gap_comes_an_hour_later_by_the_clock_once(
    sam: Runner, room: Chatroom
):
    await at(room, "2027-03-27T12:00")
    await sam.say("remind me at 02:30")
    await at(room, "2027-03-28T01:29")
    assert sent(sam) == []
    await at(room, "2027-03-28T01:30")  # 03:30 in Berlin; half past two there is none
    assert len(sent(sam)) == 1
    await at(room, "2027-03-28T02:30")
    assert len(sent(sam)) == 1


@pytest.mark.postgresql
async def test_a_reminder_in_an_hour_that_comes_twice_comes_once(sam: Runner, room: Chatroom):
    await at(room, "2027-10-30T12:00")
    await sam.say("remind me at 02:30")
    await at(room, "2027-10-31T00:30")
    assert len(sent(sam)) == 1
    await at(room, "2027-10-31T01:30")
    assert len(sent(sam)) == 1


async def test_a_clock_that_steps_back_repeats_nothing(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    room.clock.at -= timedelta(hours=1)
    await room.beat()
    await room.wait(hours=1)
    assert len(sent(sam)) == 1
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 2


async def test_a_clock_that_steps_a_day_ahead_and_back_repeats_nothing(sam: Runner, room: Chatroom):
    await room.wait_until("12:00")
    await room.wait(days=1)  # Tuesday's is five hours late: missed, and counted as such
    assert sent(sam) == []
    room.clock.at -= timedelta(days=1)
    await room.beat()
    await room.wait_until("07:00", days=2)
    assert len(sent(sam)) == 1
    missed = await room.limber.store.run(lambda work: written(work, "occasion"))
    assert missed == 1


@pytest.mark.postgresql
async def test_the_settings_lead_to_reminders_breaks_and_quiet_hours(sam: Runner):
    for button, told in [
        ("All reminders", "Your reminders"),
        ("🪑 Desk breaks", "How often?"),
        ("🌙 Quiet hours", "22:00 to 06:00"),
    ]:
        await sam.say("/settings")
        await sam.tap(button)
        assert told in sam.reads
