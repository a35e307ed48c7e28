"""Putting it off, in every way people try."""

import pytest

from tests.support.chat import Chatroom, Runner


@pytest.fixture
async def runner(room: Chatroom, sam: Runner) -> Runner:
    """Berlin, 07:00 every day; it is Tuesday and the reminder has just come."""
    await room.wait_until("07:00", days=1)
    return sam


def sent(runner: Runner) -> list[str]:
    return [each.text for each in runner.bot_messages if "min:" in each.text]


@pytest.mark.parametrize(
    ("wish", "back"),
    [
        ("/snooze", "07:20"),
        ("/snooze 45", "07:45"),
        ("snooze 1", "07:01"),
        ("/snooze 2 hours", "09:00"),
        ("/snooze until 9pm", "21:00"),
        ("snooze until 9pm", "21:00"),
        ("not now, at 9pm", "21:00"),
        ("later, um 21 Uhr", "21:00"),
        ("remind me again at 21:00", "21:00"),
        ("/snooze this evening", "18:30"),
    ],
)
async def test_it_comes_back_once_and_the_series_stays(
    runner: Runner, room: Chatroom, wish: str, back: str
):
    assert back in await runner.say(wish)
    await room.wait_until(back)
    assert len(sent(runner)) == 2
    await room.wait_until("07:00", days=1)
    assert len(sent(runner)) == 3
    assert "07:00" in await runner.say("/remind")


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("/snooze 0", "now or over already"),
        ("snooze 0", "now or over already"),
        ("/snooze 9999", "up to 24 hours"),
        ("snooze 9999", "up to 24 hours"),
        ("/snooze 30 hours", "up to 24 hours"),
        ("/snooze until 25:00", "isn't on my clock"),
    ],
)
async def test_out_of_bounds_is_said_and_changes_nothing(
    runner: Runner, room: Chatroom, wish: str, answer: str
):
    assert answer in await runner.say(wish)
    await room.wait(minutes=20)
    assert len(sent(runner)) == 1
    await room.wait_until("07:00", days=1)
    assert len(sent(runner)) == 2


@pytest.mark.parametrize("wish", ["/snooze tomorrow", "snooze until tomorrow", "tap"])
async def test_tomorrow_is_when_the_series_comes_anyway(runner: Runner, room: Chatroom, wish: str):
    if wish == "tap":
        assert await runner.tap("💤 Tomorrow") == "See you at 07:00"
    else:
        await runner.say(wish)
    assert "Tomorrow at 07:00, as usual" in runner.reads
    before = len(sent(runner))
    await room.wait_until("07:00", days=1)
    assert len(sent(runner)) == before + 1


async def test_tomorrow_where_the_series_rests_is_extra(runner: Runner, room: Chatroom):
    await runner.say("only on tuesdays")
    assert "on Wednesday at 07:00" in await runner.say("/snooze tomorrow")
    await room.wait_until("07:00", days=1)
    assert len(sent(runner)) == 2


async def test_thirty_in_a_row_stay_one_reminder_and_get_a_kind_word(
    runner: Runner, room: Chatroom
):
    for _ in range(30):
        await runner.say("/snooze 20")
    assert "I don't mind asking again" in runner.reads
    assert "Not today" in runner.buttons
    await room.wait(minutes=20)
    assert len(sent(runner)) == 2
    await room.wait_until("07:00", days=1)
    assert len(sent(runner)) == 3


async def test_two_on_one_day_open_differently(runner: Runner, room: Chatroom):
    for _ in range(3):
        await runner.say("/snooze 20")
        await room.wait(minutes=20)
    assert len({text.split("\n")[0] for text in sent(runner)}) == 4


async def test_a_snoozed_one_still_repeats_until_done(runner: Runner, room: Chatroom):
    await runner.say("keep nagging until I did it")
    await room.wait_until("07:00", days=1)
    await runner.say("/snooze 20")
    for _ in range(5):
        await room.wait(minutes=30)
    assert len(sent(runner)) == 5  # yesterday's, today's, the snoozed one, and two repeats


@pytest.mark.postgresql
async def test_yesterdays_start_opens_what_yesterdays_message_lists(runner: Runner, room: Chatroom):
    listed = runner.reads.split("\n")
    yesterday = runner.person.last
    start = yesterday.inline_rows[0][0]["callback_data"]  # on a phone that was not online since
    await room.wait_until("07:00", days=1)
    runner.person.tap_data(yesterday, start)
    await room.settle()
    first = next(line for line in listed if line.startswith("1. ")).removeprefix("1. ")
    assert first in runner.reads
