"""Several days told at once, and logs that are of another day, or of none."""

import pytest

from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql  # a log is written, moved and dropped

DAYS = {"fri": "13", "sat": "14", "sun": "15", "mon": "16", "tue": "17", "wed": "18"}


async def log(sam: Runner) -> dict[str, str]:
    """Each day with what it says: D, P or E, and its minutes."""
    days = {number: day for day, number in DAYS.items()}
    return {
        days[each["date"][8:]]: each["status"][0].upper() + str(each["minutes"] or "")
        for each in (await sam.exported())["sessions"]
    }


async def told(room: Chatroom, sam: Runner, *messages: str) -> str:
    """All of it on a Wednesday morning; returns the last answer."""
    room.clock.at = room.clock.at.replace(day=18)
    await room.beat()
    for each in messages:
        await sam.say(each)
    return sam.reads


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("sat 9 min, sun zero, mon 14 min", {"sat": "D9", "mon": "D14"}),
        ("log: fri 15 min, sat none, sun 9 min", {"fri": "D15", "sun": "D9"}),
        ("sunday 10, monday 12, today 8 minutes", {"sun": "D10", "mon": "D12", "wed": "D8"}),
        ("sun yes, mon nope, tue half", {"sun": "D", "tue": "P"}),
        ("monday: done. tuesday: skipped", {"mon": "D"}),
        (
            "did 12 min on saturday, sunday and yesterday",
            dict.fromkeys(("sat", "sun", "tue"), "D12"),
        ),
        ("half on sunday and everything yesterday", {"sun": "P", "tue": "D"}),
    ],
)
async def test_each_of_several_days_is_logged(
    room: Chatroom, sam: Runner, said: str, days: dict[str, str]
):
    before = (await sam.exported())["profile"]
    await told(room, sam, said)
    assert await log(sam) == days
    after = (await sam.exported())["profile"]
    assert after.get("minutes") == before.get("minutes")


@pytest.mark.parametrize(
    "said",
    [
        "did I do sunday 10, monday 12?",
        "tomorrow 10 min, friday 12 min",
        "mon 10 min, tue 15 min, in pain since, my back went",
        "remind me monday at 8, tuesday at 9",
        "my brother did monday 10, tuesday 12",
    ],
)
async def test_other_lists_of_days_log_nothing(room: Chatroom, sam: Runner, said: str):
    await told(room, sam, said)
    assert await log(sam) == {}


@pytest.mark.parametrize(
    ("before", "said", "days"),
    [
        ("did half on monday", "it was sunday when i did that half, not monday", {"sun": "P"}),
        ("did 9 minutes yesterday", "no, that was on monday, not yesterday", {"mon": "D9"}),
        ("did 9 minutes", "put it on saturday instead please", {"sat": "D9"}),
        ("done on monday", "move monday's to sunday, i mixed them up", {"sun": "D"}),
        ("did 9 minutes yesterday", "it was not yesterday but the day before", {"mon": "D9"}),
        ("did half on monday", "the half one should be on sunday", {"sun": "P"}),
        ("done", "not today, that was gestern", {"tue": "D8"}),
        ("did 9 minutes yesterday", "sorry, not gestern, vorgestern", {"mon": "D9"}),
    ],
)
async def test_a_log_goes_to_its_right_day(
    room: Chatroom, sam: Runner, before: str, said: str, days: dict[str, str]
):
    kim = room.runner(6)  # an export in between would be what "it" is
    await told(room, kim, "/start", before)
    stood = await log(kim)
    await told(room, sam, before, said)
    assert await log(sam) == days != stood
    await sam.say("undo")
    assert await log(sam) == stood


async def test_another_log_is_never_overwritten(room: Chatroom, sam: Runner):
    await told(room, sam, "did half on sunday", "done on monday")
    answer = await told(room, sam, "it was saturday i did the half, not monday")
    assert "Did you mean" in answer
    assert (await log(sam)).keys() == {"sun", "mon"}
    await sam.tap("Yes: the log of another day: Sunday → Saturday")
    assert (await log(sam)).keys() == {"sat", "mon"}


@pytest.mark.parametrize(
    "said",
    [
        "delete monday, that was my flatmate's",
        "take monday out, it was not me",
        "monday should be blank",
        "drop monday, i made it up",
        "wipe monday please, my kid did that",
        "erase the monday one, i only watched",
    ],
)
async def test_the_log_of_a_day_goes_and_the_reminder_stays(room: Chatroom, sam: Runner, said: str):
    before = (await sam.exported())["reminders"][0]["days"]
    await told(room, sam, "done on monday", "did 9 minutes", said)
    assert await log(sam) == {"wed": "D9"}
    assert (await sam.exported())["reminders"][0]["days"] == before


async def test_a_day_without_a_log_is_about_reminders(room: Chatroom, sam: Runner):
    await told(room, sam, "did 9 minutes")
    await told(room, sam, "thanks", "delete monday")
    assert await log(sam) == {"wed": "D9"}


async def test_a_day_comes_back_with_its_minutes(room: Chatroom, sam: Runner):
    await told(room, sam, "done on monday", "delete monday, not mine", "put monday back, 9 minutes")
    assert await log(sam) == {"mon": "D9"}


@pytest.mark.parametrize(
    ("before", "said", "days"),
    [
        ("did 20 min on sunday", "no, sunday was 26 min, not 20", {"sun": "D26"}),
        ("did 20 min on monday", "sorry, monday was 14 minutes", {"mon": "D14"}),
        ("did 20 minutes", "oh, it was thirteen", {"wed": "D13"}),
        ("did half", "that was a joke", {}),
    ],
)
async def test_what_was_told_of_a_day_is_put_right(
    room: Chatroom, sam: Runner, before: str, said: str, days: dict[str, str]
):
    standing = (await sam.exported())["profile"].get("minutes")
    await told(room, sam, before, said)
    assert await log(sam) == days
    assert (await sam.exported())["profile"].get("minutes") == standing


@pytest.mark.parametrize(
    "said",
    [
        "the dog was ill all night, did it anyway",
        "both kids have colds, did mine",
        "slept badly, managed it though",
        "poor cat threw up on the mat, done all the same",
    ],
)
async def test_the_illness_of_others_is_no_day_off(room: Chatroom, sam: Runner, said: str):
    await told(room, sam, said)
    assert {day: what[0] for day, what in (await log(sam)).items()} == {"wed": "D"}
    assert "Get well" not in sam.reads
    assert not any("Fever" in each for each in sam.buttons)
