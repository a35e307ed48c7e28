"""A planned run that moves, is called off, or was noted by mistake."""

from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


async def runs(runner: Runner) -> list[tuple[str, bool]]:
    exported: dict[str, Any] = await runner.exported()
    return [(each["date"], each["done"]) for each in exported["runs"]]


@pytest.mark.parametrize(
    "moved",
    [
        "the race moved to 20 December",
        "my marathon got pushed to 20 december",
        "the race is now on 20 december",
        "race postponed, new date 20 december",
    ],
)
async def test_the_race_moves(sam: Runner, moved: str):
    await sam.say("I have a marathon on 13 December")
    assert "20 December" in await sam.say(moved)
    assert "The one on Sunday, 13 December is off" in sam.reads
    assert await runs(sam) == [("2026-12-20", False)]


@pytest.mark.parametrize("how", ["the race got cancelled", "undo"])
async def test_a_run_that_was_taken_out_comes_back_with_one_tap(sam: Runner, how: str):
    await sam.say("I have a marathon on 13 December at 10:00")
    before = (await sam.exported())["runs"]
    await sam.say(how)
    assert await runs(sam) == []
    assert await sam.tap("Put it back") == "Back in"
    assert "Back in: the run on Sunday, 13 December" in sam.person.screen()
    assert (await sam.exported())["runs"] == before


async def test_a_race_that_is_off_is_taken_out_once(sam: Runner):
    await sam.say("I have a marathon on 13 December")
    assert "Taken out" in await sam.say("the race got cancelled")
    assert "nothing changes" in await sam.say("the race got cancelled")
    assert await runs(sam) == []


@pytest.mark.postgresql
async def test_a_run_noted_by_mistake_goes_with_a_tap(sam: Runner):
    await sam.say("ran 5 km yesterday")
    await sam.tap("↩️ Undo")
    assert await runs(sam) == []


@pytest.mark.parametrize(
    "said", ["moved to berlin for a race", "move my run reminder to 8", "can I move my race?"]
)
async def test_other_moves_leave_the_plan_alone(sam: Runner, said: str):
    await sam.say("I have a marathon on 13 December")
    await sam.say(said)
    assert await runs(sam) == [("2026-12-13", False)]


@pytest.mark.parametrize(
    "said",
    [
        "my mate's race moved to sunday",
        "my mate ran 10 miles yesterday",
        "watching the marathon on sunday",
        "my sister's marathon got cancelled",
    ],
)
async def test_somebody_elses_run_is_not_mine(sam: Runner, said: str):
    await sam.say("I have a marathon on 13 December")
    await sam.say(said)
    assert await runs(sam) == [("2026-12-13", False)]


async def test_undo_takes_the_run_that_was_told_last(room: Chatroom, sam: Runner):
    await sam.say("did 10 minutes")
    await room.wait(minutes=1)
    await sam.say("I have a 10k in five days")
    assert await runs(sam) == [("2026-11-21", False)]
    assert "Taken out" in await sam.say("undo")
    assert await runs(sam) == []
    assert len((await sam.exported())["sessions"]) == 1


async def test_how_long_a_planned_race_is_changes_that_one(sam: Runner):
    await sam.say("race on 6 december")
    assert "6 December" in await sam.say("it's a marathon, no, it's a 10k")
    (race,) = (await sam.exported())["runs"]
    assert (race["date"], race["km"], race["kind"]) == ("2026-12-06", 10, "race")


async def test_how_long_it_is_of_no_run_writes_none(sam: Runner):
    await sam.say("it's a 10k")
    assert await runs(sam) == []


async def test_a_run_moves_to_the_day_that_is_named_last(sam: Runner):
    assert "Sunday, 22 November at 09:00" in await sam.say("move saturday's run to sunday at 9")


async def test_a_race_needs_no_more_than_its_date(sam: Runner):
    assert "Sunday, 25 April." in await sam.say("race apr 25")


async def test_what_only_might_change_changes_nothing(sam: Runner):
    await sam.say("race on 6 december")
    before = (await sam.exported())["runs"]
    await sam.say("the race on the 6th might be moved")
    assert (await sam.exported())["runs"] == before


async def test_a_warm_up_for_a_fast_run_has_a_drill_and_says_why(sam: Runner, room: Chatroom):
    assert "a fast run on Tuesday" in await sam.say("intervals on Tuesday at 18:00")
    await room.wait_until("17:00", days=1)
    assert "your run is a fast one, so a drill is in it" in await sam.say("/today")


