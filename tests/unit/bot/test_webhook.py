"""Webhook mode at its own door: who is let in, what is answered, and that nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import aiohttp
import pytest

from bot.cli.main import main
from bot.config.setting_values import Address
from bot.operations.http_listener import LONGEST_BODY
from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.doors.http import serve
from content.bundle import Content
from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.support.chat import Chatroom, open_chatroom
from tests.support.clock import StandingClock, TickingClock
from tests.support.counts import handled
from tests.support.processes import free_port

SECRET = "let-me_in"


@pytest.fixture
async def room(database_url: str, content: Content) -> AsyncIterator[Chatroom]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    own_server = {"api_url": "http://127.0.0.1:1", "listen": Address("127.0.0.1", port)}
    settings = {"webhook_url": url, "webhook_secret": SECRET, **own_server}
    async with open_chatroom(database_url, content, **settings) as opened:
        async with asyncio.timeout(5):
            while not opened.fake.webhook.url:
                await opened.fake.updates.signal.wait(1)
        yield opened


async def call(room: Chatroom, *, method: str = "POST", path: str = "", **more) -> int:
    more.setdefault("headers", {"X-Telegram-Bot-Api-Secret-Token": SECRET})
    address = room.fake.webhook.url + path
    async with aiohttp.ClientSession() as session, session.request(method, address, **more) as got:
        return got.status


def update(update_id: int, text: str = "/help") -> dict:
    person = {"id": 5, "first_name": "Sam", "is_bot": False}
    message = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": person}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": update_id, "message": message | {"text": text, "entities": entities}}


async def test_a_chat_runs_as_it_does_by_polling(room: Chatroom):
    runner = room.runner()
    await runner.onboard()
    assert "1 of 5 days" in await runner.say("done")
    assert room.fake.webhook.info()["allowed_updates"]
    assert room.fake.webhook.max_connections == 100


async def test_a_call_that_comes_twice_is_answered_once(room: Chatroom):
    runner = room.runner()
    await runner.say("/start")
    await runner.say("nine hours")
    before = len(runner.bot_messages)
    assert [await call(room, json=update(900)) for _ in range(3)] == [200] * 3
    await room.settle()
    assert len(runner.bot_messages) == before + 1


@pytest.mark.parametrize(
    ("status", "how"),
    [
        (403, {"headers": {}, "json": update(901)}),
        (403, {"headers": {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}, "json": update(901)}),
        (403, {"headers": {"X-Telegram-Bot-Api-Secret-Token": "läßt"}, "json": update(901)}),
        (400, {"data": b"{"}),
        (400, {"data": b"[" * 100_000}),
        (400, {"json": []}),
        (400, {"json": {"update_id": "1"}}),
        (400, {"json": {"update_id": True}}),
        (200, {"json": {"update_id": 1 << 63}}),
        (405, {"method": "GET"}),
        (404, {"path": "/elsewhere", "json": update(901)}),
    ],
)
async def test_what_is_no_update_from_telegram_is_refused(room: Chatroom, status: int, how: dict):
    runner = room.runner()
    await runner.say("/start")
    before = len(runner.bot_messages)
    assert await call(room, **how) == status
    await room.settle()
    assert len(runner.bot_messages) == before


async def test_a_body_that_is_too_long_is_refused(room: Chatroom):
    assert await call(room, data=BytesIO(b" " * (LONGEST_BODY + 1))) == 413


async def test_an_update_that_cant_be_read_holds_up_nobody(room: Chatroom):
    runner = room.runner()
    assert await call(room, json={"update_id": 902, "message": {"message_id": "none"}}) == 200
    assert "1 of 10" in await runner.say("/start")
    store = room.limber.store
    assert await store.run(handled) == 2


async def test_polling_ends_webhook_mode(database_url: str, content: Content):
    fake = FakeTelegram(now=StandingClock().now)
    await fake.call("setWebhook", {"url": "http://127.0.0.1:9/telegram"})
    async with open_chatroom(database_url, content, fake) as room:
        assert "1 of 10" in await room.runner().say("/start")
    assert not fake.webhook.url


async def doctor(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """The exit code, and the line about updates. Whether it can draw is asked elsewhere."""
    engine = open_engine("sqlite:///data/limber.db")
    upgrade(engine)
    engine.dispose()
    monkeypatch.setattr("bot.cli.doctor.can_draw", lambda: False)
    monkeypatch.setenv("LIMBER_BOT_TOKEN", "1:TEST")
    monkeypatch.setenv("LIMBER_API_URL", url)
    code = await asyncio.to_thread(main, ["doctor"])
    lines = capsys.readouterr().out.splitlines()
    return code, next(line for line in lines if line.startswith("updates"))


async def test_the_doctor_tells_how_updates_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    fake = FakeTelegram(now=TickingClock().now)
    here = f"http://127.0.0.1:{free_port()}/telegram"
    fake.webhook.first_pause = 60
    async with serve(fake) as url:
        assert await doctor(url, monkeypatch, capsys) == (
            0,
            "updates   ok: polling, 0 waiting at Telegram",
        )
        await fake.call("setWebhook", {"url": here})
        assert await doctor(url, monkeypatch, capsys) == (
            0,
            f"updates   ok: set to {here}; the next `limber run` changes that",
        )
        monkeypatch.setenv("LIMBER_WEBHOOK_URL", here)
        monkeypatch.setenv("LIMBER_WEBHOOK_SECRET", SECRET)
        assert (await doctor(url, monkeypatch, capsys))[1].startswith(f"updates   ok: {here}, 0")
        fake.person(5).say("/start")
        async with asyncio.timeout(5):
            while not fake.webhook.last_error:  # noqa: ASYNC110 - nobody tells us
                await asyncio.sleep(0.01)
        code, line = await doctor(url, monkeypatch, capsys)
        assert code == 1
        assert line.startswith("updates   FAILED: 1 waiting at Telegram, which says: Connection")
