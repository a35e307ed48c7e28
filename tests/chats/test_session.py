"""Working through a session: step by step, one message, a live countdown, then done."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def test_today_offers_two_or_three_moves(runner: Runner):
    answer = await runner.say("/today")
    moves = re.findall(r"^\d\. ", answer, re.MULTILINE)
    assert 2 <= len(moves) <= 3
    assert re.search(r"about \d+ min", answer)
    assert answer == await runner.say("/today")


async def test_a_move_is_one_screen_and_one_message(runner: Runner):
    await runner.say("/today")
    assert await runner.tap("▶️ Start") == "Let's go"
    count, page = len(runner.bot_messages), runner.reads
    for told in ("move 1 of 3", "1. ", "💡 Feel it here", "🛑 "):
        assert told in page
    await runner.tap("▶️ Start")
    assert "Get ready" in runner.reads
    await runner.tap("‹ Back")
    assert runner.reads == page
    assert len(runner.bot_messages) == count


async def test_a_hold_counts_down_by_itself_and_switches_sides(runner: Runner, room: Chatroom):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await runner.walk_to("Get ready")
    assert "left side" in runner.reads
    await room.wait(seconds=10)
    assert "Hold, and breathe" in runner.reads
    assert "30 s" in runner.reads
    await room.wait(seconds=15)
    assert "15 s, half-way" in runner.reads
    await room.wait(seconds=10)
    assert "5 s, almost there" in runner.reads
    await room.wait(seconds=5)
    assert "Time. Switch sides" in runner.reads
    assert "right side" in runner.reads
    await room.wait(seconds=10)
    assert "30 s" in runner.reads


async def test_a_walk_is_shown_anew_only_now_and_then(runner: Runner, room: Chatroom):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await runner.walk_to("Get ready")
    before = len(room.fake.calls)
    for _ in range(160):
        await room.wait(seconds=1)
    shown = [each.method for each in room.fake.calls[before:]]
    assert sum(each.startswith("edit") for each in shown) <= 4 * 4  # for each hold
    assert sum(each.startswith("send") for each in shown) == 4  # at the end of each


async def open_card(runner: Runner, card: str) -> None:
    await runner.open(card)


async def test_taps_during_the_countdown_win(runner: Runner, room: Chatroom):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await runner.walk_to("Get ready")
    await runner.tap("‹ Back")
    shown = runner.reads
    await room.wait(seconds=30)
    assert runner.reads == shown


async def test_why_leads_to_reasons_and_back(runner: Runner, room: Chatroom):
    await open_card(runner, "couch-stretch")
    first = runner.reads
    await runner.tap("Why?")
    assert "Why Couch stretch?" in runner.reads
    assert "Source" in runner.reads
    await runner.tap("‹ Back to the move")
    assert runner.reads == first
    await runner.tap("Easier")
    assert "Half-kneeling" in runner.reads


@pytest.mark.postgresql
async def test_who_taps_through_is_asked_what_was_really_done(runner: Runner, room: Chatroom):
    await runner.say("/today")
    await runner.tap("▶️ Start")
    await runner.walk_to("Get ready")
    await room.wait(seconds=8)
    await room.wait(seconds=4)
    await runner.walk_to("Done.")
    assert "1 of 5 days" in runner.reads
    assert "only count what the clock saw" in runner.reads
    assert await runner.tap("I did it all") == "Logged. Nice."
    assert "1 of 5 days" in runner.reads


async def test_who_only_looks_logs_nothing(runner: Runner):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await runner.walk_to("Nothing is logged")
    assert "0 of 5 days" in await runner.say("/progress")


async def test_a_countdown_survives_a_card_that_is_gone(runner: Runner, room: Chatroom):
    tap = runner.person.tap_data(runner.person.last, "walk:no-such-card:3:")
    await room.settle()
    assert tap.toast == "That button is from an earlier chat"


async def test_one_more_joins_the_session_and_the_log(runner: Runner):
    await runner.say("done")
    assert "One more?" in runner.buttons
    await runner.tap("One more?")
    await runner.live("Done.")
    assert "already in the log" in await runner.say("done")
    await runner.say("/undo")
    assert "1 of 5 days" in await runner.say("/progress")  # only the extra move was taken back
