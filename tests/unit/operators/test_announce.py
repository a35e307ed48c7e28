"""What an operator announces waits behind all else, and can be called off."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.main import main
from storage.queries.outbox import OutboxMessage
from storage.store import Store, UnitOfWork
from tests.support.clock import MONDAY_MORNING


@pytest.fixture
def store(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("LIMBER_DATABASE_URL", database_url)
    monkeypatch.setattr("bot.cli.announce_command.real_now", lambda: MONDAY_MORNING)
    with closing(Store(database_url)) as opened:
        yield opened


def agreed(work: UnitOfWork) -> None:
    for number, wanted in ((1, True), (2, True), (3, False), (4, None)):
        work.runners.add(number, "Sam", MONDAY_MORNING)
        if wanted is not None:
            work.runners.change(number, {"answers": {"news": wanted}})
    work.runners.add(5, "Gone", MONDAY_MORNING)
    work.runners.change(5, {"answers": {"news": True}, "off_since": MONDAY_MORNING})


async def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = await asyncio.to_thread(main, ["announce", *words])
    shown = capsys.readouterr()
    return code, shown.out + shown.err


async def test_news_come_after_all_else(store: Store, capsys, tmp_path: Path):
    (tmp_path / "news.html").write_text("Ankles!")
    await store.run(agreed)
    code, shown = await run(capsys, "news.html")
    assert (code, "for 2 who agreed" in shown) == (0, True)
    reminder = OutboxMessage("send_message", {"text": "Up!"}, chat_id=3, priority=7)
    await store.run(lambda work: work.outbox.post([reminder], MONDAY_MORNING))
    later = MONDAY_MORNING + timedelta(seconds=1)
    claimed = await store.run(lambda work: work.outbox.claim(later, 9))
    assert [each.chat_id for each in claimed] == [3, 1, 2]


async def test_what_has_not_left_can_be_called_off(store: Store, capsys, tmp_path: Path):
    (tmp_path / "news.html").write_text("Ankles!")
    await store.run(agreed)
    await run(capsys, "news.html")
    assert await run(capsys, "--stop") == (0, "2 are not sent any more\n")
    assert await run(capsys, "--stop") == (0, "0 are not sent any more\n")


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (b"", "needs 1 to"),
        (b"x" * 4097, "needs 1 to"),
        (b"\xff", "file of text"),
        (b"<b>New", "<b>"),
        (None, "read"),
    ],
)
async def test_a_wrong_file_is_one_line(
    store: Store, capsys, tmp_path: Path, text: bytes | None, mend: str
):
    if text is not None:
        (tmp_path / "news.html").write_bytes(text)
    code, shown = await run(capsys, "news.html", "--dry-run")
    assert (code, shown.count("\n"), mend in shown) == (2, 1, True)
