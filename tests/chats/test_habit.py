"""Reminders that learn: they ask for a better time, fade when not needed, and say why they came."""

import pytest

from tests.support.chat import Chatroom, Runner


async def put_off(room: Chatroom, sam: Runner, days: int) -> None:
    """The reminder at seven is snoozed, and the session done at half past seven."""
    for _ in range(days):
        await room.wait_until("07:00", days=1)
        await sam.tap("💤 20 min")
        await room.wait_until("07:31")
        await sam.say("done")


async def test_it_is_tied_to_the_event_that_was_chosen(room: Chatroom, sam: Runner):
    await room.wait_until("07:00", days=1)
    assert "Right after your coffee" in sam.reads


@pytest.mark.postgresql
async def test_who_puts_it_off_again_and_again_is_asked_for_a_better_time(
    room: Chatroom, sam: Runner
):
    await put_off(room, sam, 2)
    assert "suit you better" not in sam.reads
    await put_off(room, sam, 1)
    assert "Would 07:30 suit you better?" in sam.reads
    await sam.tap("⏰ Yes, 07:30")
    assert "07:30" in sam.reads
    await room.wait_until("07:00", days=1)
    count = len(sam.bot_messages)
    await room.wait_until("07:30")
    assert len(sam.bot_messages) == count + 1


async def test_nothing_moves_by_itself_and_it_is_not_asked_every_day(room: Chatroom, sam: Runner):
    await put_off(room, sam, 3)
    assert await sam.tap("No, keep 07:00") == "Got it"
    assert "It stays at 07:00" in sam.reads
    await put_off(room, sam, 8)
    asked = [each for each in sam.bot_messages if "suit you better" in each.text]
    assert asked == []
    await room.wait_until("07:00", days=1)
    assert "Right after your coffee" in sam.reads


async def early(room: Chatroom, sam: Runner, days: int) -> None:
    for _ in range(days):
        await room.wait_until("06:30", days=1)
        await sam.say("done")


async def test_what_runs_by_itself_may_fade(room: Chatroom, sam: Runner):
    await early(room, sam, 20)
    assert "It runs by itself now" in sam.reads
    await sam.tap("Once a week")
    assert "Once a week from now on, on Sun" in sam.reads  # the day that is a week off
    assert "Sun" in await sam.say("/remind")


def times(sam: Runner, text: str) -> int:
    return sum(text in each.text for each in sam.bot_messages)


async def test_desk_breaks_that_nobody_answers_get_rarer_and_then_end(room: Chatroom, sam: Runner):
    await sam.say("every 60 minutes from 9 to 17")
    for _ in range(2):
        for hour in range(10, 17):
            await room.wait_until(f"{hour}:05")
        await room.wait_until("09:00", days=1)
    assert times(sam, "I come every 120 min now") == 1
    for _ in range(5):
        for hour in range(10, 17):
            await room.wait_until(f"{hour}:05")
        await room.wait_until("09:00", days=1)
    assert times(sam, "this is the last one") == 1
    assert "Desk breaks:" not in await sam.say("/remind")
    await sam.say("why did I get this?")


async def test_a_tap_keeps_desk_breaks_as_they_are(room: Chatroom, sam: Runner):
    await sam.say("every 60 minutes from 9 to 17")
    for _ in range(3):
        for hour in range(10, 16):
            await room.wait_until(f"{hour}:05")
        await sam.tap("🚶 Just walked")
        await room.wait_until("09:00", days=1)
    assert times(sam, "I come every") == 0


@pytest.mark.parametrize(
    ("before", "says"),
    [
        ([], "your reminder for 07:00, every day"),
        (["snooze 20"], "You put your reminder off"),
        (["keep nagging until I did it"], "go on until it is done"),
        (["no more reminders please", "soreness 5"], "something was sore or hurt"),
    ],
)
async def test_why_did_i_get_this(room: Chatroom, sam: Runner, before: list[str], says: str):
    await room.wait_until("07:00", days=1)
    for text in before:
        await sam.say(text)
    if before[:1] == ["snooze 20"]:
        await room.wait_until("07:21")
    elif before[:1] == ["keep nagging until I did it"]:
        await room.wait_until("07:00", days=1)
        await room.wait_until("10:01")
    elif before:
        await room.wait_until("09:00", days=1)
    assert says in await sam.say("why did I get this?")
    assert "Fewer messages" in sam.buttons


@pytest.mark.postgresql
async def test_why_did_i_get_breaks_and_looks_back(room: Chatroom, sam: Runner):
    await sam.say("every 60 minutes from 9 to 17")
    await room.wait_until("10:05")
    assert "one every 60 min at work" in await sam.say("why did I get this?")
    await room.wait_until("18:00", days=6)
    assert "look back on Sunday" in await sam.say("why did I get this?")


@pytest.mark.postgresql
async def test_fewer_messages_go_one_step_each_and_come_back(room: Chatroom, sam: Runner):
    await sam.say("every 60 minutes from 9 to 17")
    await sam.say("another reminder at 8pm")
    assert "no more desk breaks" in await sam.say("fewer messages")
    steps = ["one reminder a day", "Monday, Wednesday and Friday", "no more looks back"]
    for step in steps:
        await sam.tap("Fewer still")
        assert step in sam.reads
    assert await sam.tap("↩️ Undo") == "Taken back"
    assert "As it was before" in sam.reads
    await sam.say("fewer messages")
    assert "no more looks back" in sam.reads
    for step in ("one reminder a week", "nothing comes by itself any more"):
        assert step in await sam.say("too many messages")
    assert "as it is" in await sam.say("fewer messages")
    count = len(sam.bot_messages)
    await room.wait_until("20:00", days=8)
    assert len(sam.bot_messages) == count
