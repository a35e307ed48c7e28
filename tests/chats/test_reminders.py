"""Several reminders, each with its own time, days, last day and manners; by words and by taps."""

import json
import re

import pytest

from tests.support.chat import Chatroom, Runner


def sent(sam: Runner) -> list[str]:
    return [each.text for each in sam.bot_messages if "min:" in each.text]


@pytest.mark.postgresql
async def test_two_times_in_one_sentence(sam: Runner, room: Chatroom):
    await sam.say("remind me at 7 and at 18:30")
    assert "Reminder 2: 18:30" in sam.reads
    await room.wait_until("18:30")
    assert len(sent(sam)) == 1
    await room.wait_until("07:00", days=1)
    await room.wait_until("18:30")
    assert len(sent(sam)) == 3


async def test_the_second_has_another_opening_and_no_coffee(sam: Runner, room: Chatroom):
    await sam.say("second reminder at 6pm")
    await room.wait_until("07:00", days=1)
    await room.wait_until("18:00")
    morning, evening = sent(sam)
    assert "Right after your coffee" in morning
    assert "coffee" not in evening
    assert morning.split("\n")[0] != evening.split("\n")[0]


async def test_done_is_for_all_of_the_day(sam: Runner, room: Chatroom):
    await sam.say("second reminder at 6pm")
    await room.wait_until("07:00", days=1)
    await sam.say("done")
    await room.wait_until("18:00")
    assert len(sent(sam)) == 1
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 2


async def test_three_is_the_most(sam: Runner):
    await sam.say("remind me at 7, 12:30, 18:00 and 21:00")
    assert "Three a day is my limit" in sam.reads
    listed = await sam.say("/remind")
    assert all(at in listed for at in ("07:00", "12:30", "18:00"))
    assert "21:00" not in listed
    assert "➕ Another reminder" not in sam.buttons


async def test_another_one_takes_the_next_place_and_a_number_the_one_that_has_it(sam: Runner):
    await sam.say("another reminder at 6pm")
    assert "Reminder 3: 20:00" in await sam.say("another reminder at 8pm")
    assert "Reminder 2: 18:30" in await sam.say("second reminder at 18:30")
    assert "Three a day is my limit" in await sam.say("another reminder at 9pm")
    assert "Still on: 07:00, 18:30" in await sam.say("cancel the third reminder")


async def test_dropping_one_leaves_the_other(sam: Runner, room: Chatroom):
    await sam.say("second reminder at 6pm")
    assert "Still on: 07:00" in await sam.say("stop the second reminder")
    await room.wait_until("18:00", days=1)
    assert len(sent(sam)) == 0  # 07:00 was eleven hours ago
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 1


async def test_one_that_there_is_not_ends_none(sam: Runner, room: Chatroom):
    await sam.say("second reminder at 6pm")
    answer = await sam.say("cancel the third reminder")
    assert "07:00" in answer
    assert "18:00" in answer
    await room.wait_until("07:00", days=1)
    await room.wait_until("18:00")
    assert len(sent(sam)) == 2


async def test_until_a_day(sam: Runner, room: Chatroom):
    assert "until 18 November" in await sam.say("remind me at 8 until 18 November")
    for _ in range(4):
        await room.wait_until("08:00", days=1)
    assert len(sent(sam)) == 2
    assert "until 18 November" in await sam.say("/remind")
    assert "Next one: Friday" in await sam.say("remind me at 8")


async def test_exactly_and_around(sam: Runner):
    assert "to the minute" in await sam.say("exactly at 7")
    assert "to the minute" in await sam.say("/remind")
    assert "to the minute" not in await sam.say("around 7")


async def test_once_only_leaves_the_series_alone(sam: Runner, room: Chatroom):
    said = await sam.say("remind me tomorrow at 9")
    assert "Once, Tuesday 17 November at 09:00" in said
    assert "Your usual 07:00 stays as it is" in said
    await sam.say("remind me on friday at 10")
    assert "Once: Tuesday 17 November at 09:00" in await sam.say("/remind")
    assert "Once: Friday 20 November at 10:00" in sam.reads
    await room.wait_until("07:00", days=1)
    await room.wait_until("09:00")
    assert len(sent(sam)) == 2
    await room.wait_until("07:00", days=1)
    await room.wait_until("09:00")
    assert len(sent(sam)) == 3
    await room.wait_until("07:00", days=2)
    await room.wait_until("10:00")
    assert len(sent(sam)) == 5
    assert "Once" not in await sam.say("/remind")
    await sam.say("/export")
    assert not re.search(r'"slot": "once', sam.person.last.media.content.decode())


