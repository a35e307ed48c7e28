"""Updates by long polling: one process asks, Telegram answers."""

import asyncio
import logging
from collections.abc import Sequence

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.gateway.client import BotClient, Json
from bot.gateway.inbox import HEARD, UpdateInbox
from bot.gateway.plain_faults import plainly
from bot.gateway.retry_after import pause
from storage.database.outage import Outage
from storage.store import Unavailable

PATIENCE = 30  # seconds that Telegram holds a poll open
PAUSE = 1.0  # seconds after a first fault; it doubles while faults go on
LONGEST_PAUSE, MOST = 30.0, 5  # doublings that come to it

log = logging.getLogger(__name__)


class Polling:
    """Asks for updates and confirms them once the inbox has stored them."""

    def __init__(self, bot: BotClient, inbox: UpdateInbox) -> None:
        self._bot = bot
        self._inbox = inbox
        self._refusals = 0  # in a row
        self._telegram = Outage("Telegram")

    @property
    def routes(self) -> tuple[()]:
        """Nobody calls a bot that asks."""
        return ()

    async def run(self) -> None:
        """Poll until cancelled."""
        while not await self._begin():  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(PAUSE)
        offset: int | None = None
        while True:
            updates = await self._poll(offset)
            if updates and await self._take(updates):
                offset = _after(updates, offset)

    async def _begin(self) -> bool:
        """End webhook mode, and go on with what an earlier run stored and did not get to."""
        try:
            await self._bot.delete_webhook()  # while one is set, Telegram refuses to be polled
            await self._inbox.release()  # only one process can poll: nobody else is at work
        except Unavailable:
            return False
        except TelegramError as error:
            self._telegram.failed(plainly(error))
            return False
        return True

    async def _poll(self, offset: int | None) -> Sequence[Json]:
        try:
            updates = await self._bot.updates(offset, patience=PATIENCE, kinds=HEARD)
        except InvalidToken:
            log.error("Telegram refuses the token; check LIMBER_BOT_TOKEN")
            await self._pause()
        except Conflict as error:
            log.error("another process %s with this token; stop one of the two", _deed(error))
            await self._pause()
        except RetryAfter as error:
            await asyncio.sleep(min(pause(error).total_seconds(), LONGEST_PAUSE))
        except TelegramError as error:
            self._telegram.failed(plainly(error))
            await asyncio.sleep(PAUSE)
        else:
            self._refusals = 0
            self._telegram.answered()
            return updates
        return ()

    async def _pause(self) -> None:
        """A refusal may pass at once, or last."""
        await asyncio.sleep(min(PAUSE * 2**self._refusals, LONGEST_PAUSE))
        self._refusals = min(self._refusals + 1, MOST)

    async def _take(self, updates: Sequence[Json]) -> bool:
        try:
            await self._inbox.take(updates)
        except Unavailable:
            await asyncio.sleep(PAUSE)
            return False
        return True


def _after(updates: Sequence[Json], offset: int | None) -> int | None:
    """What confirms all of these."""
    numbers = [number for each in updates if type(number := each.get("update_id")) is int]
    return max(numbers) + 1 if numbers else offset


def _deed(error: Conflict) -> str:
    return "has set a webhook" if "webhook" in error.message else "polls"
