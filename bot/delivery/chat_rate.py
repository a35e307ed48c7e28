"""How fast a single chat is talked to, and how close one message follows another."""

import asyncio
from datetime import datetime, timedelta

EVERY = timedelta(seconds=1)  # Telegram's advice for one chat, which tolerates short bursts
BURST = 5
SLACK = 0.01  # seconds: sleep is no finer than that, and what it takes is given back
LONGEST = timedelta(days=1)  # that Telegram can mean; else the clock was put back
MANY = 10_000  # chats to remember before those that are long free are forgotten


class ChatRate:
    """At most one message a second for a chat, after a burst.

    Kept in the process: what it forgets in a restart, Telegram's own pauses put right.
    """

    def __init__(self, burst: int = BURST) -> None:
        self._burst = burst
        self._on_time: dict[int, datetime] = {}  # when the next would be, at one a second
        self._paused: dict[int, datetime] = {}  # by Telegram, until then

    def free(self, chat_id: int | None, now: datetime) -> datetime:
        """The first moment, now or later, at which the chat may hear something again."""
        if chat_id in self._paused and now < self._paused[chat_id] < now + LONGEST:
            return self._paused[chat_id]
        on_time = self._on_time.get(chat_id or 0, now)
        if on_time - now > EVERY * (self._burst + 1):  # the clock was put back since
            return now
        return max(now, on_time - EVERY * (self._burst - 1))

    def spend(self, chat_id: int | None, at: datetime) -> None:
        """The chat hears something at that moment."""
        if chat_id is not None:
            self._forget(at)
            used = self._on_time.get(chat_id, at)
            put_back = used - at > EVERY * (self._burst + 1)
            self._on_time[chat_id] = (at if put_back else max(used, at)) + EVERY

    def pause(self, chat_id: int | None, until: datetime) -> None:
        """Telegram wants this chat to be left alone so long."""
        if chat_id is not None:
            self._paused[chat_id] = until

    def resume(self) -> None:
        """It was not those chats: it was all of us."""
        self._paused.clear()

    def _forget(self, now: datetime) -> None:
        if len(self._on_time) > MANY:
            self._on_time = {chat: at for chat, at in self._on_time.items() if at > now}
            self._paused = {chat: at for chat, at in self._paused.items() if at > now}


class Gate:
    """One message at a time, never closer than the rate allows, even after all were held up."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._next = 0.0

    async def through(self, seconds: float, interval: timedelta, late: timedelta) -> bool:
        """Wait so long, and until those before are far enough away.

        False, and nobody has to wait for it, if it could only leave later than by `late`.
        """
        loop = asyncio.get_running_loop()
        at = loop.time() + seconds
        async with self._turn:
            free = max(self._next, loop.time())
            if free - at > late.total_seconds():
                return False
            if (wait := max(at, free) - loop.time()) > 0:
                await asyncio.sleep(wait)
            self._next = max(self._next, loop.time() - SLACK) + interval.total_seconds()
            return True