@pytest.mark.parametrize(
    ("said", "kilometres"),
    [
        ("11 done, nice and easy, 62 min", 11),
        ("7.5 in 40 this morning", None),
        ("8 in 43 this morning", 8),
        ("I ran 9 kilometers today, 55 minutes", 9),
        ("16.4 km, 1h31", 16.4),
        ("jogged three miles and walked one", 4.8),
        ("half marathon done in 1:48:20", 21.1),
    ],
)
async def test_the_minutes_of_a_run_are_its_own(sam: Runner, said: str, kilometres: float | None):
    await sam.say(said)
    exported = await sam.exported()
    assert [each["km"] for each in exported["runs"]] == [kilometres] * bool(kilometres)
    assert exported["sessions"] == []


@pytest.mark.parametrize(
    "said",
    [
        "260 km today",
        "ran friday 7, saturday 11",
        "had my foot done 4 years ago, done and healed",
        "had to cut the run short",
        "didn't run today",
    ],
)
async def test_what_tells_of_no_single_run_writes_none(sam: Runner, said: str):
    await sam.say(said)
    exported = await sam.exported()
    assert exported["runs"] == exported["sessions"] == []


@pytest.mark.parametrize(
    "said",
    ["cancel friday's run", "friday run: cancelled", "please scrap my run on friday"],
)
async def test_the_usual_run_of_a_day_is_taken_out_and_put_back(sam: Runner, said: str):
    assert "Taken out: the run on Friday, 20 November" in await sam.say(said)
    exported = await sam.exported()
    assert [(each["date"], each["kind"]) for each in exported["runs"]] == [("2026-11-20", "off")]
    await sam.tap("Put it back")
    assert await runs(sam) == []


async def test_runs_are_taken_out_until_a_day(sam: Runner):
    await sam.say("take the runs out of my plan until thursday")
    days = ["2026-11-16", "2026-11-17", "2026-11-18"]
    assert await runs(sam) == [(day, False) for day in days]
    await sam.say("undo")
    assert await runs(sam) == []


async def test_a_run_that_nobody_planned_is_not_taken_out(sam: Runner):
    await sam.say("cancel sunday's run")
    assert "I had no such run" in sam.reads
    assert await runs(sam) == []


@pytest.mark.parametrize("said", ["undo B", "undo 2"])
async def test_one_of_several_is_asked_about_before_it_is_undone(sam: Runner, said: str):
    await sam.say("I ran 5 km")
    before = await runs(sam)
    assert "Did you mean" in await sam.say(said)
    assert await runs(sam) == before


async def test_a_distance_beside_a_soreness_is_none(sam: Runner):
    assert "6 of 10" in await sam.say("did the 8 but slept badly, 6/10 sore in the quads")


async def test_yesterdays_exercises_done_today_count_for_today(sam: Runner):
    await sam.say("did all of yesterday's exercises today")
    assert [each["date"] for each in (await sam.exported())["sessions"]] == ["2026-11-16"]


@pytest.mark.parametrize(
    "said",
    [
        "no jog today, the paths are flooded",
        "I'm skipping today's run",
        "I won't run today",
        "my run is off today",
    ],
)
async def test_a_run_of_today_that_will_not_be_is_taken_out(sam: Runner, said: str):
    assert "Taken out" in await sam.say(said)
    exported = await sam.exported()
    assert [(each["date"], each["kind"]) for each in exported["runs"]] == [("2026-11-16", "off")]
    assert exported["sessions"] == []


@pytest.mark.parametrize("said", ["I didn't run yesterday", "my sister isn't running today"])
async def test_other_runs_that_were_not_take_none_out(sam: Runner, said: str):
    await sam.say(said)
    assert (await sam.exported())["runs"] == []


async def test_a_run_that_was_not_moves_to_the_day_that_is_named(sam: Runner):
    await sam.say("did not run. shift it to wednesday")
    assert {each["date"] for each in (await sam.exported())["runs"]} == {"2026-11-16", "2026-11-18"}


async def test_a_plan_of_several_days_is_noted_whole_and_taken_back_whole(sam: Runner):
    before = (await sam.exported())["runs"]
    await sam.say("Tue 10 easy, Wed rest, Thu 8x1k, Sun 32 long")
    noted = {each["date"][-2:]: (each["km"], each["kind"]) for each in await runs_of(sam)}
    assert noted["17"] == (10, "easy")
    assert noted["19"][0] is None
    assert noted["22"] == (32, "long")
    assert noted["18"][1] == "off"
    await sam.say("undo")
    assert await runs_of(sam) == before


async def runs_of(runner: Runner) -> list[dict[str, Any]]:
    return list((await runner.exported())["runs"])


async def test_a_race_that_was_run_gets_a_word_of_praise(sam: Runner):
    assert "Congratulations" in await sam.say("finished the marathon in 3:58!!")
    assert "Congratulations" not in await sam.say("ran 5 km yesterday")
