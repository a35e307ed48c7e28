"""A correction of what was just said, and messages that only look like one."""

import json
from datetime import timedelta

import pytest

from tests.support.chat import Chatroom, Runner


async def sessions(runner: Runner) -> list[tuple[str, str, int | None]]:
    """Date, status and minutes of what the export says of sessions."""
    await runner.say("/export")
    told = json.loads(runner.person.last.media.content)["sessions"]
    return [(each["date"], each["status"], each["minutes"]) for each in told]


MONDAY, SUNDAY, SATURDAY = "2026-11-16", "2026-11-15", "2026-11-14"


@pytest.mark.parametrize(
    ("said", "then", "kept"),
    [
        ("done", "actually 25 minutes", [(MONDAY, "done", 25)]),
        ("did 10 minutes", "sorry, it was more like 12 min", [(MONDAY, "done", 12)]),
        ("did half", "correction: all of it", [(MONDAY, "done", None)]),
        ("done", "well, half of it really", [(MONDAY, "partial", None)]),
        ("did 8 minutes", "oh wait that was for saturday", [(SATURDAY, "done", 8)]),
        ("did 8 minutes yesterday", "no, the day before", [(SATURDAY, "done", 8)]),
        ("did half", "no i meant yesterday", [(SUNDAY, "partial", None)]),
        ("done", "nope, i lied, didn't do any", []),
        ("did 8 minutes", "well, 10 minutes late as ever", [(MONDAY, "done", 8)]),
        ("did 8 minutes", "that was great", [(MONDAY, "done", 8)]),
        ("did 8 minutes", "no pain today", [(MONDAY, "done", 8)]),
    ],
)
async def test_a_log_is_mended(
    sam: Runner, said: str, then: str, kept: list[tuple[str, str, int | None]]
):
    await sam.say(said)
    await sam.say(then)
    stands = await sessions(sam)
    assert [row[:2] for row in stands] == [row[:2] for row in kept]
    assert [row[2] for row in stands if row[1] == "done" and kept[0][2]] == [
        row[2] for row in kept if row[1] == "done" and row[2]
    ]


@pytest.mark.parametrize(
    ("then", "kept"),
    [
        ("sorry, 17", {MONDAY: 17}),
        ("it was 6 actually", {MONDAY: 6}),
        ("nearer to fifteen", {MONDAY: 15}),
        ("hang on, that was yesterday", {SUNDAY: 7}),
        ("i meant saturday", {SATURDAY: 7}),
    ],
)
async def test_a_run_is_mended_and_no_reminder_is(sam: Runner, then: str, kept: dict[str, int]):
    reminders = (await sam.exported())["reminders"]
    await sam.say("ran 7 km")
    await sam.say(then)
    exported = await sam.exported()
    assert {each["date"]: each["km"] for each in exported["runs"] if each["done"]} == kept
    assert exported["reminders"] == reminders


@pytest.mark.parametrize("then", ["make it saturday", "no sessions on saturday please"])
async def test_a_day_that_is_of_something_else_mends_no_run(sam: Runner, then: str):
    await sam.say("ran 7 km")
    await sam.say(then)
    assert [each["date"] for each in (await sam.exported())["runs"]] == [MONDAY]


async def test_hours_later_it_is_no_correction(room: Chatroom, sam: Runner):
    await sam.say("did 8 minutes")
    room.clock.at += timedelta(hours=2)
    await sam.say("actually 25 minutes")
    assert (await sessions(sam))[0][2] == 8


async def test_a_reminder_is_mended(sam: Runner):
    await sam.say("remind me at 8am")
    assert "9:00" in await sam.say("no wait, 9am")


async def test_an_ask_is_mended(sam: Runner):
    await sam.say("quad stretch")
    assert "calf" in (await sam.say("no sorry, i meant calf")).lower()


async def edit(runner: Runner, text: str) -> str:
    """Change the newest message of one's own; returns the newest answer."""
    mine = [each for each in runner.person.messages if not each.from_bot]
    runner.person.edit(mine[-1], text)
    await runner.room.settle()
    return runner.reads


async def test_an_edited_message_replaces_what_it_said(sam: Runner):
    await sam.say("done")
    assert "Half logged" in await edit(sam, "did half")
    assert [row[:2] for row in await sessions(sam)] == [(MONDAY, "partial")]


@pytest.mark.postgresql
async def test_an_edit_that_logs_nothing_takes_back_and_answers(sam: Runner):
    await sam.say("done")
    before = len(sam.bot_messages)
    await edit(sam, "tight calves")
    told = [each.text for each in sam.bot_messages[before:]]
    assert "Taken back" in told[0]
    assert "calf" in told[-1].lower()
    assert await sessions(sam) == []


async def test_a_mended_slip_is_not_answered_again(sam: Runner):
    await sam.say("tigth quads")
    before = len(sam.bot_messages)
    await edit(sam, "Tight quads")
    assert len(sam.bot_messages) == before


async def test_an_edit_of_an_older_message_changes_nothing(room: Chatroom, sam: Runner):
    await sam.say("done")
    older = [each for each in sam.person.messages if not each.from_bot][-1]
    await sam.say("thanks")
    sam.person.edit(older, "did half")
    await room.settle()
    assert "earlier message" in sam.reads
    assert [row[:2] for row in await sessions(sam)] == [(MONDAY, "done")]


async def test_an_edit_is_screened_first(sam: Runner):
    await sam.say("done")
    assert "emergency number" in await edit(sam, "done, and my chest hurts and i can't breathe")


@pytest.mark.parametrize("said", ["finished it. no wait, I skipped it", "did it. no I didn't"])
async def test_a_log_that_the_same_message_takes_back_is_none(room: Chatroom, said: str):
    runner = room.runner()
    await runner.onboard()
    await runner.say(said)
    assert await sessions(runner) == []


@pytest.mark.parametrize("deed", ["undo", "stop all reminders", "pause for ten days"])
async def test_what_is_taken_back_at_once_is_not_done(sam: Runner, deed: str):
    await sam.say("done")
    await sam.say("remind me at 6:45")
    before = await sam.exported()
    assert "stays as it was" in await sam.say(f"{deed}. no, forget it")
    after = await sam.exported()
    for part in ("sessions", "reminders"):
        assert after[part] == before[part]
