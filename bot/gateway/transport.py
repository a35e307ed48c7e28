"""The road to Telegram: python-telegram-bot's requests, carried by aiohttp.

The library's own transport looks through all its connections for every request that waits
(github.com/encode/httpcore/issues/1035), so that a hundred calls in flight stand in each other's
way. Here they wait in a plain queue.

httpx-aiohttp 0.2.0 under the library's own request would be less code. With 128 calls in flight
it sends 0.4 times as many a second for 2.3 to 2.8 times the CPU (`python -m tests.bench
transports`, 0.37 and 1.03 ms a call at 50 ms). And it calls a connection that was closed after the
call went out a ConnectTimeout, so that nobody can tell what surely did not arrive from what may
have; and some of its errors quote the URL, and the token with it.
"""

import asyncio
import json
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.gateway.client import Json

HTTP = ("http://", "https://")
FAILED = (500, 502, 503)  # not 504: a gateway that gave up waiting knows nothing
LARGEST = 64 * 2**20  # bytes of one answer; Telegram serves files of up to 20 MB
GRACE = 1.0  # seconds for connections to close
try:
    VERSION = version("limber")
except PackageNotFoundError:  # a plain copy, as in the container
    VERSION = "copy"
AGENT = f"Limber/{VERSION} {BaseRequest.USER_AGENT}"


class NotDelivered(NetworkError):
    """Telegram surely never saw the call: making it again can't do anything twice."""


class NotDeliveredInTime(NotDelivered, TimedOut):
    """The same, because no connection was free or none came about in time."""


class CallFailed(NetworkError):
    """Telegram, or the gateway before it, answers that it has a fault and did not do it."""


def read_json(payload: bytes) -> Json:
    """An answer as a value. The library would write one that it can't read into the log."""
    try:
        found = json.loads(payload)
    except ValueError:
        found = None
    if not isinstance(found, dict) or (found.get("ok") and "result" not in found):
        raise NetworkError("The answer is not the JSON of Telegram")
    return found


def refuse_faults(status: int) -> None:
    """Raise CallFailed for a status that says so."""
    if status in FAILED:
        raise CallFailed(f"HTTP {status}")


def proxy_fault(url: str) -> str | None:
    """What is wrong with the proxy that the environment names for that address."""
    parsed = URL(url)
    proxies = getproxies()
    named = parsed.scheme if parsed.scheme in proxies else "all"
    proxy = None if proxy_bypass(parsed.host or "") else proxies.get(named)
    if proxy is None or proxy.startswith(HTTP):
        return None
    return f"{named.upper()}_PROXY: it should be http://host:port; SOCKS can't be used"


