"""The sleepy runner: taps the wrong thing twice, goes back, deletes, changes their mind."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.support.chat import Chatroom, Runner
from tests.support.counts import handled, written


async def answers(sam: Runner) -> dict:
    stored = await sam.room.limber.store.run(lambda work: work.runners.get(5))
    return dict(stored.answers)


async def test_ticks_of_one_question_never_land_in_another(sam: Runner, room: Chatroom):
    await sam.say("/settings")
    await sam.tap(re.compile("^Tight"))
    spots = sam.person.last
    await sam.say("/settings")
    await sam.tap(re.compile("^Run days"))
    sam.person.tap("Continue ›", spots)
    await room.settle()
    assert (await answers(sam))["spots"] == ["hip-flexors"]


@pytest.mark.parametrize(
    "data",
    ["q:sitting:lots", "q:remind_at:99:99", "set:foo", "tick:spots:nose", "q:zone:Mars/Base"],
)
async def test_a_button_of_another_version_changes_nothing(sam: Runner, room: Chatroom, data: str):
    before = await answers(sam)
    tap = sam.person.tap_data(sam.person.last, data)
    await room.settle()
    assert tap.toast == "That button is from an earlier chat"
    assert await answers(sam) == before


async def test_going_back_keeps_every_answer(room: Chatroom):
    sam = room.runner()
    await sam.say("/start")
    await sam.tap("Over 7")
    await sam.tap("Quads")
    await sam.tap("Continue ›")
    await sam.tap("Weekdays")
    for _ in range(3):
        await sam.tap("‹ Back")
    assert "1 of 10" in sam.reads
    assert (await answers(sam))["spots"] == ["quads"]
    await sam.tap("Skip")
    assert "4 of 10" in sam.reads
    assert (await answers(sam))["sitting"] == "over-7"


async def test_easier_inside_a_session_takes_the_place_of_the_move(sam: Runner):
    await sam.say("/today")
    moves = len(re.findall(r"^\d\. ", sam.reads, re.MULTILINE))
    await sam.tap("▶️ Start")
    for number in range(1, moves + 1):
        await sam.walk_to(f"move {number} of {moves}")
        if "Easier" in sam.buttons:
            await sam.tap("Easier")
            assert f"move {number} of {moves}" in sam.reads
    await sam.live("Your first session")


async def test_done_after_midnight_leaves_the_coming_morning_alone(sam: Runner, room: Chatroom):
    await room.wait_until("00:30", days=1)
    await sam.say("done")
    await room.wait_until("07:00")
    assert "Right after your coffee" in sam.reads


async def test_undo_brings_the_reminder_back(sam: Runner, room: Chatroom):
    await room.wait_until("06:30", days=1)
    await sam.say("done")
    await sam.say("/undo")
    await room.wait_until("07:00")
    assert "Right after your coffee" in sam.reads


async def test_a_deleted_countdown_stays_deleted(sam: Runner, room: Chatroom):
    await sam.open("half-kneeling-hip-flexor-stretch")
    await sam.walk_to("Get ready")
    sam.person.last.deleted = True
    before = len(sam.bot_messages)
    for _ in range(30):
        await room.wait(seconds=5)
    assert len(sam.bot_messages) == before


async def test_liking_yesterdays_reminder_logs_yesterday(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    await room.wait_until("06:00", days=1)
    await sam.react("👍")
    assert "Tuesday added" in sam.reads


async def test_snooze_in_the_repeated_hour_is_twenty_real_minutes(sam: Runner, room: Chatroom):
    room.clock.at = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)  # the second 02:30 in Berlin
    await room.beat()
    await sam.say("/snooze 20")
    before = len(sam.bot_messages)
    await room.wait(minutes=19)
    assert len(sam.bot_messages) == before
    await room.wait(minutes=1)
    assert len(sam.bot_messages) == before + 1


async def test_a_failing_reminder_is_late_when_it_comes_and_stops_nobody(
    sam: Runner, room: Chatroom, monkeypatch: pytest.MonkeyPatch
):
    from bot.handlers import router

    def broken(chat, reminder):
        raise RuntimeError("planted")

    with monkeypatch.context() as planted:
        planted.setitem(router.REMINDERS, "daily", broken)
        await room.wait_until("07:00", days=1)
    await room.wait(minutes=30)
    assert "I'm late" in sam.reads


async def test_hiding_a_move_takes_it_out_of_today(sam: Runner):
    assert "Half-kneeling" in await sam.say("/today")
    await sam.say("never show me the half-kneeling hip flexor stretch again")
    assert "Half-kneeling" not in await sam.say("/today")


async def test_the_clock_told_in_words_finds_the_zone(room: Chatroom):
    sam = room.runner()
    await sam.say("/start")
    for _ in range(5):
        await sam.tap("Skip")
    await sam.say("its 9:00 am")
    assert "nearest to you" in sam.reads
    await sam.say("skip")
    assert "7 of 10" in sam.reads


@pytest.mark.postgresql
async def test_what_is_old_is_cleared_away(sam: Runner, room: Chatroom):
    room.clock.at += timedelta(days=30)
    await room.limber.heartbeat.tidy()
    assert await room.limber.store.run(handled) == 0
    assert await room.limber.store.run(lambda work: written(work, "edit_message_text")) == 0


async def test_a_command_may_be_followed_by_a_line_break(sam: Runner):
    assert "18:15" in await sam.say("/remind\n18:15")


async def test_snooze_until_a_time_leaves_the_series_alone(sam: Runner, room: Chatroom):
    assert "21:00" in await sam.say("/snooze until 9pm")
    assert (await answers(sam))["remind_at"] == "07:00"
    await room.wait_until("21:00")
    assert "Right after your coffee" in sam.reads


@pytest.mark.parametrize(
    ("said", "kept"),
    [("less than four", "under-4"), ("over seven", "over-7"), ("about six", "4-to-7")],
)
async def test_hours_in_words(room: Chatroom, said: str, kept: str):
    sam = room.runner()
    await sam.say("/start")
    await sam.say(said)
    assert (await answers(sam))["sitting"] == kept
