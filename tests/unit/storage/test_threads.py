"""Jobs that share a commit: each fails alone, and all learn it when the disk fails."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage.store import Store, Unavailable, UnitOfWork

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


async def test_one_of_many_fails_alone(store: Store):
    def story(number: int, work: UnitOfWork) -> int:
        work.runners.add(number, "R", NOW)
        if number == 3:
            raise ValueError("three")
        return number

    jobs = [store.run(lambda work, n=n: story(n, work)) for n in range(1, 9)]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    assert [type(each) is ValueError for each in results] == [n == 3 for n in range(1, 9)]
    known = await store.run(lambda work: [n for n in range(1, 9) if work.runners.get(n)])
    assert known == [1, 2, 4, 5, 6, 7, 8]


async def test_a_group_that_can_not_be_written_has_not_happened(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'limber.db'}")
    store.upgrade()
    (pages,) = await store.run(
        lambda work: work.transaction.connection.exec_driver_sql("PRAGMA page_count").first()
    )
    await store.run(
        lambda work: work.transaction.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    )

    def fill(work: UnitOfWork) -> None:
        for n in range(1, 400):
            work.runners.add(n, "R" * 64, NOW)

    outcomes = await asyncio.gather(*(store.run(fill) for _ in range(3)), return_exceptions=True)
    assert all(isinstance(each, Unavailable) for each in outcomes)
    assert await store.run(lambda work: work.runners.get(1)) is None
    store.close()


async def test_a_story_that_is_no_longer_waited_for_is_not_told(store: Store):
    waiting = asyncio.ensure_future(store.run(lambda work: work.runners.add(1, "R", NOW)))
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await store.run(lambda work: work.runners.get(2)) is None


async def test_a_story_can_not_end_with_stop_iteration(store: Store):
    with pytest.raises(RuntimeError, match="StopIteration"):
        await store.run(lambda _work: next(iter(())))
