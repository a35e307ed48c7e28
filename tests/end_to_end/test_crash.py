"""kill -9 at any moment: nothing lost, nothing twice, every chat goes on where it was."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground.fake_telegram import FakeTelegram, Person
from bot.playground.fake_telegram.doors.http import serve
from storage.queries.outbox import LEASE
from storage.store import Store
from tests.support import counts
from tests.support.clock import FileClock
from tests.support.limber import Process

KILLS, RUNNERS, UPDATES = 4, 40, 200  # few for each: a chat hears one message a second


@pytest.fixture
def clock(tmp_path: Path) -> FileClock:
    return FileClock.starting(tmp_path / "clock")


@pytest.fixture
async def fake(clock: FileClock) -> FakeTelegram:
    return FakeTelegram(now=clock.now)


@pytest.fixture
async def stopped(
    fake: FakeTelegram, clock: FileClock, database_url: str, tmp_path: Path
) -> AsyncIterator[Process]:
    """A Limber that the test starts itself."""
    async with serve(fake) as url:
        process = Process(url, database_url, clock.path, tmp_path)
        yield process
        await process.stop()
        await fake.close()


@pytest.fixture
def limber(stopped: Process) -> Process:
    """A Limber that runs."""
    stopped.start()
    return stopped


async def until(true: Callable[[], object], process: Process, seconds: float = 120) -> None:
    """Wait until something is seen on the screens of this test."""
    try:
        async with asyncio.timeout(seconds):
            while not true():
                await asyncio.sleep(0.01)
    except TimeoutError:
        pytest.fail(f"it never happened; the process says:\n{process.log[-3000:]}")


def shows(person: Person, text: str) -> Callable[[], bool]:
    return lambda: any(text in m.text for m in person.messages if m.from_bot)


async def test_every_update_counts_once_however_often_limber_dies(
    fake: FakeTelegram, limber: Process, clock: FileClock, database_url: str
):
    people = [fake.person(100 + n, first_name=f"R{n}") for n in range(RUNNERS)]
    sent = 0
    dice = random.Random(7)
    for person in people:
        person.say("/start")
        sent += 1
    await until(shows(people[0], FIRST), limber)
    for _ in range(KILLS):
        for person in dice.sample(people, k=(UPDATES - RUNNERS) // KILLS):
            person.say(dice.choice(["did half", "done", "/settings", "snooze 30", "what?"]))
            sent += 1
        enough = len(fake.updates.kept()) - dice.choice([1, 20, 40])
        await until(lambda enough=enough: len(fake.updates.kept()) <= enough, limber)
        await asyncio.sleep(dice.uniform(0.0, 0.1))
        limber.kill()
        limber.start()
    clock.move(LEASE)
    for person in people:
        person.say("snooze 30")
        sent += 1
    await until(lambda: not fake.updates.kept(), limber)
    store = Store(database_url)
    await settled(store, sent, limber)
    # The open question comes once more below an answer, and not below each.
    asked = await store.run(lambda work: counts.written(work, "send_message", FIRST))
    assert RUNNERS <= asked <= sent
    assert await store.run(counts.handled) == sent
    clock.move(timedelta(minutes=31))
    for person in people:
        await until(lambda person=person: reminders(person), limber)
    assert [reminders(person) for person in people] == [1] * RUNNERS
    store.close()


async def test_nobody_waits_for_the_lease_of_the_dead(
    fake: FakeTelegram, limber: Process, database_url: str
):
    """Killed while it answers forty: the clock goes on by itself, and no lease runs out."""
    people = [fake.person(100 + n, first_name=f"R{n}") for n in range(RUNNERS)]
    for person in people:
        person.say("/start")
    fake.faults.slow(3, method="sendMessage", times=RUNNERS // 2)  # these are in flight
    await until(lambda: sum(shows(each, FIRST)() for each in people) > RUNNERS // 4, limber)
    limber.kill()
    fake.faults.clear()
    for person in people:
        person.say("/help")
    limber.start()
    began = time.monotonic()
    await until(lambda: all(helped(each) for each in people), limber, LEASE.total_seconds() / 2)
    print(f"{database_url[:6]}: all were answered {time.monotonic() - began:.1f} s after the start")


def helped(person: Person) -> bool:
    return any("/help" in m.text or "/today" in m.text for m in person.messages if m.from_bot)


def reminders(person: Person) -> int:
    """How many reminders are in the chat: only they announce their minutes with a colon."""
    return sum(message.from_bot and " min:" in message.text for message in person.messages)


async def settled(store: Store, sent: int, limber: Process) -> None:
    for _ in range(3000):
        if await store.run(counts.handled) == sent:
            return
        await asyncio.sleep(0.01)
    pytest.fail(limber.log[-3000:])


FIRST = "1 of 10"
STEPS = [
    ("Over 7", "2 of 10"),
    ("Quads", "✅ Quads"),
    ("Continue ›", "3 of 10"),
    ("Weekdays", "4 of 10"),
    ("After work", "5 of 10"),
    ("Nothing", "✅ Nothing"),
    ("Continue ›", "6 of 10"),
    ("type:Berlin", "7 of 10"),
    ("7:00", "8 of 10"),
    ("Every day", "9 of 10"),
    ("My coffee", "10 of 10"),
    ("None of these is true", "All set"),
]


async def test_onboarding_goes_on_at_the_same_question_after_every_kill(
    fake: FakeTelegram, limber: Process, clock: FileClock, database_url: str
):
    odd = database_url.startswith("postgresql")  # each kind dies before every second answer
    person = fake.person(5)
    person.say("/start")
    await until(shows(person, "1 of 10"), limber)
    for number, (act, seen) in enumerate(STEPS):
        dies = number % 2 == odd
        if dies:
            limber.kill()
        if act.startswith("type:"):
            person.say(act.removeprefix("type:"))
        else:
            person.tap(act)
        if dies:
            clock.move(LEASE)  # another replica would wait that long for what the dead one held
            limber.start()
        await until(lambda seen=seen: seen in person.screen(), limber)
    assert await limber.stop() == 0


async def test_the_token_is_in_no_log_line_at_any_level(fake: FakeTelegram, stopped: Process):
    limber = stopped
    limber.level = "DEBUG"
    fake.faults.refuse(502, method="sendMessage")
    fake.faults.cut(delivered=False, method="getUpdates")
    limber.start()
    person = fake.person(5)
    person.say("/start")
    await until(shows(person, "1 of 10"), limber)
    assert await limber.stop() == 0
    assert "1:TEST" not in limber.log
    assert "DEBUG" in limber.log
