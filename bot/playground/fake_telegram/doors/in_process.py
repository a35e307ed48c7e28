"""The in-process door: python-telegram-bot talks to the fake without a socket."""

import asyncio
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote, urlsplit

from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.playground.fake_telegram.doors.wire import on_the_wire
from bot.playground.fake_telegram.rules.errors import (
    ApiError,
    ConnectionCut,
    ConnectionRefused,
    Garbled,
)
from bot.playground.fake_telegram.rules.params import Upload
from bot.playground.fake_telegram.server import FakeTelegram

NO_FILE = ApiError(404, "Not Found")


class InProcessRequest(BaseRequest):
    """A transport for `ApplicationBuilder().request(…).get_updates_request(…)`.

    `read_timeout` is in seconds, as with the library's own transport.
    """

    def __init__(self, fake: FakeTelegram, read_timeout: float = 5.0) -> None:
        self._fake = fake
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - Telegram takes GET and POST alike
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        *_: Any,
        **_other_timeouts: Any,
    ) -> tuple[int, bytes]:
        """One request; the errors are those of the library's HTTPXRequest."""
        default = isinstance(read_timeout, DefaultValue)
        try:
            async with asyncio.timeout(self._read_timeout if default else read_timeout):
                return await self._answer(unquote(urlsplit(url).path), request_data)
        except TimeoutError as error:
            raise TimedOut from error
        except ConnectionRefused as error:
            raise NetworkError("httpx.ConnectError: the connection was refused") from error
        except ConnectionCut as error:
            raise NetworkError("httpx.ReadError: the connection was cut") from error
        except Garbled as error:
            return HTTPStatus.OK, error.body

    async def _answer(self, path: str, data: RequestData | None) -> tuple[int, bytes]:
        token = self._fake.token
        if path.startswith(f"/file/bot{token}/"):
            wanted = path.removeprefix(f"/file/bot{token}/")
            file = self._fake.files.fetched(wanted, self._fake.now())
            return (200, file.content) if file else on_the_wire(NO_FILE.envelope())[:2]
        if not path.startswith(f"/bot{token}/"):
            return on_the_wire(ApiError(401, "Unauthorized").envelope())[:2]
        name = path.removeprefix(f"/bot{token}/")
        values: dict[str, Any] = dict(data.json_parameters) if data else {}
        return on_the_wire(await self._fake.call(name, values, _uploads(data)))[:2]


def _uploads(data: RequestData | None) -> dict[str, Upload]:
    parts = (data.multipart_data or {}) if data else {}
    return {
        name: Upload(content if isinstance(content, bytes) else content.read(), filename, mime)
        for name, (filename, content, mime) in parts.items()
    }
