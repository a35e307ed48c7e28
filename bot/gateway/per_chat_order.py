"""Updates of one runner in order, runners side by side."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.gateway.flood_control import FloodControl

NO_LIMIT = 1 << 30  # of the library's own slots, which are given before a chat has its turn


@dataclass
class _Line:
    """The updates of a chat, at work or waiting; `newer` is set while one waits."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    newer: asyncio.Event = field(default_factory=asyncio.Event)
    length: int = 0


class PerChatOrder(BaseUpdateProcessor):
    """A short lock for each chat that has something to do; none for those that have not.

    A chat has its turn before it takes one of the slots, so it never holds more than one of them.
    """

    def __init__(self, side_by_side: int, flood: FloodControl) -> None:
        super().__init__(NO_LIMIT)
        self._side_by_side = side_by_side
        self._slots = asyncio.Semaphore(side_by_side)
        self._flood = flood
        self._lines: dict[int, _Line] = {}

    def has_room(self) -> bool:
        """Whether few updates are at work or wait."""
        return self.current_concurrent_updates < self._side_by_side

    async def do_process_update(self, update: object, coroutine: Any) -> None:
        work = cast("Coroutine[Any, Any, None]", coroutine)
        try:
            await self._in_turn(update, work)
        finally:
            work.close()  # what was left out was never begun

    async def _in_turn(self, update: object, work: Coroutine[Any, Any, None]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        async with self._turn(chat.id if chat else 0) as newer:
            if isinstance(update, Update) and chat and not await self._flood.lets(update, newer):
                return
            async with self._slots:
                await work

    @asynccontextmanager
    async def _turn(self, chat_id: int) -> AsyncIterator[asyncio.Event]:
        line = self._lines.setdefault(chat_id, _Line())
        line.length += 1
        if line.length > 1:
            line.newer.set()
        try:
            async with line.turn:
                yield line.newer
        finally:
            line.length -= 1
            if line.length <= 1:
                line.newer.clear()
            if not line.length:
                del self._lines[chat_id]

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...
