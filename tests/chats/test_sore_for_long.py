"""Soreness that stays for weeks gets a word about a physio, once."""

import pytest

from tests.support.chat import Chatroom, Runner

WORD = "sore for two weeks now"


async def sore_days(room: Chatroom, sam: Runner, days: int, amount: int = 5) -> list[str]:
    """What is answered on each day to the same soreness."""
    answers = []
    for _ in range(days):
        answers.append(await sam.say(f"soreness {amount}"))
        await room.wait_until("06:00", days=1)
    return answers


async def test_six_weeks_of_soreness_send_to_a_physio_once(room: Chatroom, sam: Runner):
    answers = await sore_days(room, sam, 14)
    assert not any(WORD in each for each in answers)
    answer = await sam.say("soreness 5")
    assert WORD in answer
    assert "📄 Sheet for a physio" in sam.buttons
    await room.wait_until("06:00", days=1)
    assert not any(WORD in each for each in await sore_days(room, sam, 27))


@pytest.mark.postgresql
async def test_a_better_day_begins_it_anew(room: Chatroom, sam: Runner):
    answers = await sore_days(room, sam, 10)
    answers += await sore_days(room, sam, 1, amount=1)
    answers += await sore_days(room, sam, 10, amount=4)
    assert not any(WORD in each for each in answers)
