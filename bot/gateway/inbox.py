"""Updates in: stored before Telegram hears that they arrived, then handed over."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeAlias

from telegram import Bot, Update

from bot.gateway.client import Json
from bot.gateway.flood_filter import FloodFilter
from bot.gateway.shape import check
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
UNREADABLE, UNSTORABLE = "unreadable", "unstorable"
LARGEST = 1 << 63  # and more is no number of an update

log = logging.getLogger(__name__)
Read: TypeAlias = tuple[Json, Update | None]  # an update as it came, and as it was read


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
        *,
        idle: Callable[[], bool],
        flood: FloodFilter,
    ) -> None:
        self._bot = bot
        self._store = store
        self._now = now
        self._queue = queue
        self._idle = idle
        self._flood = flood

    async def take(self, payloads: Sequence[Json]) -> None:
        """Store updates as they came, then hand them over. Raises Unavailable: nothing happened.

        One that can't be read is counted and set aside, so that it holds up nobody. The plain
        words of a flood are not even stored.
        """
        kept = self._flood.kept([each for each in payloads if _has_id(each)])
        read = [(payload, self._read(payload)) for payload in kept]
        for _, update in await self._stored(read):
            if update:
                self._queue.put_nowait(update)

    async def _stored(self, read: Sequence[Read]) -> Sequence[Read]:
        """All in one transaction; if that can't be, each by itself, and what can't is set aside."""
        if not read:
            return ()
        try:
            await self._store.run(partial(self._remember, read))
        except Unavailable:
            raise
        except Exception as error:  # a number or a text that the database does not take
            if len(read) == 1:
                await self._set_aside(read[0][0], type(error).__name__)
                return ()
            return [stored for each in read for stored in await self._stored([each])]
        return read

    async def _set_aside(self, payload: Json, fault: str) -> None:
        """Its number alone is kept, so that it comes no second time and is counted."""
        update_id, now = payload["update_id"], self._now()
        log.error("update %s can't be stored (%s); set aside", update_id, fault)

        def remember(work: UnitOfWork) -> None:
            work.inbox.store([(update_id, 0, {})], now)
            work.inbox.handled(update_id, now, UNSTORABLE)

        await self._store.run(remember)

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
            return 0
        read = [(payload, self._read(payload)) for payload in found]
        for payload, update in read:
            if update:
                self._queue.put_nowait(update)
            else:
                await self._set_aside(payload, UNREADABLE)
        return len(found)

    def _read(self, payload: Json) -> Update | None:
        try:
            check(payload)
            return Update.de_json(payload, self._bot)
        except Exception as error:  # whatever it is, it must not block what comes behind it
            name = type(error).__name__
            log.error("update %s can't be read (%s); set aside", payload["update_id"], name)
            return None

    def _remember(self, read: Sequence[Read], work: UnitOfWork) -> None:
        now = self._now()
        work.inbox.store([_row(*each) for each in read], now)
        for payload, update in read:
            if update is None:
                work.inbox.handled(payload["update_id"], now, UNREADABLE)


def _has_id(payload: Json) -> bool:
    """Whether its number can be kept; Telegram sends no other."""
    update_id = payload.get("update_id")
    fits = type(update_id) is int and 0 <= update_id < LARGEST
    if not fits:
        log.error("an update without a number of its own; left out")
    return fits


def _row(payload: Json, update: Update | None) -> tuple[int, int, Json]:
    chat = update.effective_chat if update else None
    return payload["update_id"], chat.id if chat else 0, payload
