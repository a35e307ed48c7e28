"""News go to those who agreed, come once and last, and end when the operator or the runner says."""

import asyncio
from pathlib import Path

import pytest

from bot.cli.main import main
from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql


@pytest.fixture(autouse=True)
def news(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch, room: Chatroom) -> str:
    monkeypatch.setenv("LIMBER_DATABASE_URL", database_url)
    monkeypatch.setattr("bot.cli.announce_command.real_now", lambda: room.clock.at)
    file = tmp_path / "news.html"
    file.write_text("<b>New:</b> a move for ankles &amp; calves.")
    return str(file)


async def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert await asyncio.to_thread(main, ["announce", *words]) == 0
    return capsys.readouterr().out


async def test_only_who_agreed_gets_news_and_once(room: Chatroom, sam: Runner, news: str, capsys):
    kim = room.runner(6, "Kim")
    await kim.onboard()
    await sam.say("/news")
    assert await sam.tap("Yes, tell me") == "Got it"
    assert "would go to 1 who agreed" in await told(capsys, news, "--dry-run")
    await room.settle()
    assert "ankles" not in sam.reads
    for _ in range(2):
        await told(capsys, news)
        await room.settle()
    heard = [each.text for each in sam.bot_messages if "ankles" in each.text]
    assert heard == ["New: a move for ankles & calves."]
    assert "ankles" not in kim.reads
    await sam.tap("No news, please")
    assert "would go to 0" in await told(capsys, news, "--dry-run")


@pytest.mark.parametrize("wish", ["send me announcements", "no more news"])
async def test_it_can_be_said(sam: Runner, wish: str):
    assert "Shall I tell you" in await sam.say(wish)
