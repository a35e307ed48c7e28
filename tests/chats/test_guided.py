"""A guided session: pauses, skips with a reason, what was walked is logged once and by side."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from bot.playground.fake_telegram import FakeTelegram
from content.bundle import Content
from tests.support.chat import Chatroom, Runner, open_chatroom


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def begin(runner: Runner) -> None:
    await runner.say("/today")
    await runner.tap("▶️ Start")


async def exported(runner: Runner) -> Any:
    await runner.say("/export")
    return json.loads(runner.person.last.media.content)


async def planned(runner: Runner) -> list[str]:
    """The names of the moves of today's session."""
    answer = await runner.say("/today")
    return [line.split(". ", 1)[1] for line in answer.splitlines() if line[:1].isdigit()]


async def test_a_whole_session_is_logged_once_with_its_minutes_by_side(runner: Runner):
    await begin(runner)
    await runner.live("Done.")
    assert "Your first session is in" in runner.reads
    assert "1:00 each side" in runner.reads
    assert "1 of 5 days" in runner.reads
    assert "How sore are your hips" in runner.reads
    assert "One more?" in runner.buttons
    runner.person.tap_data(runner.person.last, "done:2026-11-16")  # the button of an older message
    await runner.room.settle()
    (entry,) = (await exported(runner))["sessions"]
    assert entry["status"] == "done"
    assert entry["sides"]["half-kneeling-hip-flexor-stretch"] == {"left": 1.0, "right": 1.0}


@pytest.mark.postgresql
async def test_a_paused_hold_survives_a_restart_on_another_replica(
    database_url: str, content: Content
):
    fake: FakeTelegram | None = None
    async with open_chatroom(database_url, content) as room:
        runner, fake, clock = room.runner(), room.fake, room.clock
        await runner.onboard()
        await begin(runner)
        await runner.walk_to("Hold, and breathe")
        await room.wait(seconds=10)
        assert await runner.tap("⏸ Pause") == "Paused"
        assert "20 s ⏸ paused" in runner.reads
        await room.wait(minutes=10)
        assert "20 s ⏸ paused" in runner.reads
    async with open_chatroom(database_url, content, fake) as room:
        room.clock.at = clock.at
        runner.room = room
        await room.wait(minutes=5)
        await runner.tap("▶️ Go on")
        assert "20 s" in runner.reads
        assert "paused" not in runner.reads
        await room.wait(seconds=5)
        assert "15 s, half-way" in runner.reads
        for _ in range(3):
            await room.wait(seconds=5)
        assert "Time. Switch sides" in runner.reads  # a clear end


async def test_words_do_what_buttons_do(runner: Runner, room: Chatroom):
    await begin(runner)
    assert "Get ready" in await runner.say("start")
    assert "Hold, and breathe" in await runner.say("next")
    await room.wait(seconds=10)
    assert "20 s ⏸ paused" in await runner.say("wait")
    assert "20 s of this step" in await runner.say("how long?")
    assert "20 s" in await runner.say("go on")
    await room.wait(seconds=5)
    assert "15 s" in runner.reads  # in the message that came with the word
    assert "Switch sides" in await runner.say("next")
    assert "paused" in await runner.say("stop")
    assert "is left out" in await runner.say("skip")
    assert "move 1 of 2" in walk_message(runner)  # and the rest before it runs


def walk_message(runner: Runner) -> str:
    """The newest message that leads through a move."""
    return next(each.text for each in reversed(runner.bot_messages) if "move " in each.text)


@pytest.mark.postgresql
async def test_two_phones_count_once(runner: Runner, room: Chatroom):
    await begin(runner)
    await runner.walk_to("Get ready")
    message = runner.person.last
    data = next(
        each["callback_data"]
        for row in message.inline_rows
        for each in row
        if each["text"].startswith("Next")
    )
    runner.person.tap_data(message, data)
    await room.settle()
    await room.wait(seconds=15)
    assert "15 s" in runner.reads
    runner.person.tap_data(message, data)  # the second phone, late
    await room.settle()
    assert "15 s" in runner.reads
    await room.wait(seconds=10)
    assert "5 s, almost there" in runner.reads


