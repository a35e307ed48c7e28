"""Four weeks of a runner with a suspected stressed bone, from the flag to the graded return.

The chat is kept as a page to read: tests/chats/graded_return.md.
"""

from pathlib import Path

import pytest

from tests.support.chat import Chatroom
from tests.support.transcript import Recorded

PAGE = Path(__file__).with_name("graded_return.md")
FLAG = "sharp pain in my groin with every step when I run"


@pytest.fixture
async def runner(room: Chatroom) -> Recorded:
    return Recorded(room, room.runner().person)


@pytest.mark.postgresql
async def test_from_the_flag_to_the_graded_return(runner: Recorded):
    runner.heading("Monday: the flag")
    await runner.onboard()
    assert "Stop running" in await runner.say(FLAG)
    assert "I rest everything" in await runner.say("/today")
    assert "I rest everything" in await runner.say("couch stretch")
    runner.heading("Tuesday: eased, and still to be seen")
    await runner.wait_until("07:00", days=1)
    assert FLAG in runner.reads
    assert "even if it eased" in runner.reads
    await runner.tap("Not seen yet")
    runner.heading("Thursday of the next week: a milder word frees nothing")
    await runner.wait_until("07:00", days=9)
    await runner.say("my hip keeps locking and it aches")
    assert "I rest everything" in await runner.say("tight quads")
    runner.heading("The doctor allows gentle moves")
    await runner.say("saw the doctor, all clear")
    await runner.tap("Easy moves, no running yet")
    assert "Easy moves only" in runner.reads
    assert "I still rest" in runner.reads
    await runner.wait_until("07:00", days=1)
    await runner.tap("It is gone")
    assert "step by step after the check" in await runner.say("/today")
    assert "comes later" in await runner.say("strides")
    runner.heading("A week later: running is allowed, walk and run in turns")
    await runner.wait_until("12:00", days=6)
    await runner.say("strides")
    await runner.tap("I am allowed more now")
    await runner.tap("All of it, running too")
    assert "Run 1 minute, walk 4" in runner.reads
    assert "comes later" in await runner.say("strides")
    runner.heading("Two graded weeks later")
    await runner.wait_until("12:00", days=14)
    assert "comes later" not in await runner.say("strides")
    runner.check(PAGE, "From a flag to the graded return")
