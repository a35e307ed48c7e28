"""The bench's own arithmetic, that its crowd is made of real runners, and that its bots start."""

import asyncio
from pathlib import Path

import pytest

from content.bundle import Content
from storage.store import Store
from tests.bench.contestants import Contestant, aiogram, our_echo, running, stock
from tests.bench.crowd import FIRST, Group, fill
from tests.bench.due import due_moments
from tests.bench.figures import Goal, busiest_second, longest_silence, percentile
from tests.bench.lean import LeanTelegram


@pytest.mark.parametrize(
    ("moments", "most"),
    [
        ([], 0),
        ([5.0], 1),
        ([0.0, 0.999, 1.0], 2),  # the third begins a new second
        ([0.9, 1.0, 1.1, 1.8, 2.5], 4),  # no matter where the clock's seconds begin
    ],
)
def test_the_busiest_second_may_begin_anywhere(moments: list[float], most: int):
    assert busiest_second(moments) == most


@pytest.mark.parametrize(
    ("moments", "longest"), [([], 0.0), ([5.0], 0.0), ([9.0, 1.0, 2.0, 4.0], 5.0)]
)
def test_the_longest_silence_is_between_two_moments(moments: list[float], longest: float):
    assert longest_silence(moments) == longest


def test_a_percentile_is_a_value_that_was_seen():
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([], 0.99) == 0.0


def test_a_goal_knows_whether_it_is_met():
    assert Goal("speed", 1.0, at_least=1).met
    assert not Goal("memory", 151.0, at_most=150).met
    assert Goal("only told", 7.0).met is None
    assert "NOT MET" in str(Goal("memory", 151.0, at_most=150))


async def test_a_crowd_has_the_reminders_of_runners_who_chatted(
    database_url: str, content: Content
):
    await fill(database_url, [Group(3, "06:00"), Group(2, "07:00")], content)
    store = Store(database_url)
    names = [
        await store.run(lambda work, number=number: work.runners.get(FIRST + number))
        for number in range(5)
    ]
    store.close()
    assert [runner.name for runner in names if runner] == ["Sam"] * 5
    early, late, *_others = due_moments(database_url)
    assert (late - early).total_seconds() == 3600


@pytest.mark.parametrize("bot", [stock(), our_echo(), aiogram()], ids=lambda bot: bot.name)
async def test_what_ours_is_measured_against_still_answers(bot: Contestant, tmp_path: Path):
    telegram = LeanTelegram()
    async with running(bot, tmp_path, telegram):
        heard = asyncio.get_running_loop().create_future()
        telegram.heard = heard.set_result
        telegram.say(FIRST, "done")
        assert await asyncio.wait_for(heard, 30) == FIRST
