"""The HTTP door: a Bot API server on a port of this machine."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.playground.fake_telegram.doors import control
from bot.playground.fake_telegram.doors.wire import on_the_wire
from bot.playground.fake_telegram.rules.errors import ApiError, ConnectionCut, Garbled
from bot.playground.fake_telegram.rules.params import Upload
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.fake_telegram.state.files import MEGABYTE
from bot.playground.fake_telegram.state.message_view import SEEN

FAKE = web.AppKey("fake", FakeTelegram)


@asynccontextmanager
async def serve(
    fake: FakeTelegram,
    host: str = "127.0.0.1",
    port: int = 0,
    extend: Callable[[web.Application], object] | None = None,
) -> AsyncIterator[str]:
    """Serve the fake while the block runs; yields its address. Port 0 takes a free one.

    `extend` may add routes of its own; handlers find the server in `request.app[FAKE]`.
    """
    app = web.Application(client_max_size=64 * MEGABYTE)
    app[FAKE] = fake
    app.router.add_route("*", "/bot{token}/{method}", _method)
    app.router.add_get("/file/bot{token}/{path:.+}", _file)
    control.mount(app, fake)
    if extend:
        extend(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await fake.close()
        await runner.cleanup()


async def _method(request: web.Request) -> web.Response:
    try:
        envelope = await _call(request)
    except ApiError as error:
        envelope = error.envelope()
    except ConnectionCut:
        if request.transport:
            request.transport.abort()
        return web.Response()
    except Garbled as error:
        return web.Response(body=error.body, content_type="application/json")
    status, body, kind = on_the_wire(envelope)
    return web.Response(status=status, body=body, content_type=kind)


async def _call(request: web.Request) -> dict[str, Any]:
    fake = request.app[FAKE]
    if request.match_info["token"] != fake.token:
        raise ApiError(401, "Unauthorized")
    values, files = await _parameters(request)
    return await fake.call(request.match_info["method"], values, files)


async def _file(request: web.Request) -> web.Response:
    fake, path = request.app[FAKE], request.match_info["path"]
    seen = SEEN in request.query  # by people, who need not ask for the path first
    file = fake.files.at(path) if seen else fake.files.fetched(path, fake.now())
    if file is None or request.match_info["token"] != fake.token:
        return web.json_response(ApiError(404, "Not Found").envelope(), status=404)
    return web.Response(body=file.content, content_type=file.mime)


async def _parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        return values | await request.json(), files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.file.read(), value.filename, value.content_type)
        else:
            values[name] = value
    return values, files
