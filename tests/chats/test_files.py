"""Files out and in: the log as a table, a log from elsewhere, the plan for a calendar."""

import csv
import io
import json

import pytest

from content.bundle import Content
from scheduler.log.import_files import LARGEST, MOST_ROWS
from tests.support.chat import Chatroom, Runner, open_chatroom

TRACKER = """\
Date,Status,Minutes
2026-11-10,done,12
2026-11-11,half,5
2026-11-12,skipped,
2026-11-13,no,
"""


async def send(runner: Runner, text: str | bytes, name: str = "habits.csv") -> str:
    """Send a file; returns the answer."""
    data = text.encode() if isinstance(text, str) else text
    runner.person.send_document(name, data)
    await runner.room.settle()
    return runner.reads


def text_of(runner: Runner) -> str:
    """What is in the newest file that they got."""
    return bytes(runner.person.last.media.content).decode()


async def logged(runner: Runner) -> dict[str, str]:
    return {each["date"]: each["status"] for each in (await runner.exported())["sessions"]}


@pytest.mark.parametrize(
    "wish",
    [
        "/export csv",
        "export as csv",
        "a spreadsheet of my sessions",
        "can I have my log in excel please",
        "send me a table of all workouts",
    ],
)
async def test_the_sessions_are_a_table_as_well(sam: Runner, wish: str):
    await sam.say("done, 9 minutes")
    await sam.say(wish)
    (row,) = csv.DictReader(io.StringIO(text_of(sam)))
    assert (row["date"], row["status"], row["minutes"]) == ("2026-11-16", "done", "9")


async def test_the_plain_export_stays_the_whole_and_tells_of_the_table(sam: Runner):
    assert (await sam.exported())["profile"]["zone"] == "Europe/Berlin"
    assert "/export csv" in sam.reads


async def test_a_note_is_no_formula(sam: Runner):
    await sam.say("=done my session today, hips felt fine")
    cells = [cell for row in csv.reader(io.StringIO(await table(sam))) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]


async def table(sam: Runner) -> str:
    await sam.say("/export csv")
    return text_of(sam)


@pytest.mark.postgresql
async def test_a_tracker_s_table_comes_in_with_a_tap_and_goes_with_another(sam: Runner):
    await send(sam, TRACKER)
    assert "4 new days, from 10 November 2026 to 13 November 2026" in sam.reads
    await sam.tap("Add them: 4")
    assert "Added: 4 days" in sam.reads
    assert await logged(sam) == {
        "2026-11-10": "done",
        "2026-11-11": "partial",
        "2026-11-12": "excused",
        "2026-11-13": "missed",
    }
    await sam.tap("↩️ Undo")
    assert any("the 4 days from your file are out" in each.text for each in sam.bot_messages)
    assert await logged(sam) == {}


async def test_undo_in_words_takes_back_what_came_last(sam: Runner):
    await send(sam, TRACKER)
    await sam.tap("Add them: 4")
    await sam.room.wait(minutes=2)
    await sam.say("done")
    await sam.say("undo")
    assert len(await logged(sam)) == 4
    await sam.say("undo")
    assert await logged(sam) == {}


@pytest.mark.parametrize("by", ["undo", "↩️ Undo"])
async def test_a_file_that_was_taken_back_is_no_deed_any_more(sam: Runner, by: str):
    await sam.say("done")
    await send(sam, TRACKER)
    await sam.tap("Add them: 4")
    await (sam.say(by) if by == "undo" else sam.tap(by))
    assert await logged(sam) == {"2026-11-16": "done"}
    await sam.say("undo")
    assert await logged(sam) == {}
    assert "nothing to take back" in await sam.say("undo")


async def test_an_imported_day_that_was_deleted_comes_back_alone(sam: Runner):
    await send(sam, TRACKER)
    await sam.tap("Add them: 4")
    before = await logged(sam)
    asked = await sam.say("delete the log of 10 November")
    if "Did you mean" in asked:
        await sam.tap(sam.buttons[0])
    assert "2026-11-10" not in await logged(sam)
    await sam.say("undo")
    assert await logged(sam) == before


async def test_what_the_log_says_already_stays(sam: Runner):
    await sam.say("done, 9 minutes")
    await send(sam, "date,done\n2026-11-16,no\n2026-11-15,yes\n")
    assert "1 new day" in sam.reads
    assert "1 day is in your log already" in sam.reads
    await sam.tap("Add them: 1")
    assert await logged(sam) == {"2026-11-15": "done", "2026-11-16": "done"}


