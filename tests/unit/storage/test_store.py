"""What the database promises, on both kinds."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from scheduler.log.entries import LogEntry, Status
from scheduler.planning.memory import Reminder
from storage.database.engine import open_engine
from storage.database.transaction import Transaction
from storage.queries.inbox import LEASE as KEPT_FOR
from storage.queries.inbox import NotYet
from storage.queries.outbox import LEASE, OutboxMessage, Outcome
from storage.store import Store, Unavailable, UnitOfWork

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


async def test_a_story_that_fails_leaves_nothing(store: Store):
    def story(work):
        work.runners.add(5, "Sam", NOW)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await store.run(story)
    assert await store.run(lambda work: work.runners.get(5)) is None


async def test_a_runner_comes_back_as_remembered(store: Store):
    await store.run(lambda work: work.runners.add(5, "Sam", NOW))
    changes = {"zone": "Europe/Berlin", "answers": {"spots": ["quads"]}, "draft": ["roller"]}
    await store.run(lambda work: work.runners.change(5, changes))
    runner = await store.run(lambda work: work.runners.get(5))
    assert (runner.zone, runner.answers, runner.draft) == (
        "Europe/Berlin",
        {"spots": ["quads"]},
        ("roller",),
    )
    assert runner.created_at == NOW


async def test_times_come_back_aware_and_in_utc_and_naive_ones_are_refused(store: Store):
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    await store.run(lambda work: work.runners.add(5, "Sam", tokyo))
    runner = await store.run(lambda work: work.runners.get(5))
    assert runner.created_at == NOW
    assert runner.created_at.utcoffset() == timedelta(0)
    with pytest.raises(Exception, match="time zone"):
        await store.run(lambda work: work.runners.add(6, "Kim", NOW.replace(tzinfo=None)))


def keep(work: UnitOfWork) -> None:
    work.inbox.store([(n, 5, {"update_id": n}) for n in (1, 2)], NOW)


async def adopted(store: Store, at: datetime) -> list[int]:
    found = await store.run(lambda work: work.inbox.adopt(at, 10))
    return [payload["update_id"] for payload in found]


async def test_an_update_is_stored_once_and_handled_once(store: Store):
    await store.run(keep)
    await store.run(keep)
    assert await store.run(lambda work: work.inbox.claim(1, NOW))
    assert not await store.run(lambda work: work.inbox.claim(1, NOW))
    assert not await store.run(lambda work: work.inbox.claim(99, NOW))
    await store.run(keep)
    assert await adopted(store, NOW + KEPT_FOR) == [2]


async def test_a_forgotten_update_is_nobodys_and_comes_no_second_time(store: Store):
    await store.run(keep)
    await store.run(lambda work: work.inbox.claim(1, NOW))
    await store.run(lambda work: work.inbox.forget(5))
    await store.run(keep)
    assert not await store.run(lambda work: work.inbox.claim(1, NOW))
    assert await store.run(lambda work: work.inbox.claim(2, NOW))  # it was written after that


async def test_an_update_waits_for_older_ones_of_its_chat_and_for_no_others(store: Store):
    await store.run(keep)
    await store.run(lambda work: work.inbox.store([(3, 6, {"update_id": 3})], NOW))
    assert await store.run(lambda work: work.inbox.claim(3, NOW))
    with pytest.raises(NotYet, match="update 1 comes before update 2"):
        await store.run(lambda work: work.inbox.claim(2, NOW))
    await store.run(lambda work: work.inbox.handled(1, NOW))
    assert await store.run(lambda work: work.inbox.claim(2, NOW))


async def test_a_replica_that_handles_the_chat_right_now_is_waited_for(store: Store):
    """On SQLite by the one writer, on PostgreSQL by the row's lock."""
    await store.run(keep)
    other = Store(store.engine.url.render_as_string(hide_password=False))
    holding, told = threading.Event(), threading.Event()

    def slow(work: UnitOfWork) -> None:
        assert work.inbox.claim(1, NOW)
        holding.set()
        told.wait(5)

    first = asyncio.create_task(other.run(slow))
    await asyncio.to_thread(holding.wait, 5)
    second = asyncio.create_task(store.run(lambda work: work.inbox.claim(2, NOW)))
    await asyncio.sleep(0)
    told.set()
    await first
    assert await second
    other.close()


async def test_what_a_dead_replica_left_is_adopted_once_its_lease_is_over(store: Store):
    await store.run(keep)
    assert await adopted(store, NOW) == []
    assert await adopted(store, NOW + KEPT_FOR) == [1, 2]
    assert await adopted(store, NOW + KEPT_FOR) == []
    await store.run(lambda work: work.inbox.release(NOW + KEPT_FOR))
    assert await adopted(store, NOW + KEPT_FOR) == [1, 2]


async def test_two_replicas_never_adopt_the_same_update(store: Store):
    rows = [(n, n, {"update_id": n}) for n in range(1, 41)]
    await store.run(lambda work: work.inbox.store(rows, NOW))
    shares = await asyncio.gather(*(adopted(store, NOW + KEPT_FOR) for _ in range(6)))
    assert sorted(each for share in shares for each in share) == list(range(1, 41))


