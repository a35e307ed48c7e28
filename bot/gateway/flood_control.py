"""A chat that says too much at once is asked to slow down, and costs next to nothing meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from telegram import Update

from bot.gateway.flood_limit import Arrival, FloodLimit
from bot.operations.metrics import UPDATES

SPARED = 5, timedelta(seconds=10)  # commands and voices: a burst of their own, and one more
ONCE_IN = timedelta(minutes=1)  # asked to slow down, and answered on the same danger
AT_ONCE = 100  # updates to leave out in one transaction
LEFT_OUT = UPDATES.labels("left_out")

Warns = Callable[[Update], str | None]  # which danger an update tells of
SlowDown = Callable[[int], Awaitable[None]]
LeaveOut = Callable[[Sequence[int]], Awaitable[None]]


class FloodControl:
    """Decides in the turn of a chat, before any work, whether an update is handled.

    Of what is past the limit it lets through what warns of danger, some commands and voices, and
    the last thing that was said, so that nobody is left without a word. All else is left out:
    `leave_out` gets the ids, before anything that came later is handled.
    """

    def __init__(
        self,
        limit: FloodLimit,
        now: Callable[[], datetime],
        *,
        warns: Warns,
        slow_down: SlowDown,
        leave_out: LeaveOut,
    ) -> None:
        self._limit = limit
        self._spared = FloodLimit(*SPARED)
        self._now = now
        self._warns = warns
        self._slow_down = slow_down
        self._leave_out = leave_out
        self._out: dict[int, list[int]] = {}  # what is left out and not written down yet, by chat
        self._answered: dict[tuple[int, str], datetime] = {}

    async def lets(self, update: Update, newer: asyncio.Event) -> bool:
        """Whether it is handled. `newer` is set once another update of the chat waits."""
        chat_id = update.effective_chat.id if update.effective_chat else 0
        if self._limit.came_before(chat_id, update.update_id):
            lets = update.update_id not in self._out.get(chat_id, ())
        else:
            lets = await self._judged(chat_id, update, newer)
        if not lets:
            LEFT_OUT.inc()
            self._out.setdefault(chat_id, []).append(update.update_id)
        if lets or len(self._out[chat_id]) >= AT_ONCE:
            await self._write_down(chat_id)
        return lets

    async def _judged(self, chat_id: int, update: Update, newer: asyncio.Event) -> bool:
        arrival = Arrival(update.update_id, self._now(), _sent(update))
        if self._limit.take(chat_id, arrival) or update.my_chat_member:
            return True
        danger = self._warns(update)
        if danger and self._is_time(chat_id, danger):
            return True
        if self._is_time(chat_id, ""):
            await self._slow_down(chat_id)
        if _is_spared(update) and self._spared.take(chat_id, arrival):
            return True
        if await self._is_last(newer):
            self._limit.take(chat_id, Arrival(update.update_id, self._now(), arrival.sent))
            return True
        return False

    async def _is_last(self, newer: asyncio.Event) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limit.every.total_seconds()):
                await newer.wait()
        return not newer.is_set()

    def _is_time(self, chat_id: int, what: str) -> bool:
        """Whether that was not said to the chat within the last minute; from now on it was."""
        now = self._now()
        fresh = {at: when for at, when in self._answered.items() if abs(now - when) < ONCE_IN}
        self._answered = {**fresh, (chat_id, what): fresh.get((chat_id, what), now)}
        return (chat_id, what) not in fresh

    async def _write_down(self, chat_id: int) -> None:
        if ids := self._out.get(chat_id):
            await self._leave_out(ids)
            del self._out[chat_id]


def _is_spared(update: Update) -> bool:
    """Whether it is a command, as to stop, or spoken: that can't be screened before it is heard."""
    message = update.effective_message
    if message is None or update.callback_query:
        return False
    spoken = message.voice or message.audio or message.video_note
    return bool(spoken) or (message.text or "").startswith("/")


def _sent(update: Update) -> datetime | None:
    """When the runner sent it; Telegram doesn't say it of taps."""
    if update.edited_message:
        return update.edited_message.edit_date
    message = update.message or update.message_reaction
    return message.date if message else None
