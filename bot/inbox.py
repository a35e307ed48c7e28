"""Updates in: stored before Telegram hears that they arrived, then handed over."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from telegram import Bot, Update

from bot.desk import Desk
from storage.store import Unavailable, Work

HEARD = [
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
]
ROUND = 2.0  # seconds between looks for updates that nobody holds
AT_ONCE = 100

log = logging.getLogger(__name__)


class Inbox:
    """Hands every update to `queue` once it is stored, and those that a dead replica left.

    It adopts only while `idle` says that this replica has hands free.
    """

    def __init__(
        self, bot: Bot, desk: Desk, queue: "asyncio.Queue[object]", idle: Callable[[], bool]
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._queue = queue
        self._idle = idle

    async def take(self, updates: Sequence[Update]) -> None:
        """Store updates, then hand them over. Raises Unavailable, and nothing has happened."""
        await self._desk.store.run(partial(self._remember, updates))
        for update in updates:
            self._queue.put_nowait(update)

    async def set_aside(self, update_id: int, payload: dict[str, Any], fault: str) -> None:
        """Remember an update that can't be handled, so that it is counted and holds up nobody."""

        def story(work: Work) -> None:
            work.inbox.store([(update_id, 0, payload)], self._desk.now())
            work.inbox.handled(update_id, self._desk.now(), fault)

        await self._desk.store.run(story)

    async def release(self) -> None:
        """Whoever held updates is gone: the next look adopts them. Raises Unavailable."""
        await self._desk.store.run(lambda work: work.inbox.release(self._desk.now()))

    async def run(self) -> None:
        """Look after updates that were stored and not handled, until cancelled."""
        while True:
            if not (self._idle() and await self._adopt() == AT_ONCE):
                await asyncio.sleep(ROUND)

    async def _adopt(self) -> int:
        try:
            found = await self._desk.store.run(
                lambda work: work.inbox.adopt(self._desk.now(), AT_ONCE)
            )
        except Unavailable:
            log.warning("the database does not answer; trying again")
            return 0
        for payload in found:
            self._queue.put_nowait(Update.de_json(payload, self._bot))
        return len(found)

    def _remember(self, updates: Sequence[Update], work: Work) -> None:
        work.inbox.store([_row(update) for update in updates], self._desk.now())


def _row(update: Update) -> tuple[int, int, dict[str, Any]]:
    chat = update.effective_chat
    return update.update_id, chat.id if chat else 0, update.to_dict()