def queued(*chats: int, **fields) -> list[OutboxMessage]:
    return [
        OutboxMessage("sendMessage", {"n": n}, chat_id=chat, **fields)
        for n, chat in enumerate(chats)
    ]


async def claim(store: Store, at: datetime = NOW, limit: int = 10) -> list[OutboxMessage]:
    return await store.run(lambda work: work.outbox.claim(at, limit))


async def test_only_the_oldest_letter_of_each_chat_is_claimed(store: Store):
    await store.run(lambda work: work.outbox.post(queued(5, 5, 6), NOW))
    first = await claim(store)
    assert [(each.chat_id, each.payload["n"]) for each in first] == [(5, 0), (6, 2)]
    assert await claim(store) == []
    sent = [Outcome(each.id, message_id=7) for each in first]
    await store.run(lambda work: work.outbox.settle(sent, NOW))
    assert [each.payload["n"] for each in await claim(store)] == [1]


async def test_a_lease_runs_out_when_its_holder_dies(store: Store):
    await store.run(lambda work: work.outbox.post(queued(5), NOW))
    assert len(await claim(store)) == 1
    assert await claim(store, NOW + LEASE) == []
    again = await claim(store, NOW + LEASE + timedelta(seconds=1))
    assert [each.attempts for each in again] == [2]


async def test_two_replicas_never_claim_the_same_letter(store: Store):
    await store.run(lambda work: work.outbox.post(queued(*range(1, 41)), NOW))
    shares = await asyncio.gather(*(claim(store, limit=10) for _ in range(6)))
    claimed = [each.id for share in shares for each in share]
    assert len(claimed) == len(set(claimed)) == 40


async def test_urgent_letters_leave_first_and_a_key_is_said_once(store: Store):
    later = queued(5, priority=5, key="daily:5:2026-11-16")
    await store.run(lambda work: work.outbox.post(later, NOW))
    await store.run(lambda work: work.outbox.post(later, NOW))
    await store.run(lambda work: work.outbox.post(queued(6), NOW))
    assert [each.chat_id for each in await claim(store)] == [6, 5]


async def test_the_newest_message_of_a_kind_is_found_again(store: Store):
    posted = [OutboxMessage("sendMessage", {}, chat_id=5, label="question") for _ in range(2)]
    await store.run(lambda work: work.outbox.post(posted, NOW))
    for message_id in (70, 71):
        (outgoing,) = await claim(store)
        sent = Outcome(outgoing.id, message_id=message_id)
        await store.run(lambda work, sent=sent: work.outbox.settle([sent], NOW))
    assert await store.run(lambda work: work.outbox.last(5, "question")) == 71
    assert await store.run(lambda work: work.outbox.label(5, 70)) == "question"


async def test_a_slot_holds_one_reminder_and_forgets_with_its_runner(store: Store):
    reminder = Reminder(5, "daily", NOW, NOW.date(), {"served": "2026-11-15"})

    def story(work):
        work.runners.add(5, "Sam", NOW)
        work.reminders.plan(Reminder(5, "daily", NOW - timedelta(days=9)))
        work.reminders.plan(reminder)

    await store.run(story)
    assert await store.run(lambda work: work.reminders.claim(NOW, 10)) == [reminder]
    assert await store.run(lambda work: work.reminders.claim(NOW - timedelta(hours=1), 10)) == []
    await store.run(lambda work: work.runners.remove(5))
    assert await store.run(lambda work: work.reminders.get(5, "daily")) is None


async def test_undone_entries_are_gone_from_the_journal_but_not_others(store: Store):
    monday = LogEntry(date(2026, 11, 16), Status.DONE, 6, ("clamshell",), NOW)
    earlier = LogEntry(date(2026, 11, 15), Status.PARTIAL, None, (), NOW - timedelta(days=1))

    def story(work):
        work.runners.add(5, "Sam", NOW)
        work.session_log.record(5, earlier)
        work.session_log.record(5, monday)
        work.session_log.undo(5, monday, NOW)

    await store.run(story)
    assert await store.run(lambda work: work.session_log.entries(5)) == [earlier]


async def test_a_database_that_is_away_says_so_without_its_password():
    store = Store("postgresql://limber:hunter2@127.0.0.1:9/nowhere?connect_timeout=1")
    with pytest.raises(Unavailable) as caught:
        await store.run(lambda work: work.runners.get(5))
    assert "hunter2" not in str(caught.value)
    store.close()


@pytest.mark.parametrize("pooler", [False, True])
async def test_behind_a_transaction_pooler_no_statement_outlives_its_transaction(
    postgres_server, pooler: bool
):
    url = postgres_server.url(name := postgres_server.fresh("template_limber"))
    pooled = f"{url}{'&' if '?' in url else '?'}pgbouncer=true"
    engine = open_engine(pooled if pooler else url)
    with engine.begin() as connection:
        for runner in range(10):  # the driver prepares what comes often
            UnitOfWork(Transaction(connection)).runners.get(runner)
        prepared = connection.exec_driver_sql("SELECT count(*) FROM pg_prepared_statements")
        assert (prepared.scalar_one() == 0) is pooler
    engine.dispose()
    postgres_server.drop(name)
