"""Working through a session: step by step, one message, a live countdown, then done."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def walk_to(runner: Runner, words: str) -> str:
    """Tap Next until the step shows these words."""
    for _ in range(30):
        if words in runner.reads:
            return runner.reads
        await runner.tap("Next ›")
    raise AssertionError(f"never read {words!r}:\n{runner.person.screen()}")


async def test_today_offers_two_or_three_moves(runner: Runner):
    answer = await runner.say("/today")
    moves = re.findall(r"^\d\. ", answer, re.MULTILINE)
    assert 2 <= len(moves) <= 3
    assert re.search(r"about \d+ min", answer)
    assert answer == await runner.say("/today")


async def test_a_card_is_one_message_edited_step_by_step(runner: Runner):
    await runner.say("/today")
    assert await runner.tap("▶️ Start") == "Let's go"
    count = len(runner.bot_messages)
    first = runner.reads
    assert "1 of" in first
    await runner.tap("Next ›")
    assert "2 of" in runner.reads
    await runner.tap("‹ Back")
    assert runner.reads == first
    assert len(runner.bot_messages) == count


async def test_a_hold_counts_down_by_itself_and_switches_sides(runner: Runner, room: Chatroom):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await walk_to(runner, "Get ready")
    assert "left side" in runner.reads
    await room.wait(seconds=10)
    assert "Hold, and breathe" in runner.reads
    assert "30 s" in runner.reads
    await room.wait(seconds=5)
    assert "25 s" in runner.reads
    for _ in range(5):
        await room.wait(seconds=5)
    assert "Switch sides" in runner.reads
    assert "right side" in runner.reads
    await room.wait(seconds=10)
    assert "30 s" in runner.reads


async def test_the_countdown_stays_within_telegrams_edit_limits(runner: Runner, room: Chatroom):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await walk_to(runner, "Get ready")
    before = runner.person.last.edits
    for _ in range(60):
        await room.wait(seconds=1)
    assert runner.person.last.edits - before <= 20


async def open_card(runner: Runner, card: str) -> None:
    await runner.open(card)


async def test_taps_during_the_countdown_win(runner: Runner, room: Chatroom):
    await open_card(runner, "half-kneeling-hip-flexor-stretch")
    await walk_to(runner, "Get ready")
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
async def test_through_the_whole_session_to_done(runner: Runner, room: Chatroom):
    await runner.say("/today")
    await runner.tap("▶️ Start")
    for _ in range(200):
        if "✅ Log it as done" in runner.buttons:
            break
        onward = next(b for b in runner.buttons if b.startswith("Next"))
        await runner.tap(onward)
    assert await runner.tap("✅ Log it as done") == "Logged. Nice."
    assert "1 of 5 days" in runner.reads
    assert "only count what the clock saw" in runner.reads
    assert await runner.tap("I did it all") == "Logged. Nice."
    assert "1 of 5 days" in runner.reads


async def test_a_countdown_survives_a_card_that_is_gone(runner: Runner, room: Chatroom):
    tap = runner.person.tap_data(runner.person.last, "walk:no-such-card:3:")
    await room.settle()
    assert tap.toast == "That button is from an earlier chat"


async def test_one_more_joins_the_session_and_the_log(runner: Runner):
    await runner.say("done")
    assert "One more?" in runner.buttons
    await runner.tap("One more?")
    while "✅ Log it as done" not in runner.buttons:
        await runner.tap("Next ›")
    assert await runner.tap("✅ Log it as done") == "Logged. Nice."
    assert "already in the log" in await runner.say("done")
    await runner.say("/undo")
    assert "1 of 5 days" in await runner.say("/progress")  # only the extra move was taken back