async def test_repeat_until_done_is_twice_at_most(sam: Runner, room: Chatroom):
    assert "asks again until it's done" in await sam.say("keep nagging until I did it")
    await room.wait_until("07:00", days=1)
    for _ in range(4):
        await room.wait(hours=1)
    assert len(sent(sam)) == 3
    assert len({text.split("\n")[0] for text in sent(sam)}) == 3
    assert "asks again" not in await sam.say("only remind me once")
    await room.wait_until("07:00", days=1)
    await room.wait(hours=1)
    assert len(sent(sam)) == 4


@pytest.mark.parametrize("end", ["done", "not today"])
async def test_a_repeat_stops_when_it_is_settled(sam: Runner, room: Chatroom, end: str):
    await sam.say("keep nagging until I did it")
    await room.wait_until("07:00", days=1)
    await (sam.say("done") if end == "done" else sam.tap("Not today"))
    await room.wait(hours=1)
    await room.wait(hours=1)
    assert len(sent(sam)) == (1 if end == "done" else 0)


async def test_a_repeat_never_comes_in_quiet_hours(sam: Runner, room: Chatroom):
    await sam.say("remind me at 21:30")
    await sam.say("keep nagging until I did it")
    await room.wait_until("21:30")
    await room.wait(hours=1)
    await room.wait(hours=1)
    assert len(sent(sam)) == 1


async def test_a_night_owl_is_reminded_after_an_evening_done(sam: Runner, room: Chatroom):
    await sam.say("remind me at 2am")
    await room.wait_until("20:00")
    await sam.say("done")
    await room.wait_until("02:00", days=1)
    assert len(sent(sam)) == 1
    await sam.say("/undo")


async def test_and_not_when_it_was_done_that_night(sam: Runner, room: Chatroom):
    await sam.say("remind me at 2am")
    await room.wait_until("01:00", days=1)
    await sam.say("done")
    await room.wait_until("02:00")
    assert sent(sam) == []


class TestByTaps:
    async def test_another_one(self, sam: Runner, room: Chatroom):
        await sam.say("/remind")
        await sam.tap("➕ Another reminder")
        await sam.tap("18:00")
        await sam.tap("18:45")
        assert "Reminder at 18:45" in sam.reads
        await sam.tap("Days")
        await sam.tap("✅ Mon")
        await sam.tap("‹ Back")
        assert "Tue, Wed, Thu, Fri, Sat, Sun" in sam.reads
        await room.wait_until("18:45")
        assert sent(sam) == []
        await room.wait_until("18:45", days=1)
        assert len(sent(sam)) == 1

    async def test_every_knob_of_one(self, sam: Runner):
        await sam.say("/remind")
        await sam.tap("⏰ 07:00")
        await sam.tap("To the minute")
        assert "To the minute" in sam.reads
        await sam.tap("Repeat until done")
        assert "asks again" in sam.reads
        await sam.tap("Last day")
        await sam.tap("2 weeks")
        assert "Last day: Monday 30 November" in sam.reads
        await sam.tap("Last day")
        await sam.tap("No last day")
        assert "Last day" not in sam.reads
        await sam.tap("Ask once only")
        await sam.tap("Around that time")
        assert "Around that time" in sam.reads
        assert await sam.tap("Drop this one") == "Dropped"
        assert "No reminder is set" in sam.reads

    async def test_the_last_day_of_the_week_stays(self, sam: Runner):
        await sam.say("remind me at 7 only on monday")
        await sam.say("/remind")
        await sam.tap("⏰ 07:00")
        await sam.tap("Days")
        assert await sam.tap("✅ Mon") == "Keep at least one day"

    @pytest.mark.parametrize(
        "data",
        ["r:fourth", "r:second", "r:daily:at:25", "r:daily:at:7:99", "r:daily:end:x", "r:x:y"],
    )
    async def test_a_foreign_button_changes_nothing(self, sam: Runner, room: Chatroom, data: str):
        before = await sam.say("/remind")
        tap = sam.person.tap_data(sam.person.last, data)
        await room.settle()
        assert tap.toast == "That button is from an earlier chat"
        assert await sam.say("/remind") == before


