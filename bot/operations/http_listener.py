"""The one port that Limber may listen on: webhook, health and metrics."""

import asyncio
import errno
from collections.abc import Iterable

from aiohttp import web

from bot.config.setting_values import Address
from bot.operations.connection_limits import ConnectionLimits
from bot.operations.faults import CantListen

LONGEST_BODY = 1 << 20  # bytes; an update has a few thousand
BACKLOG = 512  # connections that wait to be taken
IDLE = 75.0  # seconds that a connection is kept for the next call; longer than proxies keep it
REFUSED = {
    errno.EADDRINUSE: "another program listens there; stop it, or choose another port",
    errno.EADDRNOTAVAIL: "this machine has no such address; 0.0.0.0 stands for all that it has",
    errno.EACCES: "ports below 1024 are for root; choose another, with a proxy in front",
}
GRACE = 15.0  # seconds for calls that are being answered when the door closes


class HttpListener:
    """An HTTP server with these routes."""

    def __init__(
        self,
        address: Address,
        routes: Iterable[web.RouteDef],
        limits: ConnectionLimits | None = None,
    ) -> None:
        self.address = address
        self._limits = limits or ConnectionLimits()
        self._app = web.Application(
            client_max_size=LONGEST_BODY, middlewares=[self._limits.middleware]
        )
        self._app.add_routes(routes)
        self._runner: web.AppRunner | None = None
        self._socket: asyncio.Server | None = None

    async def open(self) -> None:
        """Raises CantListen."""
        # No access log: it would hold addresses of people and, behind some proxies, secrets.
        self._runner = web.AppRunner(
            self._app, access_log=None, shutdown_timeout=GRACE, keepalive_timeout=IDLE
        )
        await self._runner.setup()
        try:
            await self._listen(self._runner)
        except OSError as error:
            await self.close()
            why = REFUSED.get(error.errno or 0, error.strerror)
            raise CantListen(f"{self.address} can't be used: {why}") from None

    async def _listen(self, runner: web.AppRunner) -> None:
        assert runner.server is not None  # noqa: S101 - it is set up
        self._socket = await asyncio.get_running_loop().create_server(
            self._limits.around(runner.server),
            self.address.host,
            self.address.port,
            backlog=BACKLOG,
        )

    async def close(self) -> None:
        """Accept nothing more, and finish what was accepted. Twice is fine."""
        runner, self._runner = self._runner, None
        if self._socket:
            self._socket.close()
        if runner:
            await runner.cleanup()
