"""Five hundred made-up weeks: clocks, crashes and a moody Telegram, and not one reminder lost.

Each history is a seed. It lives on the real tables, planner, outbox and sender; only time, the
network and the wording are made up. A failing seed fails again, and can be debugged. `make chaos`
lives two thousand of them.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.delivery import sender as sender_module
from bot.dispatch.conversation import Conversation
from bot.handlers.session import today
from bot.services.reminding import one_off, schedule
from scheduler.calendar.recurrence import GRACE, Occurrence
from scheduler.planning.memory import Priority
from scheduler.reminders.slots import SERIES
from scheduler.reminders.snooze import Snoozed
from storage.database.indexes import metadata
from storage.database.tables import outbox
from storage.queries.outbox import OutboxMessage
from storage.queries.outbox_statements import CLAIM
from storage.store import Store, UnitOfWork
from tests.simulation.virtual import run
from tests.simulation.world import NETWORK, RATE, Replica, World

HISTORIES, CHUNKS = int(os.environ.get("HISTORIES", "500")), 5
RUNNERS = (1, 2)
ZONES = ("Europe/Berlin", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe")
DAY = timedelta(days=1)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(sender_module, "IDLE", 20.0)
    opened = Store("sqlite://")
    opened._threads.close()
    metadata.create_all(opened.engine)
    yield opened
    opened.engine.dispose()


def remind(chat, reminder):
    """The product's question whether it is wanted, and a text that says which one it is."""
    chat.priority = Priority.REMINDER
    which = reminder.day if reminder.slot in SERIES else reminder.due
    if today._wanted(chat, reminder.slot, Occurrence(reminder.day, reminder.due)):
        chat.send("send_message", {"text": f"{reminder.slot} {chat.runner.id} {which}"})


async def act(world: World, runner: int, kind: str) -> None:
    """Something that a runner does, by the product's own rules."""
    dice = world.dice

    def story(work: UnitOfWork) -> None:
        known = work.runners.get(runner) or work.runners.add(runner, "R", world.now())
        chat = Conversation(work=work, runner=known, content=None, now=world.now())
        if kind == "come back":
            schedule.switch_on(chat)
        if kind == "set" or known.zone is None:
            at = f"{dice.randint(0, 23):02}:{dice.choice((0, 30)):02}"
            zone = known.zone or dice.choice(ZONES)
            chat.change(zone=zone, answers={"remind_at": at, "remind_days": [*range(7)]})
            schedule.refresh(chat)
        elif kind == "move":
            chat.change(zone=dice.choice(ZONES))
            schedule.refresh(chat, moved=True)
        elif kind == "snooze":
            back = chat.local + timedelta(minutes=dice.choice((20, 60)))
            one_off.snooze(chat, Snoozed(back.astimezone(UTC), back.date()))
        elif kind == "done":
            schedule.settle_today(chat)
        chat.send("send_message", {"text": f"answer {len(world.answers)} {runner}"})
        work.outbox.post(chat.queued, world.now())

    await world.store.run(story)
    world.answers.append(runner)
    for replica in world.replicas:
        replica.sender.wake()


async def history(store: Store, seed: int) -> None:
    world = World(store, dice := random.Random(seed), remind)
    world.answers = []
    world.start(replicas=dice.choice((1, 2)))
    for runner in RUNNERS:
        await act(world, runner, "set")
    for _ in range(dice.randint(2, 5)):
        await mishap(world)
        await world.pass_on(at_most=dice.choice((timedelta(minutes=10), 2 * DAY)))
    await calm(world)
    check(world, seed)


async def mishap(world: World) -> None:
    """What may go wrong, or what a runner may want just then."""
    dice = world.dice
    world.telegram.faults = dice.choice((0, 0, 0.3, 0.8))
    match dice.randint(0, 9):
        case 0 | 1:
            await world.kill()
        case 2:
            world.step(dice.choice((timedelta(hours=-1), timedelta(hours=5), DAY)))
        case 6:
            await world.go_away()
        case 3 | 4 | 5:
            runner = dice.choice(RUNNERS)
            for _ in range(dice.randint(1, 6)):
                kind = dice.choice(("set", "move", "snooze", "done", "talk"))
                await act(world, runner, kind)
    if not world.replicas and dice.random() < 0.7:
        world.start(replicas=1)


