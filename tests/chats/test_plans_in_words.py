"""Plans in plain words: runs that move, days without time, hours that are agreed to, questions."""

from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql  # plans are written on both databases


async def runs(runner: Runner) -> dict[str, str]:
    exported: dict[str, Any] = await runner.exported()
    return {each["date"]: each["kind"] for each in exported["runs"]}


async def reminder(runner: Runner) -> str:
    exported: dict[str, Any] = await runner.exported()
    return str(exported["profile"]["remind_at"])


async def stands(runner: Runner) -> Any:
    exported: dict[str, Any] = await runner.exported()
    exported["profile"].pop("understood", None)
    return {part: exported[part] for part in ("profile", "reminders", "sessions", "runs")}


async def test_a_run_that_is_swapped_leaves_its_day(sam: Runner):
    assert "Thursday, 19 November" in await sam.say("swap wednesday's run for thursday, it's wet")
    assert "The one on Wednesday, 18 November is off" in sam.reads
    assert await runs(sam) == {"2026-11-18": "off", "2026-11-19": "easy"}
    await sam.say("swap wednesday's run for thursday, it's wet")
    await sam.tap("↩️ Undo")
    assert await runs(sam) == {}


async def test_a_race_keeps_what_is_known_of_it_on_its_new_day(sam: Runner):
    await sam.say("I have a race on saturday at 10:00")
    await sam.say("the race is on sunday instead of saturday")
    assert await runs(sam) == {"2026-11-21": "off", "2026-11-22": "race"}


async def test_what_else_is_said_beside_a_run_that_moves_is_named(sam: Runner):
    said = await sam.say("swap sunday's long run to saturday and no session on the race friday")
    assert "session" in said
    assert "Yes: a run: Sunday → Saturday 21 November" in sam.buttons
    assert await runs(sam) == {}


@pytest.mark.parametrize(
    "said",
    [
        "I can't exercise on thursday, a wedding",
        "got the dentist on thursday so no exercises that day",
        "thursday is packed, I won't be able to train",
    ],
)
async def test_a_day_without_time_is_a_day_off(sam: Runner, said: str):
    assert "nothing on Thursday 19 November" in await sam.say(said)
    assert "day off" in sam.reads
    exported = await sam.exported()
    assert exported["profile"]["away"] == [["2026-11-19", "2026-11-20"]]


@pytest.mark.parametrize(
    "said", ["I couldn't train on thursday", "my sister can't exercise on thursday"]
)
async def test_what_is_over_or_of_somebody_else_is_no_day_off(sam: Runner, said: str):
    await sam.say(said)
    assert "away" not in (await sam.exported())["profile"]


async def test_peace_tomorrow_names_tomorrow_and_leaves_today(sam: Runner):
    assert "nothing on Tuesday 17 November" in await sam.say("let me be tomorrow")


@pytest.mark.parametrize("before", ["evenings would be easier", "could it be after dinner?"])
@pytest.mark.parametrize("said", ["half past eight", "8:30", "8.30 then"])
async def test_a_bare_time_after_the_evening_was_named_is_in_the_evening(
    sam: Runner, before: str, said: str
):
    await sam.say(before)
    await sam.say(said)
    assert await reminder(sam) == "20:30"


async def test_a_time_much_later_or_with_its_half_stays_as_it_is(room: Chatroom, sam: Runner):
    await sam.say("evenings would be easier")
    await sam.say("8:30 in the morning")
    assert await reminder(sam) == "08:30"
    await sam.say("evenings would be easier")
    await room.wait(hours=2)
    await sam.say("8:40")
    assert await reminder(sam) == "08:40"


@pytest.mark.parametrize(
    "said", ["remind me once the twins sleep", "remind me as soon as the oven beeps"]
)
async def test_an_occasion_is_asked_for_its_time(sam: Runner, said: str):
    assert "What time shall it be?" in await sam.say(said)
    assert await reminder(sam) == "07:00"


async def test_a_reminder_that_is_offered_carries_its_time(sam: Runner):
    await sam.say("I run at 17:45")
    await sam.say("remind me 20 min before my run, hopefully unflustered")
    assert "Yes: a reminder: 20 min before your run" in sam.buttons


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("ok, 8 then, only because you begged", "Remind me at 8:00"),
        ("sure, ten then, whatever", "Remind me at 10:00"),
    ],
)
async def test_an_hour_that_is_agreed_to_is_no_plain_yes(sam: Runner, said: str, read: str):
    await sam.say(said)
    assert read in sam.buttons
    assert await reminder(sam) == "07:00"


@pytest.mark.parametrize(
    "said",
    [
        "cheers for nothing",
        "thanks for spoiling my nap",
        "oh great, another lecture",
        "yeah yeah",
        "sure you are",
        "okay but that is pointless",
    ],
)
async def test_thanks_with_a_sting_are_none(sam: Runner, said: str):
    before = await stands(sam)
    assert "Fair point" in await sam.say(said)
    assert await stands(sam) == before


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("is it alright to jog with a pushchair?", "only know hips"),
        ("can I run with my dog?", "only know hips"),
        ("is running in the snow safe?", "can't see your weather"),
        ("can I go running with a runny nose?", "runny nose and nothing else"),
        ("treadmill or road, which one?", "no reason to pick one"),
        ("is it normal to be stiff in the mornings?", "common"),
        ("is it ok that one hip is tighter?", "Few people are the same"),
        ("is it ok that I feel nothing?", "light pull"),
        ("is it normal that my quad is tender after the roller?", "Roll more gently"),
        ("do I see a gp because of the popping?", "click without pain"),
        ("how did the last week go?", "No session"),
        ("what is my average per week?", "don't work that one out"),
        ("longest session so far?", "don't work that one out"),
        ("what's currently set?", "07:00, every day"),
        ("what have you got set up?", "07:00, every day"),
        ("my taper starts on monday", "two days before a race"),
        ("deload week, halve the sessions", "two days before a race"),
        ("night night", "Good night"),
        ("lights off", "outside my lane"),
        ("please turn the radio off", "outside my lane"),
        ("calm down", "Fair enough"),
        ("just chill will you", "Fair enough"),
    ],
)
async def test_a_plain_question_or_remark_is_answered_and_changes_nothing(
    sam: Runner, said: str, answer: str
):
    before = await stands(sam)
    assert answer in await sam.say(said)
    assert await stands(sam) == before


async def test_should_i_stop_is_answered(sam: Runner):
    await sam.say("/today")
    await sam.say("should I stop or carry on?")
    assert "Stop that move if the pain is sharp" in sam.reads


async def test_a_run_and_a_reminder_in_one_message_are_both_kept(sam: Runner):
    await sam.say("ran 6k today, remind me at 6:45 from now on")
    assert await runs(sam) == {"2026-11-16": "easy"}
    assert await reminder(sam) == "06:45"


@pytest.mark.parametrize(
    "said", ["don't write me wednesday until friday", "leave me alone wednesday till friday"]
)
async def test_peace_from_one_day_until_another_is_of_all_of_them(sam: Runner, said: str):
    await sam.say(said)
    assert (await sam.exported())["profile"]["away"] == [["2026-11-18", "2026-11-21"]]


async def test_an_hour_with_a_day_is_a_reminder_on_that_day(sam: Runner):
    assert "Once, Tuesday 17 November at 09:00" in await sam.say("9 tomorrow")
    assert await reminder(sam) == "07:00"


async def test_chaos_that_starts_begins_nothing(sam: Runner):
    await sam.say("the chaos starts early here")
    assert "Welcome back" not in sam.reads
