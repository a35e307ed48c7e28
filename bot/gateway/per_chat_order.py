"""Updates of one runner in order, runners side by side."""

import asyncio
from collections.abc import Awaitable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class PerChatOrder(BaseUpdateProcessor):
    """A short lock for each chat that has something to do; none for those that have not."""

    def __init__(self, side_by_side: int) -> None:
        super().__init__(side_by_side)
        self._locks: dict[int, tuple[asyncio.Lock, int]] = {}

    def has_room(self) -> bool:
        """Whether another update would be handled at once."""
        return self.current_concurrent_updates < self.max_concurrent_updates

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        async with self._turn(chat.id if chat else 0):
            await coroutine

    @asynccontextmanager
    async def _turn(self, chat_id: int) -> Any:
        lock, waiting = self._locks.get(chat_id, (asyncio.Lock(), 0))
        self._locks[chat_id] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks[chat_id]
            if waiting == 1:
                del self._locks[chat_id]
            else:
                self._locks[chat_id] = (lock, waiting - 1)

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...
