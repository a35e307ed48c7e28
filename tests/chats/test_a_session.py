"""A whole session of three moves, led by the clock: what is tapped, what is shown, what is heard.

The chat is written down in a_session.md, to be read; `make transcripts` writes it anew.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.chat import Chatroom, Runner
from tests.support.transcript import Recorded

PAGE = Path(__file__).with_name("a_session.md")
LONGEST_S = 15 * 60


@dataclass
class Shown:
    """What Limber sent since the session was started."""

    edits: int
    loud: int
    silent: int


def shown(room: Chatroom, since: int) -> Shown:
    calls = room.fake.calls[since:]
    sent = [each for each in calls if each.method.startswith("send")]
    silent = sum(bool(each.params.get("disable_notification")) for each in sent)
    edits = sum(each.method.startswith("editMessage") for each in calls)
    return Shown(edits, len(sent) - silent, silent)


async def until_done(runner: Recorded) -> int:
    """Second after second, without a touch; the page tells when something came. The seconds."""
    for second in range(1, LONGEST_S):
        before, count = runner.reads, len(runner.bot_messages)
        calls = len(runner.room.fake.calls)
        await runner.room.wait(seconds=1)
        if (runner.reads, len(runner.bot_messages)) != (before, count):
            heard = ", 🔔 heard" if shown(runner.room, calls).loud else ""
            runner.aside(f"{second // 60}:{second % 60:02}{heard}")
            await runner.wait(seconds=0)
        if "Done." in runner.reads:
            return second
    raise AssertionError(runner.person.screen())


@pytest.mark.postgresql
async def test_a_session_of_three_moves_takes_two_taps(room: Chatroom, sam: Runner):
    runner, before = Recorded(room, sam.person), len(room.fake.calls)
    await runner.wait(seconds=0)
    runner.page.clear()  # the first chat has pages of its own
    await runner.say("/today")
    await runner.tap("▶️ Start")
    assert "move 1 of 3" in runner.reads
    await runner.tap("▶️ Start")
    seconds = await until_done(runner)
    taps = sum(line.startswith("**Sam** taps") for line in runner.page)
    told = shown(room, before)
    assert taps == 2
    assert "Your first session is in" in runner.reads
    assert told.edits <= seconds / 7  # where a bar that moves each five seconds had twice as many
    assert told.loud == 2 + 10  # what the runner asked and tapped for, and the end of each hold
    assert told.silent == 0
    runner.aside(
        f"{taps} taps, {seconds // 60}:{seconds % 60:02} min, {told.edits} edits, "
        f"{told.loud} messages with a sound."
    )
    runner.check(PAGE, "A session with Limber")
