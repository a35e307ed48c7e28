"""One full week of a runner, with restarts in the night and in the middle of a hold.

The chat is written down in a_week.md, to be read; `make transcripts` writes it anew.
"""

import re
from pathlib import Path

import pytest

from bot.playground.fake_telegram import FakeTelegram
from content.bundle import Content
from tests.support.chat import open_chatroom
from tests.support.transcript import Recorded

PAGE = Path(__file__).with_name("a_week.md")


async def monday(runner: Recorded) -> str:
    """Onboarding, a programme, a run told, and a hold that is still on."""
    runner.heading("Monday")
    await runner.onboard()
    await runner.say("/program")
    await runner.tap("▶️ Start: Desk-bound runner")
    await runner.say("long run sunday 8")
    await runner.say("/today")
    await runner.tap("▶️ Start")
    await runner.walk_to("Hold, and breathe")
    assert re.search(r"\d+ s", runner.reads)
    return runner.reads


async def tuesday_and_wednesday(runner: Recorded, held: str) -> None:
    await runner.wait(seconds=30)
    assert runner.reads != held  # the countdown went on by itself
    assert "That counts" in await runner.say("done")  # what the clock saw
    await runner.tap("I did it all")
    log = runner.person.last
    await runner.tap("3")
    assert "green light" in log.text
    runner.heading("Tuesday")
    await runner.wait_until("07:00", days=1)
    assert "min" in runner.reads
    await runner.say("did half")
    runner.heading("Wednesday")
    await runner.wait_until("07:00", days=1)
    await runner.tap("Not today")
    await runner.tap("Travelling")


async def thursday_to_saturday(runner: Recorded) -> None:
    runner.heading("Thursday")
    await runner.wait_until("07:00", days=1)
    await runner.say("done")
    await runner.tap("5")
    assert "amber" in runner.reads
    assert "open again" in await runner.say("undo tuesday")
    assert "Tuesday added" in await runner.say("no wait, I did tuesday")
    runner.heading("Friday")
    await runner.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips a 5" in runner.reads
    await runner.tap("2")
    await runner.say("done")
    runner.heading("Saturday")
    await runner.wait_until("07:00", days=1)
    assert "strength" not in (await runner.say("/today")).lower()  # the long run is next
    await runner.say("why did I get this?")
    await runner.say("done")


async def sunday(runner: Recorded) -> None:
    runner.heading("Sunday")
    await runner.wait_until("07:00", days=1)
    assert "stretch" not in runner.reads.lower()  # nothing held before the run
    await runner.say("ran 21 km")
    await runner.wait_until("18:00")
    assert "Your week" in runner.reads
    assert "5 days, the goal was 4" in runner.reads  # the day of travel lowers it
    assert "Tie it to something" in await runner.say("good, but I forgot it twice")
    await runner.say("/physio")
    runner.heading("Monday again")
    await runner.wait_until("07:00", days=1)
    assert "this week runs again with the easier cards" in runner.reads  # after the 5 of 10


@pytest.mark.postgresql
async def test_a_week_with_restarts(database_url: str, content: Content):
    fake: FakeTelegram | None = None
    async with open_chatroom(database_url, content) as room:
        someone, fake, clock = room.runner(), room.fake, room.clock
        runner = Recorded(room, someone.person)
        held = await monday(runner)
    runner.aside("The process ends in the middle of the hold; another one goes on.")
    for days in (tuesday_and_wednesday, thursday_to_saturday, sunday):
        async with open_chatroom(database_url, content, fake) as room:
            room.clock.at = clock.at
            runner.room = room
            await (days(runner, held) if days is tuesday_and_wednesday else days(runner))
            clock = room.clock
        if days is not sunday:
            runner.aside("Restarted in the night.")
    runner.check(PAGE, "A week with Limber")
