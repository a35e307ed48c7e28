"""A first chat that was had once: chats that begin after it take a copy of it.

It is the same dozen messages before most chats, and took more time than all that they are about.
"""

import asyncio
import copy
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.playground.fake_telegram import FakeTelegram
from content.bundle import Content
from tests.support.chat import open_chatroom
from tests.support.clock import StandingClock
from tests.support.postgres import Server

SQLITE = "sqlite:///"


@dataclass(frozen=True)
class FirstChat:
    """What Telegram remembers of it, and the clock; the database beside it is a template."""

    fake: FakeTelegram
    clock: StandingClock

    def again(self) -> dict[str, Any]:
        """Both as they were, for a room of one's own."""
        fake, clock = copy.deepcopy((self.fake, self.clock))
        return {"fake": fake, "clock": clock}


def had(database_url: str, content: Content) -> FirstChat:
    """Sam's first chat, with that migrated database. Not in a loop that runs."""
    with ThreadPoolExecutor(1) as beside:  # asyncio.run would leave this thread without a loop
        return beside.submit(asyncio.run, _had(database_url, content)).result()


async def _had(database_url: str, content: Content) -> FirstChat:
    async with open_chatroom(database_url, content) as room:
        await room.runner().onboard()
        return FirstChat(room.fake, room.clock)


def put(template: Path | str, database_url: str, server: Server | None) -> None:
    """That database becomes a copy of the template: a file, or the name of one on the server."""
    if server is None:
        shutil.copy(template, database_url.removeprefix(SQLITE))
        return
    name = database_url.partition("@/")[2].partition("?")[0]
    server.drop(name)
    server.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
