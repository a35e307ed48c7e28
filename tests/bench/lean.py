"""A Telegram that only counts: lean enough that the bots, not the server, are the limit.

The strict fake in bot/playground checks everything and answers some hundreds of calls a
second; this one answers ten thousand on one core and checks nothing.
"""

import asyncio
import itertools
import json
import re
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from tests.bench.wire import Connection

GIVEN = rb'(?:=|": ?"?|"\r\n(?:[^\r\n]+\r\n)*\r\n)(-?\d+)'  # in a form, in JSON, in parts
CHAT, OFFSET, TIMEOUT = (
    re.compile(rb"\b" + name + GIVEN) for name in (b"chat_id", b"offset", b"timeout")
)
ME = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
MOST = 100  # updates in one answer, as Telegram gives


class LeanTelegram:
    """`delay` is the network's, in seconds, for every answer."""

    def __init__(self, delay: float = 0) -> None:
        self.delay = delay
        self.polls = 0
        self.arrivals: list[float] = []  # time.time() of every sendMessage
        self.heard: Callable[[int], object] = lambda _chat: None
        self._numbers = itertools.count(1)
        self._pending: deque[tuple[int, str]] = deque()
        self._waiter: asyncio.Future[None] | None = None

    def say(self, chat: int, text: str) -> None:
        """A person writes to the bot."""
        number = next(self._numbers)
        person = {"id": chat, "first_name": f"R{chat}", "is_bot": False, "language_code": "en"}
        message = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": person["first_name"]},
            "from": person,
            "text": text,
        }
        self._pending.append((number, json.dumps({"update_id": number, "message": message})))
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[str]:
        """Listen on loopback; yields the address."""
        loop = asyncio.get_running_loop()
        open_one = partial(Connection, self._answer, self.delay)
        server = await loop.create_server(open_one, "127.0.0.1", 0, backlog=1024)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()

    def _answer(self, method: str, body: bytes) -> Awaitable[bytes] | bytes:
        if method == "getupdates":
            self.polls += 1
            return self._poll(body)
        if method == "sendmessage":
            return self._take(body)
        return _result(ME if method == "getme" else True)

    def _take(self, body: bytes) -> bytes:
        found = CHAT.search(body)
        assert found, "a message to nobody"
        chat = int(found[1])
        self.arrivals.append(time.time())
        self.heard(chat)
        return _result(
            {
                "message_id": next(self._numbers),
                "date": int(time.time()),
                "chat": {"id": chat, "type": "private", "first_name": "R"},
                "text": "taken",
            }
        )

    async def _poll(self, body: bytes) -> bytes:
        if offset := OFFSET.search(body):
            while self._pending and self._pending[0][0] < int(offset[1]):
                self._pending.popleft()
        if not self._pending:
            timeout = TIMEOUT.search(body)
            self._waiter = asyncio.get_running_loop().create_future()
            await asyncio.wait([self._waiter], timeout=int(timeout[1]) if timeout else 0)
        found = itertools.islice(self._pending, MOST)
        return f'{{"ok":true,"result":[{",".join(each for _, each in found)}]}}'.encode()


def _result(value: object) -> bytes:
    return json.dumps({"ok": True, "result": value}).encode()
