"""An outage in the log: when it begins, once a minute, and when it is over."""

import asyncio
import logging
from contextlib import closing
from pathlib import Path

import pytest

from content.bundle import Content
from scheduler.planning.heartbeat import Heartbeat
from storage.database.outage import CALM, Outage
from storage.store import Store, Unavailable, Unusable
from tests.support.chat import open_chatroom
from tests.unit.storage.test_store import NOW


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records]


def test_ten_minutes_of_faults_are_a_dozen_lines(caplog: pytest.LogCaptureFixture):
    seconds = iter(range(602))
    outage = Outage("the database", clock=lambda: float(next(seconds)))
    outage.answered()
    for _ in range(600):
        outage.failed("the disk is full")
    outage.answered()
    told = lines(caplog)
    assert len(told) == 11
    assert told[0] == "the database does not answer (the disk is full); trying again"
    assert told[1] == "the database has not answered for 60 s (the disk is full)"
    assert told[-1] == "the database answers again, after 600 s"


def test_what_is_answered_between_faults_ends_nothing(caplog: pytest.LogCaptureFixture):
    """As by a full disk: each second something can't be written, and much is read."""
    now = 0.0
    outage = Outage("the database", clock=lambda: now, calm=CALM)
    for second in range(60):
        now = float(second)
        outage.failed("the disk is full")
        outage.answered()
        assert outage.lasts is (second >= CALM)
    for second in (60, 61, 64):
        now = float(second)
        outage.answered()
        assert outage.lasts is (second < 64)
    assert lines(caplog) == [
        "the database does not answer (the disk is full); trying again",
        "the database answers again, after 59 s",
    ]
    assert not outage.lasts


async def test_whoever_asks_meanwhile_it_is_told_once(caplog: pytest.LogCaptureFixture):
    with closing(Store("postgresql://x:hunter2@127.0.0.1:9/limber")) as store:
        heart = Heartbeat(store, lambda: NOW, 28, lambda: None, lambda _work, _now: None)
        for _ in range(5):
            with pytest.raises(Unavailable):
                await store.run(lambda work: work.runners.get(5))
            await heart.beat()
            await heart.tidy()
    assert heart.last_beat is None  # so that /health sees it
    (told,) = lines(caplog)
    assert "nothing listens at that host and port" in told
    assert all(each.levelno == logging.WARNING for each in caplog.records)


async def test_a_file_that_is_removed_or_replaced_is_noticed_and_comes_back(tmp_path: Path):
    file, aside = tmp_path / "limber.db", tmp_path / "aside.db"
    with closing(Store(f"sqlite:///{file}")) as store:
        store.ensure_tables()
        await store.run(lambda work: work.runners.add(5, "Sam", NOW))
        file.rename(aside)
        for content in (None, b""):
            if content is not None:
                file.write_bytes(content)
            with pytest.raises(Unusable, match="removed or replaced"):
                await store.run(lambda work: work.runners.add(6, "Kim", NOW))
        aside.replace(file)
        await store.run(lambda work: work.runners.add(6, "Kim", NOW))
        assert (await store.run(lambda work: work.runners.get(5))).name == "Sam"


async def test_telegram_away_is_told_as_rarely(
    database_url: str, content: Content, caplog: pytest.LogCaptureFixture
):
    async with open_chatroom(database_url, content) as room:
        room.fake.faults.unreachable(times=1, method="getUpdates")
        await room.runner().say("/start")
        async with asyncio.timeout(20):
            while "answers again" not in caplog.text:  # noqa: ASYNC110 - nobody tells us
                await asyncio.sleep(0.01)
    told = [each for each in lines(caplog) if each.startswith("Telegram")]
    assert told[0].startswith("Telegram does not answer (no connection came about)")
    assert len(told) == 2
