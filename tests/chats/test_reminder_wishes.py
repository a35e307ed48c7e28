"""What people ask of reminders most: other times on other days, not then, by the run, silently."""

import json
import re
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


async def kept(sam: Runner) -> dict[str, Any]:
    await sam.say("/export")
    document = json.loads(sam.person.last.media.content)
    return {each["slot"]: each for each in document["reminders"]}


def sent(sam: Runner) -> list[Any]:
    return [each for each in sam.bot_messages if "min:" in each.text]


@pytest.mark.postgresql
async def test_weekdays_and_weekends_have_times_of_their_own(sam: Runner, room: Chatroom):
    await sam.say("6:15 on weekdays and 10:00 on weekends")
    rows = await kept(sam)
    assert (rows["daily"]["at"], rows["daily"]["days"]) == ("06:15", [0, 1, 2, 3, 4])
    assert (rows["second"]["at"], rows["second"]["days"]) == ("10:00", [5, 6])
    await room.wait_until("06:15", days=5)
    assert not [each for each in sent(sam) if "06:15" in each.text]
    before = len(sent(sam))
    await room.wait_until("10:00")
    assert len(sent(sam)) == before + 1


async def test_said_again_with_other_times_it_stays_two(sam: Runner):
    await sam.say("6:15 on weekdays and 10:00 on weekends")
    await sam.say("6:30 on weekdays and 9:30 on weekends")
    rows = await kept(sam)
    assert [rows[slot]["at"] for slot in ("daily", "second")] == ["06:30", "09:30"]
    assert "third" not in rows


async def test_one_day_gets_its_own_time_and_the_rest_stays(sam: Runner):
    await sam.say("sundays at 9:30, the rest stays")
    rows = await kept(sam)
    assert (rows["daily"]["at"], rows["daily"]["days"]) == ("07:00", [0, 1, 2, 3, 4, 5])
    assert (rows["second"]["at"], rows["second"]["days"]) == ("09:30", [6])


async def test_a_date_is_left_out_and_the_series_stays(sam: Runner, room: Chatroom):
    assert "Left out: Wed 18 November" in await sam.say("no reminder on the 18th")
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 1
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 1
    await room.wait_until("07:00", days=1)
    assert len(sent(sam)) == 2
    assert "not on 18 November" not in await sam.say("/remind")  # it is over


async def test_a_weekday_left_out_this_week_comes_next_week(sam: Runner):
    await sam.say("don't remind me this friday")
    row = (await kept(sam))["daily"]
    assert (row["days"], row["skips"]) == ([0, 1, 2, 3, 4, 5, 6], ["2026-11-20"])


@pytest.mark.parametrize(
    "wish",
    [
        "remind me at 6 but not on bank holidays",
        "every day at 6 unless I'm travelling",
        "remind me at 6 on the first day of every month",
        "remind me on the 31st of june at 6",
        "remind me when I get home",
        "remind me four times a day",
        "start my week on saturday",
        "my weekly goal should be 3 days",
    ],
)
async def test_what_reminders_cannot_do_is_said_and_nothing_changes(sam: Runner, wish: str):
    before = await kept(sam)
    told = len(sam.bot_messages)
    await sam.say(wish)
    said = sam.bot_messages[told].text  # what it can do of it may be offered after that
    assert "can't" in said or "no such day" in said or "Which times?" in said
    assert await kept(sam) == before


async def test_every_other_week(sam: Runner, room: Chatroom):
    assert "every 2 weeks" in await sam.say("remind me every two weeks on wednesday at 8")
    for day, comes in ((2, True), (7, False), (7, True)):
        before = len(sent(sam))
        await room.wait_until("08:00", days=day)
        assert (len(sent(sam)) > before) is comes


async def test_before_the_run(sam: Runner):
    assert "17:45" in await sam.say("remind me 15 minutes before my run")
    row = (await kept(sam))["daily"]
    assert (row["at"], row["days"]) == ("17:45", [0, 1, 2, 3, 4])


async def test_before_a_run_that_is_not_known_it_asks(room: Chatroom):
    sam = room.runner(6)
    await sam.onboard()
    await sam.say("/settings")
    await sam.tap("Run time: After work")
    await sam.tap("It varies")
    assert "when you run" in await sam.say("remind me 15 minutes before my run")
    assert (await kept(sam))["daily"]["at"] == "07:00"