async def calm(world: World) -> None:
    """No more faults: all that is queued leaves."""
    world.telegram.faults = 0
    if not world.replicas:
        world.start(replicas=1)
    for _ in range(100):  # a pause that was planned before the clock was put back is an hour longer
        if not waiting(world):
            break
        await world.rest()
        world.skipped += timedelta(minutes=2)
        await asyncio.sleep(2)
    for replica in world.replicas:
        await replica.kill()


WAITING = select(func.count()).where(outbox.c.state == "waiting")


def waiting(world: World) -> int:
    with world.store.engine.connect() as connection:
        return connection.execute(WAITING).scalar_one()


def queued(world: World):
    with world.store.engine.connect() as connection:
        return connection.execute(select(outbox).order_by(outbox.c.id)).all()


def check(world: World, seed: int) -> None:
    heard = Counter(text for _, _, text in world.telegram.heard)
    doubtful = world.telegram.doubtful
    rows = queued(world)
    assert not [row.id for row in rows if row.state in ("waiting", "dead")], seed
    assert all(count <= 1 + doubtful[text] for text, count in heard.items()), (seed, heard)
    assert all(count <= 2 for count in heard.values()), (seed, heard)
    said = {row.payload["text"] for row in rows if row.state == "sent"}
    assert said <= heard.keys(), (seed, said - heard.keys())
    keys = [row.key for row in rows if row.key]
    assert len(keys) == len(set(keys)), seed
    for row in rows:
        if row.state == "missed":
            assert row.sent_at - moment(row) > GRACE, (seed, row)
    in_order(world, seed)
    within_budget(world, seed)
    unsure = {row.payload["text"] for row in rows if row.state == "unsure"}
    answered = {text for text in heard.keys() | unsure if text.startswith("answer")}
    assert len(world.answers) == len(answered), seed


def moment(row) -> datetime:
    return datetime.fromisoformat(row.payload["moment"])


def in_order(world: World, seed: int) -> None:
    """Answers of one chat arrive as they were given; the first copy of each counts."""
    for runner in RUNNERS:
        numbers = [
            int(text.split()[1])
            for _, chat, text in world.telegram.heard
            if chat == runner and text.startswith("answer")
        ]
        first = list(dict.fromkeys(numbers))
        assert first == sorted(first), (seed, runner, numbers)


def within_budget(world: World, seed: int) -> None:
    times = [at for at, _, _ in world.telegram.heard]
    for n, at in enumerate(times):
        later = times[n + int(RATE)] if n + int(RATE) < len(times) else None
        assert later is None or abs(later - at) >= timedelta(seconds=1), seed


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_history_loses_a_reminder(store: Store, chunk: int):
    live(store, range(chunk, HISTORIES, CHUNKS))


def live(store: Store, seeds: range) -> None:
    for seed in seeds:
        run(history(store, seed))


BROKEN: dict[str, tuple[str, object]] = {
    "nothing is leased": ("storage.queries.outbox.LEASE", -timedelta(minutes=1)),
    "a fault of the network is the end": ("bot.delivery.deliver.MOST_ATTEMPTS", 0),
    "what may have arrived is sent for ever": ("bot.delivery.deliver.MOST_UNSURE", 100),
    "the budget is endless": ("scheduler.planning.budget.HEADROOM", 0.1),
    "an occurrence is handed over to be missed": (
        "scheduler.planning.planner._missed",
        lambda _rule, _occurrence, _now: 1,
    ),
    "chats are told things in any order": (
        "storage.queries.outbox_statements.CLAIM",
        CLAIM.where(outbox.c.id % 2 == 0),
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_engine_is_noticed(store: Store, monkeypatch: pytest.MonkeyPatch, fault: str):
    monkeypatch.setattr(*BROKEN[fault])
    with pytest.raises(AssertionError):
        live(store, range(2000))  # most show in the first ten; some only when threads meet


def test_after_a_slow_look_that_found_nothing_an_answer_leaves_at_once(store: Store):
    """The first look after a start is slow; whoever writes then must not wait as long again."""

    async def story() -> timedelta:
        world = World(store, random.Random(1), remind)
        world.disk.slow = 0.6
        replica = Replica(world)
        await asyncio.sleep(2)
        world.disk.slow = 0.0
        written = world.now()
        outgoing = OutboxMessage("send_message", {"chat_id": 1, "text": "hello"}, chat_id=1)
        await world.store.run(lambda work: work.outbox.post([outgoing], written))
        replica.sender.wake()
        await asyncio.sleep(1)
        await replica.kill()
        ((heard, _, _),) = world.telegram.heard
        return heard - written

    assert run(story()) < timedelta(seconds=2 * NETWORK)