class TestPauses:
    async def test_a_new_time_ends_a_pause_and_says_so(self, sam: Runner, room: Chatroom):
        await sam.say("/pause")
        assert "That ends your pause" in await sam.say("remind me at 8")
        assert "Next one: Tuesday at 08:00" in sam.reads
        await sam.tap("Keep the pause")
        assert "rest until Monday 23 November" in sam.reads
        await room.wait_until("08:00", days=1)
        assert sent(sam) == []

    async def test_on_holiday_until_monday(self, sam: Runner, room: Chatroom):
        assert "rest until Monday 23 November" in await sam.say("on holiday until Monday")
        await room.wait_until("07:00", days=6)
        assert sent(sam) == []
        await room.wait_until("07:00", days=1)
        assert len(sent(sam)) == 1

    async def test_a_holiday_to_come(self, sam: Runner, room: Chatroom):
        said = await sam.say("on holiday from 18 to 20 November")
        assert "nothing from Wednesday 18 November on" in said
        assert "back on Saturday 21 November" in said
        assert "rests from Wednesday 18 November on" in await sam.say("/remind")
        for day in range(1, 6):  # Tuesday to Saturday
            await room.wait_until("07:00", days=1)
            assert len(sent(sam)) == (1 if day < 5 else 2)

    async def test_resume_calls_the_holiday_off(self, sam: Runner, room: Chatroom):
        await sam.say("on holiday from 18 to 20 November")
        await sam.say("/resume")
        await room.wait_until("07:00", days=2)
        assert len(sent(sam)) == 1


@pytest.mark.postgresql
async def test_everything_is_in_the_export(sam: Runner):
    await sam.say("remind me at 7 and at 18:30")
    await sam.say("every 50 minutes from 9 to 17")
    await sam.say("remind me on friday at 10")
    await sam.say("/export")
    kept = json.loads(sam.person.last.media.content)
    slots = {each["slot"]: each for each in kept["reminders"]}
    assert (slots["daily"]["at"], slots["second"]["at"]) == ("07:00", "18:30")
    assert slots["break"]["every"] == 50
    assert [each for each in slots if each.startswith("once")]
    assert re.match(r"2026-11-17T07:00", slots["daily"]["next"])


async def _days_with_a_message(sam: Runner, room: Chatroom, days: int) -> list[int]:
    """On which of the next days anything came, at seven or on Sunday's evening."""
    came = []
    for day in range(1, days + 1):
        before = len(sam.bot_messages)
        await room.wait_until("07:00", days=1)
        await room.wait_until("18:00")
        came += [day] if len(sam.bot_messages) > before else []
    return came


async def test_three_reminders_a_day_are_one_day_of_silence(sam: Runner, room: Chatroom):
    await sam.say("remind me at 7, at 12:30 and at 18:30")
    for _ in range(6):
        before = len(sam.bot_messages)
        for hour in ("07:00", "12:30", "18:30"):
            await room.wait_until(hour, days=hour == "07:00")
        assert len(sam.bot_messages) >= before + 3
        assert "once a week" not in sam.reads
    await room.wait_until("07:00", days=1)
    assert "once a week from now on" in sam.reads
    assert await _days_with_a_message(sam, room, 6) == []


async def test_nothing_is_repeated_once_nobody_answers(sam: Runner, room: Chatroom):
    await sam.say("remind me at 7 until I'm done")
    for _ in range(7):
        await room.wait_until("07:00", days=1)
    assert "once a week from now on" in sam.reads
    before = len(sam.bot_messages)
    await room.wait_until("12:00")
    assert len(sam.bot_messages) == before


async def test_ignored_reminders_go_weekly_then_stop_and_say_so(sam: Runner, room: Chatroom):
    for _ in range(7):
        await room.wait_until("07:00", days=1)
    assert "once a week from now on" in sam.reads
    came = await _days_with_a_message(sam, room, 45)
    assert came == [7, 14, 21]  # the first of them a week later, no look back between them
    assert "my last reminder for now" in sam.reads
    await sam.say("hi")
    await room.wait_until("07:00", days=1)
    assert "Half-kneeling" in sam.reads


@pytest.mark.parametrize(
    "said", ["Saturdays make it eleven", "on Saturdays remind me at 11 instead"]
)
async def test_another_time_for_some_days_leaves_the_others(sam: Runner, said: str):
    await sam.say(said)
    assert await days_by_time(sam) == {"07:00": [0, 1, 2, 3, 4, 6], "11:00": [5]}
    await sam.say("Saturdays make it ten")
    assert await days_by_time(sam) == {"07:00": [0, 1, 2, 3, 4, 6], "10:00": [5]}


async def days_by_time(sam: Runner) -> dict[str, list[int]]:
    reminders = (await sam.exported())["reminders"]
    return {each["at"]: each["days"] for each in reminders if each["slot"] != "check-in"}
