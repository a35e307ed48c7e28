"""Slow clients: so many connections at once, and so long until a call is there in whole.

aiohttp waits for the head of a request for ever, and takes connections until the process has no
file descriptor left. Here the one that has kept us waiting longest makes room for a new one.
"""

import asyncio
from collections.abc import Callable
from typing import cast

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

MOST = 400  # at once; Telegram opens a hundred
FIRST_CALL = 10.0  # seconds from the connection to the end of the first head
ONE_CALL = 30.0  # seconds for its body and the answer


class Connection(asyncio.Protocol):
    """Passes all on to the server's own protocol, and ends when its time is up."""

    def __init__(self, inner: asyncio.Protocol, limits: "ConnectionLimits") -> None:
        self.inner = inner
        self._limits = limits
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self.at_work = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self._limits.first_call, self.end)
        self.inner.connection_made(transport)
        self._limits.take_in(self)

    def connection_lost(self, fault: Exception | None) -> None:
        self.in_time()
        self._limits.let_go(self)
        self.inner.connection_lost(fault)

    def in_time(self) -> None:
        """The head of a call is there."""
        if self._timer:
            self._timer.cancel()

    def end(self) -> None:
        if self._transport:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self.inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self.inner.eof_received()

    def pause_writing(self) -> None:
        self.inner.pause_writing()

    def resume_writing(self) -> None:
        self.inner.resume_writing()


class ConnectionLimits:
    """The connections of a server, oldest first."""

    def __init__(self, most: int = MOST, first_call: float = FIRST_CALL) -> None:
        self.most = most
        self.first_call = first_call
        self._open: dict[Connection, None] = {}
        self._of: dict[asyncio.BaseProtocol, Connection] = {}

    def around(self, server: Callable[[], asyncio.Protocol]) -> Callable[[], Connection]:
        """What makes a protocol for each connection of that server."""

        def made() -> Connection:
            inner = server()
            self._of[inner] = Connection(inner, self)
            return self._of[inner]

        return made

    @property
    def middleware(self) -> Middleware:
        """Knows when a call is at work, and ends one that takes too long."""

        @web.middleware
        async def limited(request: web.Request, handler: Handler) -> web.StreamResponse:
            connection = self._of.get(request.protocol)
            if connection is None:
                return await handler(request)
            connection.in_time()
            connection.at_work = True
            try:
                async with asyncio.timeout(ONE_CALL):
                    return await handler(request)
            except TimeoutError:
                return web.Response(status=408)
            finally:
                connection.at_work = False

        return limited

    def take_in(self, connection: Connection) -> None:
        """One that does nothing makes room, the oldest; if all work, the new one has to."""
        self._open[connection] = None
        if len(self._open) > self.most:
            next(each for each in self._open if not each.at_work).end()

    def let_go(self, connection: Connection) -> None:
        self._open.pop(connection, None)
        self._of.pop(connection.inner, None)
