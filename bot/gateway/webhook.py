"""Updates by webhook: Telegram calls, any replica answers."""

import asyncio
import hmac
import json
import logging
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.gateway.inbox import HEARD, UpdateInbox
from storage.database.outage import Outage
from storage.store import Unavailable

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
SIDE_BY_SIDE = 100  # calls that Telegram may have open at once: the most it offers
PATIENCE = 10  # seconds for one call, its body and the database included
PAUSE = 10.0
QUIET = 60.0  # seconds between two lines about calls that are refused

log = logging.getLogger(__name__)


class Webhook:
    """Answers Telegram's calls at the address that it registers: 200 means stored.

    With anything else Telegram comes again, to this replica or another one.
    """

    def __init__(self, bot: Bot, inbox: UpdateInbox, url: str, secret: str) -> None:
        self._bot = bot
        self._inbox = inbox
        self._url = url
        self._secret = secret
        self._strangers = 0  # since the last line about them
        self._quiet_until = 0.0
        self._hung = Outage("the database")
        self._refusal = ""

    async def run(self) -> None:
        """Register the address, the same for all replicas; then wait until cancelled."""
        while not await self._register():  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(PAUSE)
        await asyncio.Event().wait()

    async def _register(self) -> bool:
        try:
            await self._bot.set_webhook(
                self._url,
                secret_token=self._secret,
                allowed_updates=HEARD,
                max_connections=SIDE_BY_SIDE,
            )
        except TelegramError as error:
            if error.message != self._refusal:  # once for each
                self._refusal = error.message
                log.error("Telegram did not take LIMBER_WEBHOOK_URL (%s); trying again", error)
            return False
        return True

    @property
    def routes(self) -> list[web.RouteDef]:
        return [web.post(urlsplit(self._url).path or "/", self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        """One call: 403 without the secret, 400 for what is no update, 503 to be called again."""
        given = request.headers.get(SECRET, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            self._tell_of_strangers()
            return web.Response(status=403)
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._store(await request.read())
        except Unavailable:
            return web.Response(status=503)
        except TimeoutError:
            self._hung.failed(f"no update is stored in {PATIENCE} s")
            return web.Response(status=503)

    def _tell_of_strangers(self) -> None:
        """Once a minute: whoever knocks must not fill the log."""
        now = asyncio.get_running_loop().time()
        self._strangers += 1
        if now >= self._quiet_until:
            log.warning("refused %s calls without the webhook's secret", self._strangers)
            self._strangers, self._quiet_until = 0, now + QUIET

    async def _store(self, body: bytes) -> web.Response:
        payload = _json(body)
        if type(payload.get("update_id")) is not int:
            return web.Response(status=400)
        await self._inbox.take([payload])
        self._hung.answered()
        return web.Response()


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
