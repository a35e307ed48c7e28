"""What operators ask of both databases."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from scheduler.planning.forecast import Due
from scheduler.planning.memory import Reminder
from storage.queries.operations import Backlog, Operations
from storage.queries.outbox import OutboxMessage, Outcome
from storage.store import Store, UnitOfWork
from tests.unit.storage.test_store import NOW

MINUTE = timedelta(minutes=1)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


async def figures(store: Store, at=NOW):
    return await store.run(lambda work: Operations(work.transaction).figures(at))


async def test_nothing_waits_in_a_fresh_database(store: Store):
    found = await figures(store)
    assert (found.updates, found.overdue, found.outbox) == (Backlog(), Backlog(), Backlog())
    assert (found.failed, found.dead, found.queued) == (0, 0, {})


async def test_what_waits_is_counted_with_the_age_of_the_oldest(store: Store):
    def story(work: UnitOfWork) -> None:
        work.inbox.store([(1, 5, {}), (2, 5, {}), (3, 5, {})], NOW)
        work.inbox.handled(3, NOW, "ValueError")
        work.runners.add(5, "Sam", NOW)
        work.reminders.plan(Reminder(5, "daily", NOW + MINUTE))
        work.outbox.post([OutboxMessage("send_message", {}, chat_id=n) for n in (5, 6)], NOW)
        work.outbox.post([OutboxMessage("send_message", {}, chat_id=7, priority=5)], NOW + MINUTE)

    await store.run(story)
    found = await figures(store, NOW + 2 * MINUTE)
    assert found.updates == Backlog(2, 2 * MINUTE)
    assert found.overdue == Backlog(1, MINUTE)
    assert found.queued == {0: Backlog(2, 2 * MINUTE), 5: Backlog(1, MINUTE)}
    assert found.outbox == Backlog(3, 2 * MINUTE)
    assert (found.failed, found.dead) == (1, 0)


async def dead(store: Store, chats: list[int]) -> list[int]:
    """Letters that Telegram refused; returns their ids."""

    def story(work: UnitOfWork) -> list[int]:
        work.outbox.post(
            [OutboxMessage("send_message", {"text": "private"}, chat_id=n) for n in chats], NOW
        )
        queued = work.outbox.claim(NOW, 10)
        work.outbox.settle([Outcome(each.id, "dead", error="too long") for each in queued], NOW)
        return sorted(each.id for each in queued)

    return await store.run(story)


async def test_dead_letters_are_seen_without_their_words_and_replayed(store: Store):
    ids = await dead(store, [5, 6, 7])
    seen = await store.run(lambda work: Operations(work.transaction).unsent_letters(10))
    assert [(each.id, each.method, each.error) for each in seen] == [
        (id_, "send_message", "too long") for id_ in ids
    ]
    assert "private" not in repr(seen)
    assert (
        await store.run(lambda work: Operations(work.transaction).replay([ids[0], 999], NOW)) == 1
    )
    assert (await figures(store)).dead == 2
    assert await store.run(lambda work: Operations(work.transaction).replay_all("dead", NOW)) == 2
    again = await store.run(lambda work: work.outbox.claim(NOW, 10))
    assert [(each.id, each.attempts) for each in again] == [(id_, 1) for id_ in ids]


async def test_what_is_due_is_grouped_by_minute_and_zone(store: Store):
    zones = ["Europe/Berlin", "Europe/Berlin", "Asia/Tokyo", None]

    def story(work: UnitOfWork) -> None:
        for number, zone in enumerate(zones):
            work.runners.add(number, "Sam", NOW)
            work.runners.change(number, {"zone": zone})
            work.reminders.plan(Reminder(number, "daily", NOW + timedelta(seconds=number)))
        work.reminders.plan(Reminder(0, "snooze", NOW + timedelta(hours=25)))
        work.reminders.plan(Reminder(1, "snooze", None))

    await store.run(story)
    found = await store.run(lambda work: Operations(work.transaction).due(NOW))
    assert sorted(found, key=lambda due: due.zone) == [
        Due(NOW, "Asia/Tokyo", 1),
        Due(NOW, "Europe/Berlin", 2),
        Due(NOW, "UTC", 1),
    ]
