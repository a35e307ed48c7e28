"""Logging the way people do it."""

import pytest

from tests.support.chat import Chatroom, Runner


async def test_done_logs_once(sam: Runner):
    assert "1 of 5 days" in await sam.say("done")
    assert "already in the log" in await sam.say("Done!")
    assert "already in the log" in await sam.say("/done")
    assert "1 of 5 days" in await sam.say("/progress")


async def test_half_counts_and_may_become_whole(sam: Runner):
    assert "Half" in await sam.say("did half")
    assert "1 of 5 days" in await sam.say("done")


@pytest.mark.postgresql
async def test_undo_takes_back_one_step_at_a_time(sam: Runner):
    await sam.say("did half")
    await sam.say("done")
    assert "Taken back: today (done). Today stays in the log as half done" in await sam.say("/undo")
    assert "Taken back: today (partial)" in await sam.say("/undo")
    assert "nothing to take back" in await sam.say("/undo")


async def test_the_day_ends_at_four_in_the_morning(sam: Runner, room: Chatroom):
    await room.wait_until("23:50")
    await sam.say("done")
    await room.wait(hours=3)  # 02:50, still the same day
    assert "already in the log" in await sam.say("done")
    await room.wait(hours=2)
    assert "2 of 5 days" in await sam.say("done")


async def test_yesterday_can_be_added(sam: Runner, room: Chatroom):
    await room.wait_until("09:00", days=2)
    assert "Tuesday added" in await sam.say("done yesterday")


@pytest.mark.parametrize(
    "text", ["not yet", "I'll get it done tonight", "was that logged?", "nah skipped it"]
)
async def test_these_log_nothing(sam: Runner, text: str):
    await sam.say(text)
    assert "0 of 5 days" in await sam.say("/progress")


@pytest.mark.postgresql
async def test_export_is_one_json_document(sam: Runner):
    await sam.say("done")
    data = await sam.exported()
    assert data["profile"]["sitting"] == "over-7"
    assert data["profile"]["zone"] == "Europe/Berlin"
    assert data["reminders"][0]["at"] == "07:00"
    assert data["sessions"][0]["date"] == "2026-11-16"
    assert data["sessions"][0]["status"] == "done"
    assert data["sessions"][0]["minutes"] > 0
    assert data["sessions"][0]["cards"]
    assert data["check_ins"] == []


@pytest.mark.postgresql
async def test_delete_asks_and_then_leaves_nothing(sam: Runner, room: Chatroom):
    await sam.say("done")
    await sam.say("/delete")
    assert await sam.tap("No, keep it") == "Nothing was deleted"
    assert "1 of 5" in await sam.say("/progress")
    await sam.say("/delete")
    await sam.tap("Yes, delete everything")
    assert "1 log entry" in sam.reads
    assert await room.limber.store.run(lambda work: work.runners.get(5)) is None
    await room.wait_until("07:00", days=1)
    assert "Deleted" in sam.reads
    assert "1 of 10" in await sam.say("/start")


async def test_streaks_are_off_by_one_word(sam: Runner, room: Chatroom):
    for _ in range(7):
        await sam.say("done")
        await room.wait_until("09:00", days=1)
    assert "1 good week" in await sam.say("/progress")
    assert "Days are just days" in await sam.say("stop the streak pressure")
    assert "good week" not in await sam.say("/progress")
    assert "07:00" in await sam.say("/remind")
    assert "back in sight" in await sam.say("show my streak")
    assert "1 good week" in await sam.say("/progress")


async def logged(sam: Runner) -> dict[str, str]:
    found = await sam.exported()
    return {each["date"][5:]: each["status"] for each in found["sessions"]}


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("half of it yesterday, the rest was too much", {"11-15": "partial"}),
        ("yesterday and today, both done", {"11-15": "done", "11-16": "done"}),
        ("did half on saturday and all of it today", {"11-14": "partial", "11-16": "done"}),
        ("half of the stretches yesterday", {"11-15": "partial"}),
        ("half yesterday, and all of it today", {"11-15": "partial", "11-16": "done"}),
        ("we did the second last time", {}),
        ("half my team was away yesterday", {}),
        ("I slept half of yesterday", {}),
        ("half the pool was closed yesterday", {}),
        ("did half yesterday, ill in bed all today", {"11-15": "partial"}),
        ("did half yesterday, might do all today", {"11-15": "partial"}),
        ("did half yesterday, all quiet today", {"11-15": "partial"}),
        ("did half yesterday, all of it today?", {"11-15": "partial"}),
        ("I have made my exercises", {"11-16": "done"}),
        ("did it over lunch actually", {"11-16": "done"}),
        ("got a right pain in the neck of a client today", {}),
        ("got such a pain in the backside today", {}),
        ("no time, 3 minutes for hips please", {}),
        ("save it in my calendar", {}),
        ("did it on friday, not saturday", {"11-13": "done"}),
    ],
)
async def test_each_day_is_logged_as_it_was_told(sam: Runner, text: str, entries: dict):
    await sam.say(text)
    assert await logged(sam) == entries


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("undo that and log it for yesterday", {"11-15": "done"}),
        ("undo that, put half instead", {"11-16": "partial"}),
        ("wait no, I haven't done it, take that off", {}),
        ("that was 25 minutes, by the way", {"11-16": "done"}),
    ],
)
async def test_the_log_of_just_now_is_put_right(sam: Runner, text: str, entries: dict):
    await sam.say("done")
    await sam.say(text)
    assert await logged(sam) == entries


async def test_the_other_half_makes_it_whole(sam: Runner, room: Chatroom):
    await sam.say("did half")
    await room.wait(hours=3)
    await sam.say("did the rest as well")
    assert await logged(sam) == {"11-16": "done"}


async def test_below_a_button_stand_no_words_of_the_runner(sam: Runner, room: Chatroom):
    await room.wait_until("07:00", days=1)
    await sam.tap("✅ Done")
    assert (await sam.exported())["sessions"][-1]["note"] is None


async def test_a_tapped_reading_keeps_its_own_words_as_a_note_and_not_ours(sam: Runner):
    await sam.say("7")
    await sam.tap("Did 7 minutes")
    (entry,) = (await sam.exported())["sessions"]
    assert entry["minutes"] == 7
    assert entry["note"] in (None, "did 7 minutes")


@pytest.mark.parametrize("text", ["done but skipped the clamshell", "done, but missed the lunges"])
async def test_a_move_that_was_skipped_is_not_what_was_done(sam: Runner, text: str):
    await sam.say(text)
    await sam.tap("Yes: log it as done in part")
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "partial"
    assert not {"clamshell", "lunge"}.intersection(entry["cards"])


async def test_minutes_of_a_wish_are_none_of_a_log(sam: Runner):
    await sam.say("12 min for my quads please, and log yesterday")
    (entry,) = (await sam.exported())["sessions"]
    assert (entry["date"], entry["minutes"]) == ("2026-11-15", None)


async def test_no_wish_for_it_is_no_day_missed(sam: Runner):
    assert "quads" in await sam.say("on the couch, can't be bothered, quads")
    assert (await sam.exported())["sessions"] == []
