"""Words that only look like a log, a snooze or a change, and what is done with them instead."""

from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner

MONDAY, SUNDAY, SATURDAY = "2026-11-16", "2026-11-15", "2026-11-14"


async def sessions(sam: Runner) -> list[tuple[str, str, int | None]]:
    told = (await sam.exported())["sessions"]
    return [(each["date"], each["status"], each["minutes"]) for each in told]


async def slots(sam: Runner) -> dict[str, Any]:
    return {each["slot"]: each for each in (await sam.exported())["reminders"]}


async def daily(sam: Runner) -> tuple[str, list[int]]:
    profile = (await sam.exported())["profile"]
    return profile["remind_at"], profile["remind_days"]


async def test_only_the_log_of_the_last_message_is_mended(sam: Runner):
    await sam.say("did 8 minutes on saturday")
    await sam.say("done")
    await sam.say("undo saturday")
    assert "Saturday added" in await sam.say("sorry, I did do saturday")
    logged = {row[:2] for row in await sessions(sam)}
    assert logged == {(MONDAY, "done"), (SATURDAY, "done")}


async def test_a_tapped_log_is_mended(room: Chatroom, sam: Runner):
    await sam.say("/today")
    room.clock.at = room.clock.at.replace(hour=room.clock.at.hour + 1)
    await room.settle()
    await sam.tap("✅ Done")
    await sam.say("actually 25 minutes")
    assert await sessions(sam) == [(MONDAY, "done", 25)]


@pytest.mark.parametrize(
    "said", ["I've made a mistake, it was 10 minutes", "my mistake, 10 min", "oops, it was 10 min"]
)
async def test_a_slip_with_the_right_minutes_mends_them(sam: Runner, said: str):
    await sam.say("did 15 min on sunday")
    await sam.say(said)
    assert await sessions(sam) == [(SUNDAY, "done", 10)]


async def test_a_slip_with_minutes_never_deletes(sam: Runner):
    await sam.say("did 15 min on sunday")
    await sam.say("thanks")
    await sam.say("I made a mistake, it was 10 minutes")
    assert (await sessions(sam))[0][:2] == (SUNDAY, "done")


async def test_a_day_missed_leaves_todays_reminder_and_a_question_is_answered(sam: Runner):
    before = (await slots(sam))["daily"]["next"]
    answers = len(sam.bot_messages)
    await sam.say("I skipped yesterday, did I ruin everything?")
    told = " ".join(each.text for each in sam.bot_messages[answers:])
    assert "nothing has to be made up" in told
    assert (await slots(sam))["daily"]["next"] == before


async def test_half_an_hour_of_the_clock_is_a_new_time(sam: Runner):
    await sam.say("remind me at 9am")
    assert "06:30" in await sam.say("no sorry, I meant half seven, so 6:30")
    assert await sessions(sam) == []
    assert (await daily(sam))[0] == "06:30"


@pytest.mark.parametrize("said", ["hmm wait, no wait, 3", "no wait, 3", "sorry, 3"])
async def test_soreness_is_mended(sam: Runner, said: str):
    await sam.say("stiffness 7 out of 10 this morning")
    await sam.say(said)
    told = await sam.exported()
    assert "snooze" not in {each["slot"] for each in told["reminders"]}
    assert [each["amount"] for each in told["check_ins"]] == [3]


async def test_a_score_of_ten_is_no_half_session(sam: Runner):
    await sam.say("stiffness 4 out of 10")
    assert await sessions(sam) == []


@pytest.mark.postgresql
async def test_the_one_of_a_day_is_the_log_that_was_told(sam: Runner):
    before = await daily(sam)
    await sam.say("did 12 min on sunday")
    await sam.say("did 10 min on saturday")
    await sam.say("delete the saturday one")
    assert [row[0] for row in await sessions(sam)] == [SUNDAY]
    assert await daily(sam) == before


async def test_the_one_of_a_day_is_asked_about_where_nothing_was_told(sam: Runner):
    before = await daily(sam)
    await sam.say("did 10 min on saturday")
    await sam.say("thank you")
    assert "?" in await sam.say("drop the saturday one")
    assert [row[0] for row in await sessions(sam)] == [SATURDAY]
    assert await daily(sam) == before


async def test_the_one_of_a_day_is_a_reminder_after_reminders(sam: Runner):
    await sam.say("remind me every day at 9am")
    await sam.say("remove the saturday one")
    await sam.tap("Yes: no more reminders on: Sat")
    assert 5 not in (await daily(sam))[1]


@pytest.mark.parametrize(
    "said",
    [
        "can I hold on to the door frame",
        "hold onto the table",
        "I hang on my towel rail",
        "do I have to wait?",
        "should I do it later?",
    ],
)
async def test_a_grip_or_a_question_is_no_snooze(sam: Runner, said: str):
    await sam.say(said)
    assert "snooze" not in await slots(sam)


@pytest.mark.parametrize("said", ["hang on a minute", "hold on, phone", "wait, 10 min", "later"])
async def test_not_now_is_a_snooze(sam: Runner, said: str):
    await sam.say(said)
    assert "snooze" in await slots(sam)


@pytest.mark.parametrize(
    "said",
    ["my half marathon is 3 may, how do I taper", "10k race is next month", "marathon 3 may"],
)
async def test_a_race_in_months_was_not_run(sam: Runner, said: str):
    await sam.say(said)
    assert not any(each["done"] for each in (await sam.exported())["runs"])


@pytest.mark.parametrize(
    "said", ["right, finished that leg, what next", "ok did this side now what", "that one is done"]
)
async def test_a_side_that_is_done_goes_on(sam: Runner, said: str):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.say(said)
    assert await sessions(sam) == []


@pytest.mark.parametrize("slip", ["oops, {}", "whoops {}", "sorry, {}", "no wait, {}"])
@pytest.mark.parametrize(
    ("told", "meant", "becomes"),
    [("did half", "full", "done"), ("done", "half", "partial"), ("did half", "all of it", "done")],
)
async def test_a_slip_with_how_much_it_was_mends_the_log(
    sam: Runner, slip: str, told: str, meant: str, becomes: str
):
    await sam.say(told)
    await sam.say(slip.format(meant))
    assert [row[:2] for row in await sessions(sam)] == [(MONDAY, becomes)]


async def test_a_no_that_mends_a_log_rests_no_reminder(sam: Runner):
    await sam.say("forgot yesterday's one, no wait, I did it. Ask me again today at two please")
    exported = await sam.exported()
    assert exported["profile"]["paused_until"] is None
    assert [each["status"] for each in exported["sessions"]] == ["done"]
