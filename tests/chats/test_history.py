"""Questions about days that are over: answered for those days, and nothing is changed by them."""

from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def trained(room: Chatroom, sam: Runner) -> Runner:
    """Forty days on, with a session on the first day and half of one on the last."""
    await sam.say("did 12 minutes")
    await sam.say("ran 5 km")
    await room.wait_until("09:00", days=40)
    await sam.say("did half")
    return sam


async def stands(runner: Runner) -> Any:
    exported = await runner.exported()
    return [exported[name] for name in ("sessions", "runs", "reminders")]


async def test_a_month_is_told_in_figures(trained: Runner):
    answer = await trained.say("how many days did I do in November?")
    assert answer == "November\n1 day done, 12 min.\n1 run, 5 km."


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what did i do in the last 60 days", "1 day done, 1 by half, 1"),
        ("total minutes so far", "All of it so far\n1 day done, 1 by half"),
        ("show me last month", "November\n1 day done"),
        ("/progress november", "November\n1 day done"),
        ("did i do anything yesterday?", "No session in my log for then."),
        ("how many sessions since october", "1 day done, 1 by half"),
        ("what did i do in june", "June\nNo session in my log for then."),
        ("what did i do today", "Today\nhalf done"),
        ("how much did i do in the past 3 days", "1 by half.\nSat: half done"),
    ],
)
async def test_the_days_that_were_asked_about_are_told(trained: Runner, asked: str, told: str):
    before = await stands(trained)
    assert told in await trained.say(asked)
    assert await stands(trained) == before


@pytest.mark.postgresql
async def test_a_single_day_is_told_with_its_moves(room: Chatroom, sam: Runner):
    await sam.say("did the clamshell")
    await room.wait_until("09:00", days=1)
    assert "done" in await sam.say("what did I do on Monday?")
    assert "(Clamshell)" in sam.reads


async def test_this_week_and_last_week_are_pictures(sam: Runner):
    for asked in ("what did i do this week", "last week", "/progress last week", "/progress"):
        await sam.say(asked)
        assert sam.person.last.media.content.startswith(b"\x89PNG")


@pytest.fixture
async def ran(room: Chatroom, sam: Runner) -> Runner:
    """A Thursday with runs behind: one in October, one last week, two in this one."""
    await sam.say("done")
    await room.wait_until("12:00", days=3)
    for told in (
        "10 km on 25 October",
        "14 km on 14 November",
        "6 km on Tuesday",
        "7.5 km yesterday",
    ):
        await sam.say(f"ran {told}")
    return sam


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how many km this month?", ["3 runs, 27.5 km", "The longest: 14 km on Saturday 14"]),
        ("distance this week", ["2 runs, 13.5 km", "Tue 17 Nov: 6 km\nWed 18 Nov: 7.5 km"]),
        ("furthest run in october?", ["October\n1 run, 10 km"]),
        ("how far was it on the 14th of november", ["1 run, 14 km"]),
        ("did I run on Monday?", ["No run in my log for then."]),
        ("when was my last run", ["Your last run: 7.5 km on Wednesday 18", "session: Monday 16"]),
        ("so where were we", ["Your last run: 7.5 km", "session: Monday 16"]),
        ("when is the next run?", ["Your next run: today at 18:00", "Then: Friday 20", "1 of 5"]),
        ("what's left for this week", ["Sessions this week: 1 of 5 days, 4 to go."]),
        ("is it going better than last week?", ["week so far", "13.5 km", "Last week", "14 km"]),
        ("what have I missed this week", ["Days without a session: Tuesday, Wednesday."]),
    ],
)
async def test_runs_and_what_comes_are_told_from_the_log(ran: Runner, asked: str, told: list[str]):
    before = await stands(ran)
    answer = await ran.say(asked)
    assert not [each for each in told if each not in answer], answer
    assert await stands(ran) == before


async def test_a_log_without_runs_is_told_kindly(sam: Runner):
    assert "No run in my log" in await sam.say("how far did I run this month?")
    answer = await sam.say("when was my last run?")
    assert "No run in my log yet" in answer
    assert "No session in my log yet" in answer


async def test_a_run_of_today_is_next_only_while_it_is_ahead(room: Chatroom, ran: Runner):
    await room.wait_until("20:00")
    assert "Your next run: Friday" in await ran.say("when do I run next?")


@pytest.mark.parametrize(
    "said", ["what should I do before my next run?", "my longest run was 9 km", "next run Tuesday"]
)
async def test_advice_and_runs_that_are_told_are_no_question_about_the_log(ran: Runner, said: str):
    answer = await ran.say(said)
    assert "Your next run" not in answer
    assert "in my log" not in answer