async def test_a_silent_reminder_makes_no_sound(sam: Runner, room: Chatroom):
    assert "without a sound" in await sam.say("remind me silently at 8")
    await room.wait_until("08:00", days=1)
    assert sent(sam)[-1].silent
    assert "without a sound" not in await sam.say("remind me with sound again")
    await room.wait_until("08:00", days=1)
    assert not sent(sam)[-1].silent


async def test_quiet_for_some_hours(sam: Runner, room: Chatroom):
    await sam.say("remind me at 10:00")
    assert "Quiet until 12:00" in await sam.say("mute for 3 hours")
    await room.wait_until("10:30")
    assert not sent(sam)
    await room.wait_until("12:00")
    assert len(sent(sam)) == 1
    assert (await kept(sam))["daily"]["at"] == "10:00"


async def test_a_session_is_moved_by_a_day(sam: Runner):
    await sam.say("remind me at 7 on monday, wednesday and friday")
    await sam.say("move wednesday's session to thursday")
    rows = await kept(sam)
    assert rows["daily"]["skips"] == ["2026-11-18"]
    assert [each for each in rows if each.startswith("once:2026-11-19")]


async def test_a_day_without_a_time_is_asked_about(sam: Runner):
    assert "What time" in await sam.say("remind me on 9 december")
    assert "Once, Wednesday 9 December at 18:30" in await sam.say("remind me on 9.12. 18:30")


async def test_the_look_back_on_sunday_is_no_daily_reminder(sam: Runner):
    before = (await kept(sam))["daily"]
    assert "No more looks back" in await sam.say("switch off the weekly recap")
    assert (await kept(sam))["daily"] == before
    assert "again on Sunday" in await sam.say("turn the weekly recap back on")


@pytest.mark.parametrize(
    ("told", "day"),
    [("did it on the 12th", "2026-11-12"), ("log 13.11. as done", "2026-11-13")],
)
async def test_a_dated_log_is_of_that_day(sam: Runner, told: str, day: str):
    await sam.say(told)
    await sam.say("/export")
    sessions = json.loads(sam.person.last.media.content)["sessions"]
    assert [each["date"] for each in sessions] == [day]


@pytest.mark.parametrize(
    "told", ["did it three weeks ago", "did my session last month", "log tomorrow as done"]
)
async def test_a_day_too_far_off_is_never_logged_as_today(sam: Runner, told: str):
    await sam.say(told)
    await sam.say("/export")
    assert not json.loads(sam.person.last.media.content)["sessions"]


async def test_desk_breaks_wait_until_tomorrow(sam: Runner):
    await sam.say("every 50 minutes from 9 to 17")
    assert "Next break: Tuesday" in await sam.say("no desk breaks until tomorrow")
    assert (await kept(sam))["break"]["every"] == 50


async def test_desk_breaks_have_no_gap(sam: Runner):
    said = await sam.say("every 40 minutes from 8 to 11:30 and from 13:00 to 16:00")
    assert "can't leave a gap" in said
    assert "break" not in await kept(sam)


async def test_back_home_is_a_place(sam: Runner):
    await sam.say("I'm in Tokyo")
    await sam.say("back home in Hamburg")
    assert (await kept(sam))["daily"]["zone"] == "Europe/Berlin"


async def test_one_of_two_is_removed_by_its_time(sam: Runner):
    await sam.say("remind me at 7 and at 19:30")
    await sam.say("remove the 19:30 one")
    rows = await kept(sam)
    assert rows["daily"]["at"] == "07:00"
    assert "second" not in rows


async def test_two_dates_come_once_each(sam: Runner):
    await sam.say("remind me on 2 december and on 9 december at 18:30")
    assert len([each for each in await kept(sam) if each.startswith("once:")]) == 2