class AiohttpRequest(BaseRequest):
    """A pool of connections. Raises what HTTPXRequest does, and says more of a NetworkError:
    NotDelivered or CallFailed where that is sure. Of any other nobody knows what it did.

    Timeouts are in seconds, None waits for ever. A read lasts from one piece of the answer to the
    next (the library adds the length of a poll), a write until the whole body is out. `proxy` is
    an http:// or https:// URL; without one HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY count.
    An answer that isn't Telegram's JSON is a NetworkError whatever its status, since the 403 or
    404 of something in between says nothing about the chat or the token.
    """

    def __init__(
        self,
        connections: int = 128,
        *,
        read_timeout: float | None = 10,
        write_timeout: float | None = 30,
        connect_timeout: float | None = 5,
        pool_timeout: float | None = 30,
        proxy: str | None = None,
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for the next piece of an answer, where a call doesn't say."""
        return self._read_timeout

    parse_json_payload = staticmethod(read_json)

    async def initialize(self) -> None:
        """Open the pool, unless it is open."""
        if self._session is None:
            self._slots = asyncio.Semaphore(self._connections)
            self._proxies = {} if self._proxy else getproxies()
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),  # the slots are the limit
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool; calls in flight fail with a NetworkError. It may be opened again."""
        session, self._session = self._session, None
        if session:
            with suppress(TimeoutError):  # somebody who reads nothing can't hold it up
                async with asyncio.timeout(GRACE):
                    await session.close()

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: its status and the body of the answer."""
        session = self._session
        if session is None:
            raise NotDelivered("The connections are closed")
        writing = _given(write_timeout, self._write_timeout)
        body = _Body(_written(request_data), writing) if request_data else None
        timeout = aiohttp.ClientTimeout(
            connect=_given(connect_timeout, self._connect_timeout),
            sock_read=_given(read_timeout, self._read_timeout),
        )
        try:
            await _free(self._slots, _given(pool_timeout, self._pool_timeout))
            try:
                async with session.request(
                    method,
                    url,
                    data=body,
                    timeout=timeout,
                    proxy=self._proxy_for(URL(url)),
                    allow_redirects=False,
                ) as answer:
                    refuse_faults(answer.status)
                    return answer.status, await _content(answer)
            finally:
                self._slots.release()
        except TelegramError:
            raise
        except Exception as error:  # whatever it is, its text may quote the URL with the token
            fault = _fault(error, sent=body is None or body.begun)
        raise fault  # out here, or aiohttp's error would ride along as its context

    def _proxy_for(self, url: URL) -> str | None:
        if not self._proxies or proxy_bypass(url.host or ""):
            proxy = self._proxy
        else:
            proxy = self._proxies.get(url.scheme, self._proxies.get("all"))
        if proxy and not proxy.startswith(HTTP):
            raise NotDelivered("The proxy can't be used; it should be http://host:port")
        return proxy


class _Body(aiohttp.Payload):
    """A body that must be out in time and knows whether any of it is."""

    def __init__(self, content: aiohttp.Payload, seconds: float | None) -> None:
        super().__init__(content, headers=content.headers)
        self._content = content
        self._seconds = seconds
        self.begun = False

    @property
    def size(self) -> int | None:
        return self._content.size

    async def write(self, writer: AbstractStreamWriter) -> None:
        self.begun = True  # headers leave together with the body: before this, nothing has
        async with asyncio.timeout(self._seconds):
            await self._content.write(writer)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return self._content.decode(encoding, errors)


def _written(data: RequestData) -> aiohttp.Payload:
    """As JSON, which costs a third of a form; files take a form."""
    if not data.multipart_data:
        nested = json.dumps(data.parameters).encode()  # no JSON inside of JSON
        return aiohttp.BytesPayload(nested, content_type="application/json")
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # file names in UTF-8
    for name, (filename, content, mime) in data.multipart_data.items():
        file = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=mime)
    return form()


async def _free(slots: asyncio.Semaphore, seconds: float | None) -> None:
    """Take a slot, which is to be released."""
    if not slots.locked():
        await slots.acquire()
        return
    try:
        async with asyncio.timeout(seconds):
            await slots.acquire()
    except TimeoutError:
        raise NotDeliveredInTime("All connections were busy") from None


async def _content(answer: aiohttp.ClientResponse) -> bytes:
    foreign = answer.content_type != "application/json"
    if foreign and (answer.method == "POST" or answer.status >= 300):  # noqa: PLR2004
        raise NetworkError(f"HTTP {answer.status} without the JSON of Telegram")
    content = bytearray()
    async for piece in answer.content.iter_any():
        content += piece
        if len(content) > LARGEST:
            raise NetworkError(f"The answer is longer than {LARGEST} bytes")
    return bytes(content)


def _given(timeout: Any, usual: float | None) -> float | None:
    return usual if timeout is BaseRequest.DEFAULT_NONE else timeout


def _fault(error: Exception, *, sent: bool) -> NetworkError:
    words = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError):  # the only ones sure to quote no URL
        words += f": {error.strerror or type(error.os_error).__name__}"
    if isinstance(error, TimeoutError):
        return TimedOut(words) if sent else NotDeliveredInTime(words)
    return NetworkError(words) if sent else NotDelivered(words)