async def test_that_is_it_for_today_logs_what_was_walked(runner: Runner, room: Chatroom):
    await begin(runner)
    await runner.live("Switch sides")
    answer = await runner.say("that's it for today")
    assert "That counts." in answer
    assert "0:30 left, 0:00 right" in answer
    assert "Left for another day" in answer
    (entry,) = (await exported(runner))["sessions"]
    assert entry["status"] == "partial"
    assert list(entry["sides"].values()) == [{"left": 0.5, "right": 0.0}]
    await runner.say("that's it for today")
    assert len((await exported(runner))["sessions"]) == 1


async def test_done_in_the_middle_counts_the_clock_or_the_word(runner: Runner):
    await begin(runner)
    await runner.live("Switch sides")
    assert "That counts." in await runner.say("done")
    assert await runner.tap("I did it all") == "Logged. Nice."
    assert "1 of 5 days" in runner.reads
    (entry,) = (await exported(runner))["sessions"]
    assert entry["status"] == "done"
    assert len(entry["cards"]) >= 2
    assert "Taken back: today (done)" in await runner.say("/undo")
    assert "Taken back: today (partial)" in await runner.say("/undo")


async def test_a_deleted_countdown_rests_and_counts_nothing(runner: Runner, room: Chatroom):
    await begin(runner)
    await runner.walk_to("Hold, and breathe")
    runner.person.delete(runner.person.last)
    for _ in range(20):
        await room.wait(seconds=5)
    assert "Nothing is logged" in await runner.say("that's it for today")
    assert "min" in await runner.say("/today")


def length(offer: str) -> int:
    found = re.search(r"about (\d+) min", offer)
    assert found, offer
    return int(found[1])


async def test_no_time_ends_it_and_makes_the_next_one_short(runner: Runner, room: Chatroom):
    usual = length(await runner.say("/today"))
    await begin(runner)
    await runner.live("Switch sides")
    await runner.tap("Skip")
    await runner.tap("No time")
    assert "That counts." in runner.reads
    assert "The next session is a short one." in runner.reads
    await room.wait_until("07:00", days=1)
    answer = await runner.say("/today")
    assert "time was short last time" in answer
    assert length(answer) <= 4 < usual
    await runner.say("done")
    await room.wait_until("07:00", days=1)
    assert "time was short" not in await runner.say("/today")  # that day only


async def test_no_time_before_anything_logs_nothing(runner: Runner):
    await begin(runner)
    await runner.tap("Skip")
    await runner.tap("No time")
    assert "No harm done" in runner.reads
    assert "next session is a short one" in runner.reads
    assert (await exported(runner))["sessions"] == []


async def test_no_kit_leaves_the_profile_and_swaps_at_once(runner: Runner, room: Chatroom):
    await runner.say("done")
    await runner.tap("One more?")
    assert "Quad foam roll" in runner.reads
    await runner.tap("Skip")
    await runner.tap("No foam roller")
    assert any("No foam roller, then." in each.text for each in runner.bot_messages)
    assert "▶️ Start" in runner.buttons  # another move waits
    assert "quads" in runner.reads
    assert "foam roll" not in " ".join(await planned(runner)).lower()
    assert (await exported(runner))["profile"]["kit"] == ["nothing"]
    await undo(runner, "No foam roller, then.")
    assert (await exported(runner))["profile"]["kit"] == ["roller"]


async def undo(runner: Runner, of: str) -> None:
    message = next(each for each in runner.bot_messages if of in each.text)
    runner.person.tap("↩️ Undo", message)
    await runner.room.settle()


@pytest.mark.postgresql
async def test_dislike_swaps_now_and_offers_to_hide(runner: Runner, room: Chatroom):
    before = await planned(runner)
    await runner.tap("▶️ Start")
    await runner.say("not my thing")
    offer = next(each for each in runner.bot_messages if "Shall I hide it" in each.text)
    assert before[0] not in await planned(runner)
    runner.person.tap("Hide it for good", offer)
    await room.settle()
    assert (await exported(runner))["profile"]["hidden"]
    runner.person.tap("Bring it back", offer)
    await room.settle()
    assert (await exported(runner))["profile"]["hidden"] == []
    await room.wait_until("07:00", days=1)
    assert before[0] in await planned(runner)  # disliked once is not hidden


