"""Updates in: stored before Telegram hears that they arrived, then handed over."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from telegram import Bot, Update

from bot.gateway.client import Json
from storage.store import Store, Unavailable, UnitOfWork

HEARD = [
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
]
ROUND = 2.0  # seconds between looks for updates that nobody holds
AT_ONCE = 100
UNREADABLE = "unreadable"

log = logging.getLogger(__name__)


class UpdateInbox:
    """Hands every update to `queue` once it is stored, and those that a dead replica left.

    It adopts only while `idle` says that this replica has hands free.
    """

    def __init__(
        self,
        bot: Bot,
        store: Store,
        now: Callable[[], datetime],
        queue: "asyncio.Queue[object]",
        idle: Callable[[], bool],
    ) -> None:
        self._bot = bot
        self._store = store
        self._now = now
        self._queue = queue
        self._idle = idle

    async def take(self, payloads: Sequence[Json]) -> None:
        """Store updates as they came, then hand them over. Raises Unavailable: nothing happened.

        One that can't be read is counted and set aside, so that it holds up nobody.
        """
        read = [(payload, self._read(payload)) for payload in payloads]
        await self._store.run(partial(self._remember, read))
        for _, update in read:
            if update:
                self._queue.put_nowait(update)

    async def release(self) -> None:
        """Whoever held updates is gone: the next look adopts them. Raises Unavailable."""
        await self._store.run(lambda work: work.inbox.release(self._now()))

    async def run(self) -> None:
        """Look after updates that were stored and not handled, until cancelled."""
        while True:
            if not (self._idle() and await self._adopt() == AT_ONCE):
                await asyncio.sleep(ROUND)

    async def _adopt(self) -> int:
        try:
            found = await self._store.run(lambda work: work.inbox.adopt(self._now(), AT_ONCE))
        except Unavailable:
            log.warning("the database does not answer; trying again")
            return 0
        for payload in found:
            self._queue.put_nowait(Update.de_json(payload, self._bot))
        return len(found)

    def _read(self, payload: Json) -> Update | None:
        try:
            return Update.de_json(payload, self._bot)
        except Exception as error:  # whatever it is, it must not block what comes behind it
            name = type(error).__name__
            log.error("update %s can't be read (%s); set aside", payload["update_id"], name)
            return None

    def _remember(self, read: Sequence[tuple[Json, Update | None]], work: UnitOfWork) -> None:
        now = self._now()
        work.inbox.store([_row(*each) for each in read], now)
        for payload, update in read:
            if update is None:
                work.inbox.handled(payload["update_id"], now, UNREADABLE)


def _row(payload: Json, update: Update | None) -> tuple[int, int, Json]:
    chat = update.effective_chat if update else None
    return payload["update_id"], chat.id if chat else 0, payload
