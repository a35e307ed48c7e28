"""Wishes that last, runs that are planned around, and logs in people's own words."""

import pytest

from tests.support.chat import Chatroom, Runner


async def test_no_kneeling_lasts_and_can_be_taken_back(sam: Runner):
    assert "Half-kneeling" in await sam.say("/today")
    assert "No kneeling from now on" in await sam.say("no kneeling please")
    assert "Half-kneeling" not in await sam.say("/today")
    await sam.say("no kneeling please")
    await sam.tap("↩️ Undo")
    await sam.say("bring it back")
    assert "Half-kneeling" in await sam.say("/today")


@pytest.mark.postgresql
async def test_kit_comes_and_goes(sam: Runner):
    assert "Your kit: loop band, foam roller" in await sam.say("I bought a band")
    assert "Your kit: loop band." in await sam.say("my roller broke")
    await sam.tap("↩️ Undo")
    assert sorted((await sam.exported())["profile"]["kit"]) == ["band", "roller"]


async def test_shorter_on_weekdays(sam: Runner):
    assert "About 5 min on weekdays" in await sam.say("shorter on weekdays")
    answer = await sam.say("/today")
    assert "about 5 min" in answer or "about 4 min" in answer


@pytest.mark.postgresql
async def test_a_long_run_is_planned_around(room: Chatroom, sam: Runner):
    answer = await sam.say("long run sunday 8")
    assert "a long run on Sunday, 22 November at 08:00" in answer
    assert "no strength on Saturday" in answer
    await room.wait_until("07:30", days=6)
    answer = await sam.say("/today")
    assert "before a run" in answer
    assert "stretch" not in answer.lower()  # nothing held still before it


async def test_a_run_that_was_run_gets_its_easy_minutes(sam: Runner):
    assert "12 km" in await sam.say("ran 12 km easy")
    run = {"date": "2026-11-16", "at": None, "km": 12.0, "kind": "easy", "done": True}
    assert (await sam.exported())["runs"] == [run]


async def test_own_exercises_and_single_moves_are_logged_as_told(sam: Runner):
    assert "20 min" in await sam.say("did 20 min yoga")
    logged = (await sam.exported())["sessions"][0]
    assert (logged["minutes"], logged["cards"]) == (20, [])
    assert logged["note"] == "did 20 min yoga"
    await sam.say("/undo")
    await sam.say("only did the clamshell")
    assert (await sam.exported())["sessions"][0]["cards"] == ["clamshell"]


async def test_a_day_off_may_have_a_reason(sam: Runner):
    await sam.say("/today")
    await sam.tap("Not today")
    await sam.tap("Ill")
    assert "Get well first" in sam.reads
    assert "A week" in sam.buttons
    assert (await sam.exported())["sessions"][0]["note"] == "ill"


async def test_tight_spots_come_and_go_by_their_names(sam: Runner):
    spots = (await sam.exported())["profile"]["spots"]
    assert "inner thigh" in await sam.say("add inner thighs")
    assert (await sam.exported())["profile"]["spots"] == [*spots, "inner-thigh"]
    assert (await sam.exported())["sessions"] == []
    assert "inner thigh" not in await sam.say("take the inner thighs off my list")
    assert (await sam.exported())["profile"]["spots"] == spots
    await sam.tap("↩️ Undo")
    assert (await sam.exported())["profile"]["spots"] == [*spots, "inner-thigh"]
    for spot in ("hip flexors", "inner thighs"):
        await sam.say(f"remove {spot}")
    assert "No tight spots" in sam.reads
