"""The one port that Limber may listen on: webhook, health and metrics."""

from collections.abc import Iterable

from aiohttp import web

from bot.config.setting_values import Address
from bot.operations.faults import CantListen

LONGEST_BODY = 1 << 20  # bytes; an update has a few thousand
GRACE = 15.0  # seconds for calls that are being answered when the door closes


class HttpListener:
    """An HTTP server with these routes."""

    def __init__(self, address: Address, routes: Iterable[web.RouteDef]) -> None:
        self.address = address
        self._app = web.Application(client_max_size=LONGEST_BODY)
        self._app.add_routes(routes)
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Raises CantListen."""
        # No access log: it would hold addresses of people and, behind some proxies, secrets.
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=GRACE)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self.address.host, self.address.port).start()
        except OSError as error:
            await self.close()
            raise CantListen(f"{self.address} can't be used ({error.strerror})") from None

    async def close(self) -> None:
        """Accept nothing more, and finish what was accepted. Twice is fine."""
        runner, self._runner = self._runner, None
        if runner:
            await runner.cleanup()
