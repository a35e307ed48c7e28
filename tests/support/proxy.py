"""A reverse proxy on loopback, as the one in deploy/: in turn, and past whoever is away."""

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

HOP_BY_HOP = {"connection", "content-length", "host", "transfer-encoding"}


@asynccontextmanager
async def proxy(port: int, upstreams: Sequence[str]) -> AsyncIterator[None]:
    """Forward to the upstreams, as http://host:port, while the block runs."""
    turns = itertools.count()

    async def forward(request: web.Request) -> web.Response:
        body = await request.read()
        headers = {k: v for k, v in request.headers.items() if k.lower() not in HOP_BY_HOP}
        first = next(turns)
        for each in range(len(upstreams)):
            address = upstreams[(first + each) % len(upstreams)] + request.path_qs
            try:
                async with session.post(address, data=body, headers=headers) as answer:
                    return web.Response(status=answer.status, body=await answer.read())
            except aiohttp.ClientError:
                continue
        return web.Response(status=502)

    app = web.Application()
    app.router.add_post("/telegram", forward)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    async with aiohttp.ClientSession() as session:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield
        finally:
            await runner.cleanup()
