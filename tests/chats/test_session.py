"""Working through a session: step by step, one message, a live countdown, then done."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


async def test_today_offers_two_or_three_moves(sam: Runner):
    answer = await sam.say("/today")
    moves = re.findall(r"^\d\. ", answer, re.MULTILINE)
    assert 2 <= len(moves) <= 3
    assert re.search(r"about \d+ min", answer)
    assert answer == await sam.say("/today")


async def test_a_move_is_one_screen_and_one_message(sam: Runner):
    await sam.say("/today")
    assert await sam.tap("▶️ Start") == "Let's go"
    count, page = len(sam.bot_messages), sam.reads
    for told in ("move 1 of 3", "1. ", "💡 Feel it here", "🛑 "):
        assert told in page
    await sam.tap("▶️ Start")
    assert "Get ready" in sam.reads
    await sam.tap("‹ Back")
    assert sam.reads == page
    assert len(sam.bot_messages) == count


async def test_a_hold_counts_down_by_itself_and_switches_sides(sam: Runner, room: Chatroom):
    await open_card(sam, "half-kneeling-hip-flexor-stretch")
    await sam.walk_to("Get ready")
    assert "left side" in sam.reads
    await room.wait(seconds=10)
    assert "Hold, and breathe" in sam.reads
    assert "30 s" in sam.reads
    await room.wait(seconds=15)
    assert "15 s, half-way" in sam.reads
    await room.wait(seconds=10)
    assert "5 s, almost there" in sam.reads
    await room.wait(seconds=5)
    assert "Time. Switch sides" in sam.reads
    assert "right side" in sam.reads
    await room.wait(seconds=10)
    assert "30 s" in sam.reads


async def test_a_walk_is_shown_anew_only_now_and_then(sam: Runner, room: Chatroom):
    await open_card(sam, "half-kneeling-hip-flexor-stretch")
    await sam.walk_to("Get ready")
    before = len(room.fake.calls)
    for _ in range(160):
        await room.wait(seconds=1)
    shown = [each.method for each in room.fake.calls[before:]]
    assert sum(each.startswith("edit") for each in shown) <= 4 * 4  # for each hold
    assert sum(each.startswith("send") for each in shown) == 4  # at the end of each


async def open_card(sam: Runner, card: str) -> None:
    await sam.open(card)


async def test_taps_during_the_countdown_win(sam: Runner, room: Chatroom):
    await open_card(sam, "half-kneeling-hip-flexor-stretch")
    await sam.walk_to("Get ready")
    await sam.tap("‹ Back")
    shown = sam.reads
    await room.wait(seconds=30)
    assert sam.reads == shown


async def test_why_leads_to_reasons_and_back(sam: Runner, room: Chatroom):
    await open_card(sam, "couch-stretch")
    first = sam.reads
    await sam.tap("Why?")
    assert "Why Couch stretch?" in sam.reads
    assert "Source" in sam.reads
    await sam.tap("‹ Back to the move")
    assert sam.reads == first
    await sam.tap("Easier")
    assert "Half-kneeling" in sam.reads


@pytest.mark.postgresql
async def test_who_taps_through_is_asked_what_was_really_done(sam: Runner, room: Chatroom):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.walk_to("Get ready")
    await room.wait(seconds=8)
    await room.wait(seconds=4)
    await sam.walk_to("Done.")
    assert "1 of 5 days" in sam.reads
    assert "only count what the clock saw" in sam.reads
    assert await sam.tap("I did it all") == "Logged. Nice."
    assert "1 of 5 days" in sam.reads


async def test_who_only_looks_logs_nothing(sam: Runner):
    await open_card(sam, "half-kneeling-hip-flexor-stretch")
    await sam.walk_to("Nothing is logged")
    assert "0 of 5 days" in await sam.say("/progress")


async def test_a_countdown_survives_a_card_that_is_gone(sam: Runner, room: Chatroom):
    tap = sam.person.tap_data(sam.person.last, "walk:no-such-card:3:")
    await room.settle()
    assert tap.toast == "That button is from an earlier chat"


async def test_one_more_joins_the_session_and_the_log(sam: Runner):
    await sam.say("done")
    assert "One more?" in sam.buttons
    await sam.tap("One more?")
    await sam.live("Done.")
    assert "already in the log" in await sam.say("done")
    await sam.say("/undo")
    assert "1 of 5 days" in await sam.say("/progress")  # only the extra move was taken back
