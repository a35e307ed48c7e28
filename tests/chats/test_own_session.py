"""Moves that are kept together come again on any day, but for those that rest."""

import pytest

from tests.support.chat import Chatroom, Runner


def moves(runner: Runner) -> list[str]:
    return [line.split(". ", 1)[1] for line in runner.reads.splitlines() if line[:1].isdigit()]


@pytest.mark.postgresql
async def test_three_moves_that_suit_are_kept_and_come_back(sam: Runner, room: Chatroom):
    await sam.say("/today")
    mine = moves(sam)
    assert await sam.tap("⭐ Keep as my own") == "Kept. It is behind More…"
    await room.wait_until("08:00", days=3)
    await sam.say("10 minutes for tight ankles and hamstrings")
    await sam.say("/today")
    assert moves(sam) != mine
    await sam.tap("⭐ My own session")
    assert moves(sam) == mine
    assert "Because you kept it as your own" in sam.reads
    await sam.say("done")
    assert len((await sam.exported())["sessions"][-1]["cards"]) == len(mine)


async def test_there_is_none_before_one_was_kept(sam: Runner):
    await sam.say("/today")
    await sam.tap("More…")
    assert "⭐ My own session" not in sam.buttons
    assert "⭐ Keep as my own" in sam.buttons


async def test_what_rests_is_left_out_of_it(sam: Runner):
    await sam.say("/today")
    mine = moves(sam)
    await sam.tap("⭐ Keep as my own")
    await sam.say(f"never show me the {mine[0].lower()} again")
    await sam.say("/today")
    await sam.tap("⭐ My own session")
    assert moves(sam) == mine[1:]