@pytest.mark.parametrize(
    ("wish", "date"),
    [
        ("skip the 30th of november", "2026-11-30"),
        ("skip new year please", "2027-01-01"),
        ("don't remind me tomorrow", "2026-11-17"),
        ("skip this thursday", "2026-11-19"),
        ("skip reminders on the 20th", "2026-11-20"),
    ],
)
async def test_a_single_date_is_left_out_and_nothing_is_paused(sam: Runner, wish: str, date: str):
    await sam.say(wish)
    row = (await kept(sam))["daily"]
    assert (row["skips"], row["pauses"]) == ([date], [])


async def test_days_are_left_out_of_those_that_stand(sam: Runner):
    await sam.say("remind me on weekdays at 6:30")
    await sam.say("no reminders on Tuesdays")
    assert (await kept(sam))["daily"]["days"] == [0, 2, 3, 4]
    await sam.say("rm reminder thu")
    assert (await kept(sam))["daily"]["days"] == [0, 2, 4]


async def test_days_are_left_out_of_every_series(sam: Runner):
    await sam.say("6:15 on weekdays and 10:00 on weekends")
    await sam.say("turn my reminders off on sundays")
    rows = await kept(sam)
    assert [rows[slot]["days"] for slot in ("daily", "second")] == [[0, 1, 2, 3, 4], [5]]
    await sam.say("no reminders at weekends")
    assert "second" not in await kept(sam)


async def test_a_series_without_a_day_left_ends(sam: Runner):
    await sam.say("remind me on Fridays")
    assert "No more daily reminders" in await sam.say("don't remind me on fridays")
    assert "daily" not in await kept(sam)


@pytest.mark.parametrize(
    "told", ["we have guests on the 21st. don't remind me then", "exam on saturday, no nudge then"]
)
async def test_then_leaves_out_the_day_that_was_named(sam: Runner, told: str):
    if "Did you mean" in await sam.say(told):
        (yes,) = [each for row in sam.person.last.buttons for each in row if "Yes" in each]
        await sam.tap(yes)
    assert (await kept(sam))["daily"]["skips"] == ["2026-11-21"]


@pytest.mark.parametrize(
    ("text", "at", "days"),
    [
        ("scrap the 7am, put 21:15", "21:15", range(7)),
        ("add 20:10 and drop the 7 am", "20:10", range(7)),
        ("drop the 7 o'clock, do 8:20 instead", "08:20", range(7)),
        ("stop thursdays, put them on saturdays instead", "07:00", [0, 1, 2, 4, 5, 6]),
        ("not on run days please", "07:00", [5, 6]),
        ("no pings on tuesdays, keep the rest as it is", "07:00", [0, 2, 3, 4, 5, 6]),
        ("never on mondays, wednesdays or saturdays", "07:00", [1, 3, 4, 6]),
        ("make it 6:40, I have an early shift", "06:40", range(7)),
    ],
)
async def test_what_comes_in_the_place_of_another(sam: Runner, text: str, at: str, days: list[int]):
    await sam.say(text)
    (row,) = (row for slot, row in (await kept(sam)).items() if slot != "check-in")
    assert (row["at"], row["days"]) == (at, list(days))


@pytest.mark.parametrize(
    "text",
    [
        "don't nudge me after my run",
        "no nudges after a run please",
        "scrap the 21:00, do 6:30",
        "switch the 7am off, keep the 9pm",
        "off at 8, on again at 10",
        "move the 7am to 9 and the 6pm to 8",
        "from tomorrow on remind me at 9",
        "make it 9 from tuesday on",
        "I never received any reminder",
        "I never saw one reminder",
        "ping me thursday or friday",
        "I run on thursdays, move the reminder to 9",
        "stop the reminders, I was only kidding",
        "switch to 9, we have visitors this month",
    ],
)
async def test_what_is_not_clear_changes_nothing(sam: Runner, text: str):
    before = await kept(sam)
    await sam.say(text)
    assert await kept(sam) == before


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("nudge me just once at 10:30", ["2026-11-16"]),
        ("ping me at 21:15, only this once", ["2026-11-16"]),
        ("make it 19:00 tomorrow and thursday", ["2026-11-17", "2026-11-19"]),
        ("make it 19:00 today and tomorrow", ["2026-11-16", "2026-11-17"]),
    ],
)
async def test_what_comes_once_leaves_every_day_as_it_is(sam: Runner, text: str, once: list):
    before = await kept(sam)
    await sam.say(text)
    after = await kept(sam)
    assert after["daily"] == before["daily"]
    slots = [each for each in after if each.startswith("once:")]
    assert [each[5:15] for each in slots] == once


