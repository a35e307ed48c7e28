"""Updates on their way to the bot: kept until confirmed, handed out by long polling."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.playground.fake_telegram.rules.errors import ApiError

_ONLY_IF_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
_KEPT = timedelta(hours=24)
_MOST_AT_ONCE, _LONGEST_POLL = 100, 50
_OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Signal:
    """Something changed: everybody who waits wakes up and looks again."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def fire(self) -> None:
        """Wake all who wait."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Until the next change, or until so many seconds are over."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            pass


@dataclass(frozen=True)
class Update:
    """One update; those of one lane reach a webhook one after the other."""

    id: int
    at: datetime
    lane: str
    body: dict[str, Any]


class Updates:
    """The queue of one bot."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._ids = itertools.count(1)
        self._poller: object | None = None
        self.pending: dict[int, Update] = {}
        self.allowed: list[str] = []
        self.signal = Signal()

    def add(self, kind: str, body: dict[str, Any], chat_id: int) -> None:
        """Queue an update, unless the bot did not ask for its kind when it happened."""
        if kind not in self.allowed if self.allowed else kind in _ONLY_IF_ASKED:
            return
        number = next(self._ids)
        lane = f"{chat_id}{' taps' if kind == 'callback_query' else ''}"
        self.pending[number] = Update(number, self._now(), lane, {"update_id": number, kind: body})
        self.signal.fire()

    def kept(self) -> list[Update]:
        """What waits for the bot, oldest first; Telegram forgets it after 24 hours."""
        oldest = self._now() - _KEPT
        self.pending = {n: update for n, update in self.pending.items() if update.at > oldest}
        return list(self.pending.values())

    def confirm(self, offset: int) -> None:
        """Forget all before `offset`; a negative one keeps so many of the newest."""
        if offset < 0:
            offset = next(iter(sorted(self.pending)[offset:]), 0)
        self.pending = {n: update for n, update in self.pending.items() if n >= offset}
        self.signal.fire()

    def drop(self, number: int | None = None) -> None:
        """Forget one update, or all."""
        self.pending = {n: u for n, u in self.pending.items() if number not in (None, n)}
        self.signal.fire()

    def interrupt(self) -> None:
        """End the long poll that runs now, as a server does when it stops."""
        self._poller = None
        self.signal.fire()

    async def poll(self, offset: int, limit: int, seconds: int) -> list[dict[str, Any]]:
        """Up to 100 updates, waiting up to 50 seconds for the first. A later poll ends this one."""
        self._poller = me = object()
        self.confirm(offset)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(max(seconds, 0), _LONGEST_POLL)
        while not (found := self.kept()) and (left := deadline - loop.time()) > 0:
            await self.signal.wait(left)
            if self._poller is None:
                return []
            if self._poller is not me:
                raise ApiError(409, _OTHER_POLLER)
        most = limit if 1 <= limit <= _MOST_AT_ONCE else _MOST_AT_ONCE
        return [update.body for update in found[:most]]
