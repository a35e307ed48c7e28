"""A session that is left: gone on with hours later, asked about on another day, or done unseen."""

from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner

PAGE, HOLD = "Kneel on something soft", "Hold, and breathe · left side"
NOT_LOGGED = "It is not in your log yet"


async def begin(sam: Runner) -> None:
    await sam.say("/today")
    await sam.tap("▶️ Start")


async def logged(sam: Runner) -> list[Any]:
    return list((await sam.exported())["sessions"])


async def leave_in_the_hold(sam: Runner) -> None:
    await begin(sam)
    await sam.live(HOLD)
    await sam.room.wait(seconds=10)
    assert "20 s ⏸ paused" in await sam.say("wait")


@pytest.mark.parametrize("hours", [1, 5])
@pytest.mark.parametrize("words", ["next", "continue", "where was I?", "go on", "what's next"])
async def test_hours_later_it_goes_on_where_it_was(
    sam: Runner, room: Chatroom, words: str, hours: int
):
    await leave_in_the_hold(sam)
    await room.wait(hours=hours)
    answer = await sam.say(words)
    assert HOLD in answer
    assert "20 s ⏸ paused, it waits for you" in answer
    assert "20 s" in await sam.say("go on")
    assert "paused" not in sam.reads
    await sam.live("Switch sides")


async def test_start_again_hours_later_is_the_move_from_its_page(sam: Runner, room: Chatroom):
    await leave_in_the_hold(sam)
    await room.wait(hours=4)
    assert PAGE in await sam.say("start again")
    assert "Get ready" in await sam.say("start")


async def test_after_an_early_end_next_is_the_move_that_is_left(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("move 2 of 3")
    await sam.say("that's it for today")
    await room.wait(hours=2)
    assert "Sumo squat · move 2 of 3" in await sam.say("next")
    await sam.live("Done.")
    (entry,) = await logged(sam)
    assert (entry["status"], len(entry["cards"])) == ("done", 3)


@pytest.mark.parametrize("words", ["back", "that's it for today", "next"])
async def test_a_card_beside_the_session_leaves_what_ran_of_it(
    sam: Runner, room: Chatroom, words: str
):
    await begin(sam)
    await sam.live(HOLD)
    await room.wait(seconds=12)
    await sam.say("show me the clamshell")
    await sam.tap("▶️ Start")
    answer = await sam.say(words)
    if words == "back":
        assert "Half-kneeling hip flexor stretch · move 1 of 3" in answer
    elif words == "next":
        assert "Get ready · left side\nClamshell" in answer
    await sam.say("that's it for today")
    (entry,) = await logged(sam)
    assert entry["sides"]["half-kneeling-hip-flexor-stretch"] == {"left": 0.2, "right": 0.0}


async def test_where_nothing_was_begun_nothing_goes_on(sam: Runner):
    await sam.say("/today")
    assert PAGE not in await sam.say("continue")


@pytest.mark.parametrize("words", ["done", "finished!"])
async def test_done_before_any_work_is_asked_about(sam: Runner, words: str):
    await begin(sam)
    assert "only Half-kneeling hip flexor stretch?" in await sam.say(words)
    assert await logged(sam) == []


@pytest.mark.parametrize("say", [None, "only this move", "just this one please"])
async def test_only_this_move_goes_on_with_the_next(sam: Runner, say: str | None):
    await begin(sam)
    await sam.say("start")
    await sam.say("done")
    await (sam.say(say) if say else sam.tap("Only this move"))
    assert "Sumo squat · move 2 of 3" in sam.reads
    await sam.say("that's it for today")
    (entry,) = await logged(sam)
    assert entry["status"] == "partial"
    assert entry["sides"] == {"half-kneeling-hip-flexor-stretch": {"left": 1.0, "right": 1.0}}


@pytest.mark.parametrize("say", [None, "all of it", "everything"])
async def test_all_of_it_is_the_whole_session(sam: Runner, say: str | None):
    await begin(sam)
    await sam.say("done")
    await (sam.say(say) if say else sam.tap("All of it"))
    (entry,) = await logged(sam)
    assert (entry["status"], len(entry["cards"])) == ("done", 3)
    await sam.say("/undo")
    assert await logged(sam) == []


async def test_not_yet_waits_and_logs_nothing(sam: Runner):
    await begin(sam)
    await sam.say("done")
    assert "waits for you" in await sam.say("not yet")
    assert await logged(sam) == []
    assert "Get ready" in await sam.say("start")


async def test_the_button_of_the_session_and_plain_words_are_taken_at_their_word(sam: Runner):
    await begin(sam)
    await sam.say("I did the whole session")
    (entry,) = await logged(sam)
    assert entry["status"] == "done"


@pytest.mark.postgresql
async def test_what_was_begun_and_left_is_asked_about_the_day_after(sam: Runner, room: Chatroom):
    await begin(sam)
    await sam.live("move 2 of 3")
    await sam.say("wait")
    await room.wait_until("07:05", days=1)
    await sam.say("thanks")
    assert "Yesterday you began 1 of 3 moves, 3 min of work. " + NOT_LOGGED in sam.reads
    await sam.tap("Add it")
    (entry,) = await logged(sam)
    assert (entry["date"], entry["status"]) == ("2026-11-16", "partial")
    await sam.say("thanks")
    assert NOT_LOGGED not in sam.reads
    await sam.say("/undo")
    assert await logged(sam) == []


@pytest.mark.parametrize(("words", "entries"), [("yes please", 1), ("no, leave it out", 0)])
async def test_it_is_answered_in_words_and_asked_once(
    sam: Runner, room: Chatroom, words: str, entries: int
):
    await leave_in_the_hold(sam)  # ten seconds of one side ran, and count
    await room.wait_until("12:00", days=1)
    await sam.say("hello")
    assert NOT_LOGGED in sam.reads
    await sam.say(words)
    assert len(await logged(sam)) == entries
    asked = [each for each in sam.bot_messages if NOT_LOGGED in each.text]
    await sam.say("hello")
    assert [each for each in sam.bot_messages if NOT_LOGGED in each.text] == asked


async def test_a_session_in_the_morning_comes_before_the_question(sam: Runner, room: Chatroom):
    await leave_in_the_hold(sam)
    await room.wait_until("07:00", days=1)
    await sam.tap("▶️ Start")  # of the reminder
    assert NOT_LOGGED not in sam.reads
    await sam.live("Done.")
    await sam.say("thanks")
    assert NOT_LOGGED in sam.reads


async def test_what_only_was_looked_at_is_not_asked_about(sam: Runner, room: Chatroom):
    await begin(sam)
    await room.wait_until("12:00", days=1)
    await sam.say("hello")
    assert NOT_LOGGED not in sam.reads


@pytest.mark.parametrize("words", ["i have chest pain when i run", "i feel unwell and dizzy"])
async def test_nothing_of_a_left_session_stands_below_what_is_asked_of_the_body(
    sam: Runner, room: Chatroom, words: str
):
    await leave_in_the_hold(sam)
    await room.wait(hours=26)
    assert NOT_LOGGED not in await sam.say(words)
    assert "begun" not in sam.reads
    assert not {"Add it", "Leave it out"} & set(sam.buttons)