@pytest.mark.parametrize("more", ["nudge me at 20:10 too", "nudge me at 20:10 as well"])
async def test_one_more_leaves_the_first(sam: Runner, more: str):
    await sam.say(more)
    rows = await kept(sam)
    assert [rows[slot]["at"] for slot in ("daily", "second")] == ["07:00", "20:10"]


@pytest.mark.parametrize("text", ["mute 1 hour", "mute 3 hours", "pause 2 hours"])
async def test_hours_without_messages_are_no_pause(sam: Runner, text: str):
    await sam.say(text)
    await sam.say("/export")
    assert json.loads(sam.file)["profile"]["paused_until"] is None


async def test_a_day_that_was_not_set_still_gives_its_place(sam: Runner):
    await sam.say("remind me on weekdays")
    await sam.say("no more on sundays, move them to saturdays")
    assert (await kept(sam))["daily"]["days"] == [0, 1, 2, 3, 4, 5]


async def test_of_several_the_one_of_that_time_is_changed(sam: Runner):
    await sam.say("remind me at 7:00 and at 19:00")
    await sam.say("bin the 19:00, put 20:30")
    rows = await kept(sam)
    assert [rows[slot]["at"] for slot in ("daily", "second")] == ["07:00", "20:30"]


async def test_days_that_are_moved_stay_with_a_series_of_few(sam: Runner):
    await sam.say("remind me on mondays and wednesdays")
    await sam.say("stop wednesdays, send them on fridays instead")
    assert (await kept(sam))["daily"]["days"] == [0, 4]


@pytest.mark.parametrize(
    "text", ["nothing this thursday ok? I've a funeral", "not tomorrow or friday"]
)
async def test_one_date_is_left_out_whatever_the_reason(sam: Runner, text: str):
    assert "Left out:" in await sam.say(text)
    assert (await kept(sam))["daily"]["days"] == list(range(7))


@pytest.mark.parametrize(
    "text", ["you text me way too much", "you nudge too often", "too many messages, honestly"]
)
async def test_who_is_told_too_much_is_told_less(sam: Runner, text: str):
    assert "stretch" not in (await sam.say(text)).lower()
    assert len((await kept(sam))["daily"]["days"]) < 7


async def test_a_pause_leaves_the_desk_breaks_that_shall_stay(sam: Runner):
    await sam.say("every 50 minutes from 9 to 17")
    await sam.say("stop the reminders, keep the desk breaks")
    rows = await kept(sam)
    assert "daily" not in rows
    assert "break" in rows


@pytest.mark.parametrize(
    "wish", ["breaks at 35 past every hour from 9 to 17", "every hour on the hour please"]
)
async def test_a_minute_of_the_hour_is_refused_by_name(sam: Runner, wish: str):
    before = (await sam.exported())["reminders"]
    assert "can't tie desk breaks to" in await sam.say(wish)
    assert (await sam.exported())["reminders"] == before


async def test_what_cannot_be_done_today_is_for_tomorrow(sam: Runner):
    await sam.say("can't today, do tomorrow 8")
    assert "Once, Tuesday 17 November at 08:00" in sam.reads


async def test_back_again_and_a_wish(sam: Runner):
    await sam.say("pause 5 days")
    said = len(sam.bot_messages)
    await sam.say("back from holiday, what's today")
    shown = [each.text for each in sam.bot_messages[said:]]
    assert any(text.startswith("Today") for text in shown)
    await sam.say("/export")
    assert json.loads(sam.person.last.media.content)["profile"]["paused_until"] is None


@pytest.mark.parametrize(
    "said",
    [
        "did i do nothing tuesday?",
        "didn't i do tuesday?",
        "did i not do tuesday?",
        "not running tomoz, going thursday instead",
    ],
)
async def test_what_is_asked_or_told_of_days_leaves_reminders_alone(sam: Runner, said: str):
    before = (await sam.exported())["reminders"]
    await sam.say(said)
    assert (await sam.exported())["reminders"] == before


