"""A programme in the chat: the fitting one first, weeks by rule, said aloud, stopped any time."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


async def start(sam: Runner) -> None:
    await sam.say("/program")
    await sam.tap("▶️ Start: Desk-bound runner")


async def day(room: Chatroom, sam: Runner) -> str:
    """The next day's reminder, and the session done."""
    await room.wait_until("07:00", days=1)
    read = sam.reads
    await sam.say("done")
    return read


async def test_the_fitting_one_comes_first_with_its_reason(sam: Runner):
    answer = await sam.say("/program")
    assert answer.startswith("Desk-bound runner")
    assert "Why this one first: You sit for most of the day" in answer
    assert "Strong hips" not in sam.buttons  # moving well comes before load
    await sam.tap("Keep it going")
    assert "times a week" in sam.reads
    assert "Last change" in sam.reads


async def test_it_begins_today_and_shows_its_week_on_real_days(sam: Runner):
    await start(sam)
    assert "Desk-bound runner begins" in sam.reads
    assert "Week one is about showing up" in sam.reads
    await sam.tap("My week")
    assert "week 1 of 6" in sam.reads
    assert "Mon strength" in sam.reads
    assert sam.reads.count("strength") == 2


@pytest.mark.postgresql
async def test_a_full_week_moves_on_and_says_what_changes(room: Chatroom, sam: Runner):
    await start(sam)
    await sam.say("done")
    for _ in range(6):
        assert "change" not in await day(room, sam)
    await room.wait_until("07:00", days=1)
    assert "That is a full week" in sam.reads
    assert "The desk break gets two new moves" in sam.reads
    assert "That is a full week" not in await sam.say("/today")  # told once
    assert "week 2 of 6" in await sam.say("/program")


async def test_a_quiet_week_comes_again(room: Chatroom, sam: Runner):
    await start(sam)
    await sam.say("done")
    await room.wait_until("07:00", days=7)
    assert "You get this one again" in sam.reads
    assert "week 1 of 6" in await sam.say("/program")


async def test_six_of_ten_rests_the_programme_until_somebody_had_a_look(
    room: Chatroom, sam: Runner
):
    await start(sam)
    await sam.say("done")
    await sam.tap("6")
    await sam.tap(re.compile("One spot"))
    assert "stop sign" in sam.reads
    await room.wait_until("07:00", days=7)
    assert "Your programme rests" in sam.reads
    await sam.tap("Seen, and cleared to move")
    await sam.say("soreness 0")
    answer = await sam.say("/program")
    assert "easier moves" in answer


async def test_it_can_be_switched_and_stopped(sam: Runner):
    await start(sam)
    await sam.say("/program")
    await sam.tap("All programmes")
    await sam.tap("▶️ Start: Desk-bound runner")
    await sam.say("/program")
    await sam.tap("Stop the programme")
    assert "one day at a time" in sam.reads
    assert "Why this one first" in await sam.say("/program")


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
async def test_the_end_is_celebrated_and_leads_on(room: Chatroom, sam: Runner, refused: bool):
    await sam.say("/program")
    await sam.tap("Back after a break")
    await sam.tap("▶️ Start: Back after a break")
    for week in range(4):
        await sam.say("done")
        await room.wait_until("07:00", days=2)
        await sam.say("done")
        if week == 3 and refused:  # an effect that Telegram does not know any more
            room.fake.faults.refuse(400, method="sendMessage")
        await room.wait_until("07:00", days=5)
    assert "You finished your programme" in sam.reads
    told = [each.params for each in room.fake.calls if each.method == "sendMessage"]
    effects = [each.get("text", "") for each in told if each.get("message_effect_id")]
    assert [text for text in effects if "You finished your programme" not in text] == []
    assert len(effects) == 1  # confetti flies once, and the words come without it
    answer = await sam.say("/program")
    assert answer.startswith("Desk-bound runner")
    assert "Strong hips" in sam.buttons


async def test_a_trip_moves_the_programme_and_says_so(room: Chatroom, sam: Runner):
    await sam.say("/program")
    await sam.tap("▶️ Start: Desk-bound runner")
    answer = await sam.say("travelling till Saturday")
    assert "“Desk-bound runner” waits too: its week now goes on to Friday 27 November" in answer
    await sam.say("/program")
    assert "week 1 of 6" in sam.reads
    assert "Tue" not in sam.reads.split("\n", 3)[-1][:8]
    await sam.say("I'm back")
    await sam.say("/program")
    assert "week 1 of 6" in sam.reads


async def test_a_programme_goes_on_gently_after_weeks_away(room: Chatroom, sam: Runner):
    await sam.say("/program")
    await sam.tap("▶️ Start: Desk-bound runner")
    await sam.say("done")
    await room.wait_until("09:00", days=1)
    await sam.say("pause for 15 days")
    await room.wait_until("07:00", days=15)
    assert "Good to have you back" in sam.reads
    assert "this week goes on with the easier moves" in sam.reads