async def test_skipped_once_is_not_counted(runner: Runner):
    moves = await planned(runner)
    await runner.tap("▶️ Start")
    await runner.tap("Skip")
    assert moves[1] in walk_message(runner)
    await runner.tap("Just this once")
    assert moves[1] in runner.reads  # the question is gone
    await runner.live("Done.")
    assert moves[0] not in runner.reads
    (entry,) = (await exported(runner))["sessions"]
    assert len(entry["cards"]) == len(moves) - 1


async def to_pain(runner: Runner, area: str, how: str) -> None:
    if "It hurts" not in runner.buttons:
        await runner.tap("Skip")
    await runner.tap("It hurts")
    if area in runner.buttons:
        await runner.tap(area)
    await runner.tap(how)


async def test_sharp_pain_goes_through_the_red_flag_screen(runner: Runner, room: Chatroom):
    await begin(runner)
    await runner.live("Switch sides")
    await to_pain(runner, "hip flexors", "Sharp or stabbing")
    assert "stressed bone" in runner.reads
    data = await exported(runner)
    assert "hip-flexors" in data["locked"]
    assert data["sessions"][0]["status"] == "partial"  # what was done stays done
    assert "I rest" in await runner.say("tight hip flexors")


@pytest.mark.postgresql
async def test_an_ache_rests_the_area_for_today_and_eases_the_next(runner: Runner, room: Chatroom):
    moves = await planned(runner)
    await runner.tap("▶️ Start")
    hurt = runner.reads.split("\n")[0]
    await to_pain(runner, "hip flexors", "It aches")
    assert hurt not in runner.reads
    data = await exported(runner)
    assert data["check_ins"][0]["amount"] == 5
    assert data["skipped"][0]["why"] == "hurts"
    await room.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips a 5" in runner.reads
    await runner.tap("2")
    for _ in range(10):
        assert hurt not in " ".join(await planned(runner))  # not again for two weeks
        await room.wait_until("08:00", days=1)
    assert moves


async def test_much_pain_is_a_stop_sign(runner: Runner):
    await begin(runner)
    await to_pain(runner, "quads", "It hurts a lot")
    assert "stop sign" in runner.reads
    assert "How sore are they now" in await runner.say("/today")


async def test_a_single_card_is_logged_alone(runner: Runner):
    await runner.say("half-kneeling hip flexor stretch")
    await runner.tap("▶️ Start")
    await runner.live("Done.")
    (entry,) = (await exported(runner))["sessions"]
    assert entry["cards"] == ["half-kneeling-hip-flexor-stretch"]


async def test_one_more_adds_to_the_walk(runner: Runner):
    await begin(runner)
    await runner.live("Done.")
    await runner.tap("One more?")
    await runner.live("Done.")
    (entry,) = (await exported(runner))["sessions"]
    assert len(entry["cards"]) == len(entry["sides"])


async def test_one_side_told_in_words_is_kept_by_side(runner: Runner, room: Chatroom):
    await runner.say("only did the left side")
    (entry,) = (await exported(runner))["sessions"]
    assert entry["status"] == "partial"
    assert {"left": 1.0, "right": 0.0} in entry["sides"].values()
    await room.wait_until("07:00", days=1)
    await begin(runner)
    await runner.walk_to("Get ready")
    assert "right side" in runner.reads  # the side that is behind begins


async def test_the_worse_side_begins_and_gets_a_set_more(runner: Runner, room: Chatroom):
    await runner.say("my left hip is worse than the right")
    assert any("left side begins" in each.text for each in runner.bot_messages)
    await begin(runner)
    assert "left side begins" in runner.reads
    assert "one set more" in runner.reads
    await runner.live("move 2 of 3")
    answer = await runner.say("that's it for today")
    assert "1:30 left, 1:00 right" in answer


async def test_start_goes_on_where_the_session_was_left(runner: Runner):
    moves = await planned(runner)
    await runner.tap("▶️ Start")
    await runner.walk_to("move 2 of 3")
    await runner.say("/today")
    await runner.tap("▶️ Start")
    assert moves[1] in runner.reads


async def test_an_undo_takes_back_what_was_logged_by_itself(runner: Runner):
    await begin(runner)
    await runner.live("Done.")
    await runner.tap("↩️ Undo")
    assert (await exported(runner))["sessions"] == []


