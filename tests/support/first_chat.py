"""A first chat that was had once: chats that begin after it take a copy of it.

It is the same dozen messages before most chats, and took more time than all that they are about.
"""

import asyncio
import copy
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from bot.playground.fake_telegram import FakeTelegram
from content.bundle import Content
from tests.support.chat import open_chatroom
from tests.support.clock import StandingClock

NONE_OF_THESE = "None of these is true"
# What each fixture's runner taps when Limber asks what there is to know before the first move.
BODIES: dict[str, str | None] = {"sam": NONE_OF_THESE, "ann": NONE_OF_THESE, "unasked": None}


@dataclass(frozen=True)
class FirstChat:
    """What Telegram remembers of it, and the clock; the database beside it is a template: a
    file, or the name of one on the server."""

    template: str
    fake: FakeTelegram
    clock: StandingClock

    def again(self) -> dict[str, Any]:
        """Both as they were, for a room of one's own."""
        fake, clock = copy.deepcopy((self.fake, self.clock))
        return {"fake": fake, "clock": clock}


def had(template: str, database_url: str, content: Content, body: str | None) -> FirstChat:
    """A first chat with that template, which is migrated. Not in a loop that runs."""
    with ThreadPoolExecutor(1) as beside:  # asyncio.run would leave this thread without a loop
        fake, clock = beside.submit(asyncio.run, _had(database_url, content, body)).result()
    return FirstChat(template, fake, clock)


async def _had(
    database_url: str, content: Content, body: str | None
) -> tuple[FakeTelegram, StandingClock]:
    async with open_chatroom(database_url, content) as room:
        runner = room.runner()
        runner.body = body
        await runner.onboard()
        return room.fake, room.clock
