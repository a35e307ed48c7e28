"""Updates in: stored before Telegram hears that they arrived, then handled in order."""

import asyncio
import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.desk import Desk
from bot.flood import pause
from storage.store import Unavailable, Work

HEARD = [
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
]
PATIENCE = 30  # seconds that Telegram holds a poll open
PAUSE = 1.0

log = logging.getLogger(__name__)


class Inbox:
    """Long polling with a memory: `take` gets every update once stored, oldest first."""

    def __init__(self, bot: Bot, desk: Desk, queue: "asyncio.Queue[object]") -> None:
        self._bot = bot
        self._desk = desk
        self._queue = queue

    async def run(self) -> None:
        """Poll until cancelled."""
        while not await self._resume():  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(PAUSE)
        offset: int | None = None
        while True:
            updates = await self._poll(offset)
            if updates and await self._store(updates):
                offset = updates[-1].update_id + 1
                for update in updates:
                    self._queue.put_nowait(update)

    async def _resume(self) -> bool:
        """Hand over what an earlier run stored and did not get to; False if that can't be read."""
        try:
            waiting = await self._desk.store.run(lambda work: work.inbox.open())
        except Unavailable:
            log.warning("the database does not answer; trying again")
            return False
        for payload in waiting:
            self._queue.put_nowait(Update.de_json(payload, self._bot))
        return True

    async def _poll(self, offset: int | None) -> Sequence[Update]:
        try:
            return await self._bot.get_updates(
                offset=offset, timeout=PATIENCE, allowed_updates=HEARD
            )
        except InvalidToken:
            log.error("Telegram refuses the token; check LIMBER_BOT_TOKEN")
            await asyncio.sleep(PATIENCE)
        except Conflict:
            log.error("another process polls with this token; stop one of the two")
            await asyncio.sleep(PATIENCE)
        except RetryAfter as error:
            await asyncio.sleep(pause(error).total_seconds())
        except TelegramError as error:
            log.warning("polling failed (%s); trying again", type(error).__name__)
            await asyncio.sleep(PAUSE)
        return ()

    async def _store(self, updates: Sequence[Update]) -> bool:
        try:
            await self._desk.store.run(partial(self._remember, updates))
        except Unavailable:
            log.warning("the database does not answer; updates stay with Telegram meanwhile")
            await asyncio.sleep(PAUSE)
            return False
        return True

    def _remember(self, updates: Sequence[Update], work: Work) -> None:
        work.inbox.store([_row(update) for update in updates], self._desk.now())


def _row(update: Update) -> tuple[int, int | None, dict[str, Any]]:
    chat = update.effective_chat
    return update.update_id, chat.id if chat else None, update.to_dict()