def sounds(room: Chatroom, before: int) -> list[str]:
    """The beginning of each message that came with a sound."""
    heard = [each for each in room.fake.calls[before:] if each.method.startswith("send")]
    loud = [each.params for each in heard if not each.params.get("disable_notification")]
    return [re.split(r"\W* · |\n", each.get("caption") or each["text"])[0] for each in loud]


async def test_the_end_of_a_hold_is_heard(runner: Runner, room: Chatroom):
    await runner.open("half-kneeling-hip-flexor-stretch")
    await runner.tap("▶️ Start")
    before = len(room.fake.calls)
    await runner.live("Done.")
    assert len(sounds(room, before)) == 4  # two sets on each side; the last one ends in the summary
    assert len([each for each in runner.bot_messages if "Half-kneeling" in each.text]) <= 2


async def test_who_wants_no_sound_gets_edits_only(runner: Runner, room: Chatroom):
    await runner.open("half-kneeling-hip-flexor-stretch")
    page = runner.reads
    assert await runner.tap("🔕 Sound off") == "No sound at the end of a hold"
    assert runner.reads == page
    await runner.tap("▶️ Start")
    before = len(room.fake.calls)
    await runner.live("Done.")
    assert sounds(room, before) == []
    await runner.say("/settings")
    assert await runner.tap("🔔 Sound on") == "You hear the end of each hold"
    assert "🔕 Sound off" in runner.buttons


async def test_a_clock_that_comes_back_late_waits_for_the_runner(runner: Runner, room: Chatroom):
    await begin(runner)
    await runner.walk_to("Hold, and breathe")
    await room.wait(minutes=20)  # nobody was there to tell the time
    assert "30 s ⏸ paused" in runner.reads
    await room.wait(minutes=5)
    assert "paused" in runner.reads
    await runner.tap("▶️ Go on")
    await runner.live("Done.")


async def test_a_card_that_becomes_shorter_in_the_middle_ends_sooner(
    runner: Runner, room: Chatroom, content: Content
):
    await begin(runner)
    await runner.walk_to("set 2 of 2")
    cards = dict(content.library.cards)
    card = cards["half-kneeling-hip-flexor-stretch"]
    cards[card.id] = replace(card, dose=replace(card.dose, sets=1))
    library = replace(content.library, cards=cards)
    room.limber.dispatcher.content = replace(content, library=library)
    await runner.live("move 2 of 3")
    await runner.live("Done.")


@pytest.mark.postgresql
async def test_a_session_runs_on_after_a_restart(database_url: str, content: Content):
    fake: FakeTelegram | None = None
    async with open_chatroom(database_url, content) as room:
        runner, fake, clock = room.runner(), room.fake, room.clock
        await runner.onboard()
        await begin(runner)
        await runner.live("☕ Rest.")
    async with open_chatroom(database_url, content, fake) as room:
        room.clock.at = clock.at
        runner.room = room
        await runner.live("Done.")
        assert "Your first session is in" in runner.reads


async def test_what_is_disliked_after_a_skip_brings_another_move_at_the_end(runner: Runner):
    await begin(runner)
    skipped = runner.reads.split(" · ")[0]
    await runner.tap("Skip")
    await runner.tap("Not my thing")
    await runner.live("move 2 of 3")  # as many as before, with another one
    await runner.live("Done.")
    assert skipped not in runner.reads
    (entry,) = (await exported(runner))["sessions"]
    assert len(entry["cards"]) == 3


@pytest.mark.parametrize("how", ["tap", "it hurts", "that pinches in the hip"])
async def test_pain_told_after_a_skip_is_about_the_move_before(
    runner: Runner, room: Chatroom, how: str
):
    await begin(runner)
    hurt = runner.reads.split(" · ")[0]
    await runner.tap("Skip")
    await (runner.tap("It hurts") if how == "tap" else runner.say(how))
    assert hurt in runner.reads or "How does it feel" in runner.reads
    asked = runner.reads
    await room.wait(minutes=1)
    assert runner.reads == asked  # nothing counts down behind it
    await runner.tap(re.compile("hip flexors|It aches"))
    if "It aches" in runner.buttons:
        await runner.tap("It aches")
    (skipped,) = (await exported(runner))["skipped"]
    assert skipped["why"] == "hurts"
    assert skipped["card"] == "half-kneeling-hip-flexor-stretch"
