"""Five weeks of a runner who comes most days: what a coach notices, asks and changes in them.

The chat is written down in five_weeks.md, to be read; `make transcripts` writes it anew.
"""

from pathlib import Path

import pytest

from bot.playground.fake_telegram import FakeTelegram
from content.bundle import Content
from tests.support.chat import open_chatroom
from tests.support.transcript import Recorded

PAGE = Path(__file__).with_name("five_weeks.md")
EASY, SMOOTH, SLIPPED = "Many more were left", "Smooth, two or three left", "My form slipped"


async def morning(runner: Recorded, day: str, *, days: int = 1) -> None:
    runner.heading(day)
    await runner.wait_until("07:00", days=days)


async def done(runner: Recorded, sore: str, effort: str = SMOOTH) -> None:
    """Done, how sore, and where it is asked, how the last repetitions were."""
    await runner.say("done")
    await runner.tap(sore)
    if effort in runner.buttons:
        await runner.tap(effort)


async def sunday_evening(runner: Recorded) -> None:
    await runner.wait_until("18:00")
    assert "Your week" in str([each.text for each in runner.bot_messages[-3:]])


async def first_week(runner: Recorded) -> None:
    runner.heading("Week 1, Monday")
    await runner.onboard()
    await runner.say("/program")
    await runner.tap("▶️ Start: Desk-bound runner")
    await runner.say("/today")
    await done(runner, "2", EASY)
    await morning(runner, "Tuesday")
    await runner.say("my physio gave me wall sits 3x30")
    await runner.say("/today")
    await runner.tap("▶️ Start")
    await runner.live("Done.")
    assert "Wall sits 1:30" in runner.reads
    for day in ("Wednesday", "Friday"):
        await morning(runner, day, days=1 if day == "Wednesday" else 2)
        await done(runner, "1")
    await morning(runner, "Sunday", days=2)
    await done(runner, "1")
    await sunday_evening(runner)
    await runner.tap("📈 My own course")
    await runner.tap("Ask me")
    for amount in ("7", "5", "3"):
        await runner.tap(amount)


async def second_week(runner: Recorded) -> None:
    await morning(runner, "Week 2, Monday")
    await done(runner, "2")
    await runner.say("intervals on Tuesday at 18:00")
    runner.heading("Tuesday")
    await runner.wait_until("17:00", days=1)
    assert "a fast one" in await runner.say("/today")
    await runner.say("ran 8 km")
    await morning(runner, "Wednesday")
    await done(runner, "3", SLIPPED)
    await morning(runner, "Friday", days=2)
    await done(runner, "1")
    await morning(runner, "Saturday")
    await runner.say("my three are clamshell, glute bridge and couch stretch")
    await runner.say("do my three")
    await runner.say("done")
    await morning(runner, "Sunday")
    await done(runner, "1")
    await sunday_evening(runner)
    await runner.tap("It went well")


async def third_week(runner: Recorded) -> None:
    await morning(runner, "Week 3, Monday")
    await done(runner, "5")
    await morning(runner, "Tuesday")
    await runner.tap("2")
    await morning(runner, "Wednesday")
    await runner.say("/physio left hip is worse on stairs, better once I walk")
    await done(runner, "2")
    await morning(runner, "Friday", days=2)
    await done(runner, "1")
    await morning(runner, "Saturday")
    await done(runner, "1")
    await morning(runner, "Sunday")
    await sunday_evening(runner)


async def fourth_week(runner: Recorded) -> None:
    await morning(runner, "Week 4, Monday")
    await runner.say("i bought a massage gun")
    await runner.say("something with the massage gun")
    await done(runner, "1")
    for day in ("Tuesday", "Wednesday", "Thursday", "Friday"):
        await morning(runner, day)
        await done(runner, "1")
    await morning(runner, "Sunday", days=2)
    await sunday_evening(runner)


async def fifth_week(runner: Recorded) -> None:
    await morning(runner, "Week 5, Monday")
    await done(runner, "1")
    for day in ("Tuesday", "Thursday"):
        await morning(runner, day, days=1 if day == "Tuesday" else 2)
        await done(runner, "2")
    await morning(runner, "Saturday", days=2)
    await runner.say("/progress last month")
    await runner.say("/progress")
    await runner.say("/physio")
    assert "Strength: " in runner.reads


WEEKS = (first_week, second_week, third_week, fourth_week, fifth_week)


@pytest.mark.postgresql
async def test_five_weeks(database_url: str, content: Content):
    fake: FakeTelegram | None = None
    async with open_chatroom(database_url, content) as room:
        runner = Recorded(room, room.runner().person)
        fake, clock = room.fake, room.clock
        await first_week(runner)
    for week in WEEKS[1:]:
        async with open_chatroom(database_url, content, fake) as room:
            room.clock.at = clock.at
            runner.room = room
            await week(runner)
            clock = room.clock
    runner.check(PAGE, "Five weeks with Limber")
