"""After strength that left no soreness: a look at the form, and doses that follow it."""

import pytest

from tests.support.chat import Chatroom, Runner

ASKED = "Form check: how were the last repetitions?"
EASY, RIGHT, SLIPPED = "Many more were left", "Smooth, two or three left", "My form slipped"


async def strong(sam: Runner) -> None:
    await sam.say("/today")
    await sam.say("done")


@pytest.mark.postgresql
async def test_a_tap_after_strength_sets_the_next_dose(sam: Runner, room: Chatroom):
    await strong(sam)
    await sam.tap("1")
    assert ASKED in sam.reads
    await sam.tap(SLIPPED)
    assert "Form comes first" in sam.reads
    told = [each for each in (await sam.exported())["check_ins"] if each["kind"] == "effort"]
    assert [each["felt"] for each in told] == ["hard"]


@pytest.mark.parametrize(
    ("tap", "says"),
    [(EASY, "one of these moves may get a little more"), (RIGHT, "That is where strength grows")],
)
async def test_each_answer_says_what_follows(sam: Runner, tap: str, says: str):
    await strong(sam)
    await sam.tap("0")
    await sam.tap(tap)
    assert says in sam.reads


async def test_it_comes_once_in_a_while_and_again_after_a_slip(sam: Runner, room: Chatroom):
    await strong(sam)
    await sam.tap("0")
    await sam.tap(SLIPPED)
    await room.wait_until("08:00", days=2)
    await strong(sam)
    await sam.tap("0")
    await sam.tap(RIGHT)
    await room.wait_until("08:00", days=2)
    await strong(sam)
    await sam.tap("0")
    assert ASKED not in sam.reads


async def test_whoever_is_sore_and_whoever_only_stretched_is_not_asked(sam: Runner, room: Chatroom):
    await strong(sam)
    await sam.tap("5")
    assert ASKED not in sam.reads
    await room.wait_until("08:00", days=1)
    await sam.say("/today")
    await sam.say("done")
    await sam.tap("1")
    assert ASKED not in sam.reads
