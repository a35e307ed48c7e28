"""One full week of a runner, with restarts in the night and in the middle of a hold."""

import re

from bot.coach import Coach
from tests.chat import Runner, open_chatroom
from tests.fake_telegram import FakeTelegram


async def walk(runner: Runner, words: str) -> None:
    """Tap on until the step shows these words."""
    for _ in range(30):
        if words in runner.reads:
            return
        await runner.tap("Next ›")
    raise AssertionError(f"never read {words!r}")


async def test_a_week_with_restarts(database_url: str, coach: Coach):
    fake: FakeTelegram | None = None

    async with open_chatroom(database_url, coach) as room:  # Monday
        runner, fake, clock = room.runner(), room.fake, room.clock
        await runner.onboard()
        await runner.say("/program")
        await runner.tap("▶️ Start: Desk-bound runner")
        await runner.say("long run sunday 8")
        await runner.say("/today")
        await runner.tap("▶️ Start")
        await walk(runner, "Hold, and breathe")
        assert re.search(r"\d+ s", held := runner.reads)
    # the process ends in the middle of the hold; another one goes on
    async with open_chatroom(database_url, coach, fake) as room:
        room.clock.at = clock.at
        runner.room = room
        await room.wait(seconds=30)
        assert runner.reads != held  # the countdown went on by itself
        assert "That counts" in await runner.say("done")  # what the clock saw
        await runner.tap("I did it all")
        await runner.tap("3")
        assert "green light" in runner.reads
        await room.wait_until("07:00", days=1)  # Tuesday
        assert "min" in runner.reads
        await runner.say("did half")
        await room.wait_until("07:00", days=1)  # Wednesday
        await runner.tap("Not today")
        await runner.tap("Travelling")
        clock = room.clock
    async with open_chatroom(database_url, coach, fake) as room:  # restarted in the night
        room.clock.at = clock.at
        runner.room = room
        await room.wait_until("07:00", days=1)  # Thursday
        await runner.say("done")
        await runner.tap("5")
        assert "amber" in runner.reads
        await room.wait_until("07:00", days=1)  # Friday
        assert "Yesterday you gave your hips a 5" in runner.reads
        await runner.tap("2")
        await runner.say("done")
        await room.wait_until("07:00", days=1)  # Saturday
        assert "strength" not in (await runner.say("/today")).lower()  # the long run is next
        await runner.say("done")
        await room.wait_until("07:00", days=1)  # Sunday
        assert "stretch" not in runner.reads.lower()  # nothing held before the run
        await runner.say("ran 21 km")
        await room.wait_until("18:00")
        assert "Your week" in runner.reads
        assert "4 of 4 days" in runner.reads  # the day of travel lowers the goal
        await runner.tap("It went well")
        await room.wait_until("07:00", days=1)  # Monday again
        assert "this week runs again with the easier cards" in runner.reads  # after the 5 of 10
