"""Moves that are kept together come again on any day, but for those that rest."""

import pytest

from content.bundle import Content
from content.intents.moves.own_session import own_session
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


async def test_my_three_are_named_and_come_back_by_words(sam: Runner, room: Chatroom):
    answer = await sam.say("my three are clamshell, glute bridge and couch stretch")
    assert [line[3:] for line in answer.splitlines() if line[:1].isdigit()] == [
        "Clamshell",
        "Glute bridge",
        "Couch stretch",
    ]
    await room.wait_until("08:00", days=2)
    await sam.say("do my three")
    assert moves(sam) == ["Clamshell", "Glute bridge", "Couch stretch"]


async def test_what_is_on_the_screen_is_kept_by_words_and_goes_with_undo(sam: Runner):
    await sam.say("/today")
    shown = moves(sam)
    assert shown[0] in await sam.say("keep this as my own routine")
    await sam.say("/undo")
    assert "You have none of your own yet" in await sam.say("my favourites")


@pytest.mark.parametrize(
    "text", ["my three kids are sick", "three moves please", "my own physio is nice"]
)
def test_other_words_are_none(content: Content, text: str):
    assert own_session(text, content.lexicon, content.names) is None
