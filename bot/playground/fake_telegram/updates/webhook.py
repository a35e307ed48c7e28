"""Updates pushed to the bot's own address, tried again with growing pauses."""

import asyncio
import ssl
from typing import Any

from aiohttp import ClientError, ClientSession

from bot.playground.fake_telegram.updates.queue import Update, Updates

_LONGEST_PAUSE = 60.0
_TAKEN = range(200, 300)


class Webhook:
    """One webhook: lanes side by side, the updates of a lane in order.

    `first_pause` is the number of seconds before the second try; it doubles from try to try.
    `trusts` says whose certificates are good, the world's unless somebody else's are given.
    """

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._pump: asyncio.Task[None] | None = None
        self.url = ""
        self.secret = ""
        self.last_error = ""
        self.max_connections = 40
        self.first_pause = 1.0
        self.trusts: ssl.SSLContext | bool = True

    def info(self) -> dict[str, Any]:
        """The Bot API's WebhookInfo."""
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.kept()),
            "max_connections": self.max_connections,
        }
        info |= {"last_error_message": self.last_error} if self.last_error else {}
        allowed = self._updates.allowed
        return info | ({"allowed_updates": allowed} if allowed else {})

    async def start(self, url: str, secret: str) -> None:
        """Push to this address from now on."""
        await self.stop()
        self.url, self.secret, self.last_error = url, secret, ""
        self._pump = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Push no more."""
        self.url = ""
        tasks = [task for task in (self._pump, *self._busy.values()) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._pump = None
        self._busy.clear()

    async def _run(self) -> None:
        async with ClientSession() as session:
            while True:
                for update in self._updates.kept():
                    if update.lane not in self._busy and len(self._busy) < self.max_connections:
                        work = self._deliver(session, update)
                        self._busy[update.lane] = asyncio.create_task(work)
                await self._updates.signal.wait(_LONGEST_PAUSE)

    async def _deliver(self, session: ClientSession, update: Update) -> None:
        pause = self.first_pause
        while not await self._post(session, update):
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        self._busy.pop(update.lane)
        self._updates.drop(update.id)

    async def _post(self, session: ClientSession, update: Update) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            call = session.post(self.url, json=update.body, headers=headers, ssl=self.trusts)
            async with call as response:
                if response.status in _TAKEN:
                    return True
                status = f"{response.status} {response.reason}"
                self.last_error = f"Wrong response from the webhook: {status}"
        except (ClientError, TimeoutError) as error:
            self.last_error = f"Connection failed: {error}"
        return False