@pytest.mark.parametrize(
    ("words", "stays"),
    [
        ("turn off the 6am", ["21:00"]),
        ("turn off the 6am, keep the 9pm", ["06:00", "21:00"]),  # asked
        ("no morning reminders please", ["21:00"]),
        ("bin the evening one", ["06:00"]),
        ("stop the lunchtime reminders", ["06:00", "21:00"]),
        ("no sound for reminders in the evening", ["06:00", "21:00"]),
    ],
)
async def test_only_what_is_named_ends(sam: Runner, words: str, stays: list[str]):
    await sam.say("remind me at 6 and at 21:00")
    await sam.say(words)
    series = [each for each in (await sam.exported())["reminders"] if each["slot"] != "check-in"]
    assert [each["at"] for each in series] == stays


async def test_a_weekday_without_sessions_skips_nothing_today(sam: Runner):
    await sam.say("no sessions on wednesdays please, I have choir")
    await sam.tap(re.compile("^Yes: .*Thu"))
    exported = await sam.exported()
    assert exported["sessions"] == []
    assert exported["reminders"][0]["days"] == [0, 1, 3, 4, 5, 6]


async def test_all_reminders_are_a_command_too(sam: Runner):
    assert "07:00, every day" in await sam.say("/reminders")


@pytest.mark.parametrize("words", ["switch off the sound", "turn the sound off please"])
async def test_the_sound_goes_and_the_time_stays(sam: Runner, words: str):
    assert "without a sound" in await sam.say(words)
    daily = (await kept(sam))["daily"]
    assert daily["at"] == "07:00"


@pytest.mark.parametrize(
    ("text", "once"),
    [("no tuesday", "Tuesday 17 November"), ("off thursday please", "Thursday 19 November")],
)
async def test_a_day_left_out_is_asked_about_once_or_always(sam: Runner, text: str, once: str):
    assert "Did you mean one of these?" in await sam.say(text)
    assert (await kept(sam))["daily"]["days"] == [*range(7)]
    await sam.tap(f"Yes: no reminder on: {once}")
    assert "Left out" in sam.reads
    assert (await kept(sam))["daily"]["days"] == [*range(7)]


async def test_a_day_left_out_from_now_on_is_no_break(sam: Runner):
    await sam.say("tuesdays off from now on")
    assert (await kept(sam))["daily"]["days"] == [0, 2, 3, 4, 5, 6]
    assert (await sam.exported())["sessions"] == []


@pytest.mark.parametrize(
    "text", ["can't make wednesday, thursday instead", "thursday instead of wednesday please"]
)
async def test_a_day_in_the_place_of_another_is_left_out_once(sam: Runner, text: str):
    assert "Wed 18 November" in await sam.say(text)
    assert (await kept(sam))["daily"]["days"] == [*range(7)]


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("stop messaging me before 8", "22:00 to 08:00"),
        ("nothing before 7:30 please", "22:00 to 07:30"),
        ("don't text after 21", "21:00 to 06:00"),
    ],
)
async def test_quiet_begins_or_ends_where_it_is_told(sam: Runner, text: str, quiet: str):
    assert quiet in await sam.say(text)


async def test_lengths_that_differ_by_the_day(sam: Runner):
    await sam.say("20 minutes at weekends, 6 on weekdays")
    profile = (await sam.exported())["profile"]
    assert [profile["minutes"][str(day)] for day in range(7)] == [6, 6, 6, 6, 6, 20, 20]


@pytest.mark.parametrize("text", ["12 mins tue, 18 fri", "9 minutes monday, 14 wed"])
async def test_mere_lengths_and_days_may_be_a_log(sam: Runner, text: str):
    assert "Did you mean just this?" in await sam.say(text)
    found = await sam.exported()
    assert found["sessions"] == []
    assert not found["profile"].get("minutes")


@pytest.mark.parametrize("words", ["no rent tomorrow", "no cake tomorrow, sadly"])
async def test_what_nobody_knows_beside_a_day_leaves_out_no_reminder(sam: Runner, words: str):
    before = (await sam.exported())["reminders"]
    await sam.say(words)
    assert (await sam.exported())["reminders"] == before
