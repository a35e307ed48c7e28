"""Where and how a move hurts, told in words; and a stop is about what is on the screen."""

import pytest

from tests.support.chat import Chatroom, Runner


async def in_a_hold(sam: Runner, room: Chatroom) -> None:
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.live("Hold, and breathe")
    await room.wait(seconds=20)


@pytest.mark.parametrize("words", ["nothing", "no", "it's fine now", "it went away", "back"])
async def test_what_has_passed_keeps_the_move_out(sam: Runner, room: Chatroom, words: str):
    await in_a_hold(sam, room)
    assert "Where does" in await sam.say("it hurts")
    assert "Where does" not in await sam.say(words)
    data = await sam.exported()
    assert data["skipped"][0]["why"] == "hurts"
    assert data["check_ins"][0]["amount"] == 3
    assert data["reminders"]


@pytest.mark.postgresql
async def test_how_it_hurts_is_kept_until_the_place_is_told(sam: Runner, room: Chatroom):
    await in_a_hold(sam, room)
    await sam.say("it hurts")
    assert "Where does" in await sam.say("aching")
    await sam.tap("hip flexors")
    assert (await sam.exported())["check_ins"][0]["amount"] == 5


async def test_a_lot_is_a_stop_sign_in_words_too(sam: Runner, room: Chatroom):
    await in_a_hold(sam, room)
    await sam.say("it hurts")
    await sam.tap("quads")
    assert "stop sign" in await sam.say("a lot")


@pytest.mark.parametrize("words", ["stop", "that's enough"])
async def test_who_stops_in_pain_gets_no_medal(sam: Runner, room: Chatroom, words: str):
    await in_a_hold(sam, room)
    hurt = sam.reads.splitlines()[0].split(" · ")[0]
    await sam.say("it hurts")
    told = await sam.say(words)
    assert "That counts" in told
    assert "🏅" not in told
    assert hurt not in told.partition("another day")[0]
    data = await sam.exported()
    assert data["skipped"][0]["why"] == "hurts"
    assert data["reminders"]


async def test_where_it_hurts_is_not_asked_for_on_another_day(sam: Runner, room: Chatroom):
    await in_a_hold(sam, room)
    await sam.say("it hurts")
    await room.wait_until("08:00", days=1)
    assert "Where does" not in await sam.say("/today")
    await sam.tap("Leave it out")  # the moves that ran yesterday
    await sam.say("/today")
    assert "▶️ Start" in sam.buttons


@pytest.mark.parametrize("first", ["my hip hurts", "talk me through it"])
async def test_a_stop_on_the_screen_ends_no_reminders(sam: Runner, first: str):
    await sam.say("/today")
    await sam.say(first)
    assert "Nothing runs any more" in await sam.say("stop")
    assert (await sam.exported())["reminders"]


@pytest.mark.parametrize("words", ["the phone rang, sorry", "sorry, phone", "I dropped my phone"])
async def test_a_phone_or_a_door_pauses(sam: Runner, room: Chatroom, words: str):
    await in_a_hold(sam, room)
    assert "⏸ paused" in await sam.say(words)