async def test_one_s_own_export_comes_back(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        sam, kim = room.runner(5, "Sam"), room.runner(6, "Kim")
        await sam.onboard()
        await kim.onboard()
        await send(sam, TRACKER)
        await sam.tap("Add them: 4")
        await sam.say("done")
        whole = await sam.exported()
        await send(kim, json.dumps(whole), "limber.json")
        await kim.tap("Add them: 5")
        assert await logged(kim) == await logged(sam)
        mine, theirs = [(await who.exported())["sessions"] for who in (sam, kim)]
        kept = ("date", "minutes", "cards", "sides", "note")
        assert [[e[k] for k in kept] for e in mine] == [[e[k] for k in kept] for e in theirs]


async def test_a_day_of_today_that_comes_in_settles_today(sam: Runner, room: Chatroom):
    await send(sam, "date,status\n2026-11-16,done\n")
    await sam.tap("Add them: 1")
    before = len(sam.bot_messages)
    await room.wait_until("07:00")
    assert len(sam.bot_messages) == before


async def test_no_is_no(sam: Runner):
    await send(sam, TRACKER)
    assert await sam.tap("Leave my log as it is") == "Nothing changed"
    assert await logged(sam) == {}
    assert "Add them: 4" not in sam.buttons


async def test_the_button_of_an_older_file_is_old(sam: Runner):
    await send(sam, TRACKER)
    older = sam.person.last
    await send(sam, "date\n2026-11-01\n")
    await sam.tap_old("Add them: 4", older)
    assert await logged(sam) == {}
    await sam.tap("Add them: 1")
    assert await logged(sam) == {"2026-11-01": "done"}


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"\xef\xbb\xbf", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7\0\0\xff", "can't read that file"),
        (b"{", "can't read that file"),
        (b"[" * 100_000, "can't read that file"),
        (b'{"sessions": 4}', "can't read that file"),
        (b"habit,streak\nwater,3\n", "no dates"),
        (b"date\n03/04/2026\n", "days from months"),
        (b"date\n" + b"2026-01-01\n" * (MOST_ROWS + 1), "more than 4,000 rows"),
        (b"date\n" + b"x" * LARGEST, "too large"),
        (b"date\n2031-01-01\nsoon\n", "can't read 2 rows (2, 3)"),
        (b'{"sessions": [1, null, {"date": 7}]}', "can't read 3 rows (1, 2, 3)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_bad_file_gets_a_kind_answer(sam: Runner, data: bytes, answer: str):
    assert answer in await send(sam, data)
    assert not [each for each in sam.buttons if each.startswith("Add")]
    assert await logged(sam) == {}


@pytest.mark.parametrize("wish", ["/import", "import my old log", "can I upload a csv file?"])
async def test_how_a_log_comes_in_is_told(sam: Runner, wish: str):
    assert "as a document" in await sam.say(wish)


def events(text: str) -> list[dict[str, str]]:
    """What a calendar reads of a file."""
    lines = text.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name] = value
    return found


@pytest.mark.parametrize(
    "wish", ["/calendar", "add it to my calendar", "put my plan in google calendar"]
)
async def test_the_plan_is_a_file_for_a_calendar(sam: Runner, wish: str):
    await sam.say(wish)
    found = events(text_of(sam))
    sessions = [each["DTSTART"] for each in found if "DTSTART" in each]
    runs = [each["DTSTART;VALUE=DATE"] for each in found if "DTSTART;VALUE=DATE" in each]
    assert sessions[:2] == ["20261117T060000Z", "20261118T060000Z"]  # 07:00 in Berlin
    assert runs[:6] == ["20261116", "20261117", "20261118", "20261119", "20261120", "20261123"]
    assert len({each["UID"] for each in found}) == len(found)


async def test_an_event_keeps_its_name_in_the_next_file(sam: Runner, room: Chatroom):
    await sam.say("/calendar")
    first = {each["UID"] for each in events(text_of(sam))}
    await sam.say("remind me at 8:15")
    await room.wait(minutes=1)
    await sam.say("/calendar")
    assert {each["UID"] for each in events(text_of(sam))} == first


async def test_without_anything_planned_there_is_no_file(runner: Runner):
    assert "neither a reminder nor a run day" in await runner.say("/calendar")


async def test_a_holiday_is_left_out(sam: Runner):
    await sam.say("I'm away from 20 November to 30 November")
    await sam.say("/calendar")
    days = [
        value for each in events(text_of(sam)) for name, value in each.items() if "DTSTART" in name
    ]
    assert not [day for day in days if "20261121" <= day[:8] <= "20261128"]
    assert [day for day in days if day[:8] > "20261201"]
