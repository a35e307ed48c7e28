"""The least HTTP that Bot API clients need: one request after another on each connection."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import cast

LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
Answer = Callable[[str, bytes], Awaitable[bytes] | bytes]


class Connection(asyncio.Protocol):
    """Hands each request's method name and body to `answer` and writes what comes back."""

    def __init__(self, answer: Answer, delay: float) -> None:
        self._answer = answer
        self._delay = delay
        self._loop = asyncio.get_running_loop()
        self._held = b""
        self._waiting: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, _fault: Exception | None) -> None:
        if self._waiting:
            self._waiting.cancel()

    def data_received(self, data: bytes) -> None:
        self._held += data
        end = self._held.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self._held[:end]
        found = LENGTH.search(head)
        whole = end + 4 + (int(found[1]) if found else 0)
        if len(self._held) < whole:
            return
        body, self._held = self._held[end + 4 : whole], self._held[whole:]
        name = head[: head.index(b"\r\n")].split(b" ")[1].rpartition(b"/")[2]
        self._reply(self._answer(name.partition(b"?")[0].decode().lower(), body))

    def _reply(self, answer: Awaitable[bytes] | bytes) -> None:
        if isinstance(answer, bytes):
            self._write_later(answer)
        else:
            self._waiting = asyncio.ensure_future(answer)
            self._waiting.add_done_callback(self._when_done)

    def _when_done(self, done: asyncio.Future[bytes]) -> None:
        if not done.cancelled():
            self._write_later(done.result())

    def _write_later(self, content: bytes) -> None:
        if self._delay:
            self._loop.call_later(self._delay, self._write, content)
        else:
            self._write(content)

    def _write(self, content: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                % (len(content), content)
            )
