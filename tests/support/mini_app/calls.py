"""The page's own calls, over HTTP, as its script makes them."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import ClientSession

from bot.config.setting_values import Address
from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.rules.errors import CannotAct
from content.bundle import Content
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.support.processes import free_port


@asynccontextmanager
async def open_served(database_url: str, content: Content, **more: Any) -> AsyncIterator[Chatroom]:
    """A chat with a page, which is served on a port of its own."""
    port = free_port()
    served = {"page_url": f"http://127.0.0.1:{port}", "listen": Address("127.0.0.1", port)}
    async with open_chatroom(database_url, content, **{**served, **more}) as room:
        yield room


@dataclass
class Phone:
    """Someone's page: what it asks is signed by the fake Telegram."""

    runner: Runner
    opened: str = ""

    @property
    def fake(self) -> FakeTelegram:
        return self.runner.room.fake

    async def address(self) -> str:
        """What the button opens; the page that is open already, once it has gone."""
        with suppress(CannotAct):
            self.opened = await self.runner.open_page()
        return self.opened

    async def get(self, path: str = "session", **more: Any) -> tuple[int, Any]:
        return await self.call("GET", path, **more)

    async def call(
        self, method: str, path: str, *, signed: str | None = None, body: Any = None
    ) -> tuple[int, Any]:
        opened = urlsplit(await self.address())
        data = parse_qs(opened.fragment)["tgWebAppData"][0] if signed is None else signed
        url = f"{opened.scheme}://{opened.netloc}/app/api/{path}"
        headers = {"Authorization": f"tma {data}"}
        raw = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        async with (
            ClientSession(headers=headers) as session,
            session.request(method, url, data=raw) as got,
        ):
            return got.status, await got.json() if "json" in got.content_type else await got.read()

    async def done(self, body: Any, **more: Any) -> tuple[int, Any]:
        answer = await self.call("POST", "done", body=body, **more)
        await self.runner.room.settle()
        return answer


def walked(session: dict[str, Any], *, share: float = 1.0, moves: int = 99) -> dict[str, Any]:
    """What the page sends once so many moves are walked, each with that share of its work."""
    return {
        "id": session["id"],
        "moves": [
            {
                "card": move["card"],
                "sets": {
                    each["key"]: each["seconds"] * share
                    for each in move["steps"]
                    if each["kind"] in ("hold", "move", "reps")
                },
                "ended": share == 1.0,
            }
            for move in session["moves"][:moves]
        ],
    }
