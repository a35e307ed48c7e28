"""Sends messages through one transport, as many at once as it may; prints what that took."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable

from httpx import Limits
from httpx_aiohttp import AiohttpTransport
from telegram.request import BaseRequest, HTTPXRequest

from bot.gateway.client import BotClient
from bot.gateway.transport import AiohttpRequest
from tests.bench.figures import percentile

IN_FLIGHT = 128
WORDS = "Time for your <b>hips</b>: right after your coffee. " * 6


def under_httpx() -> BaseRequest:
    carrier = AiohttpTransport(limits=Limits(max_connections=IN_FLIGHT))
    return HTTPXRequest(IN_FLIGHT, pool_timeout=30, httpx_kwargs={"transport": carrier})


TRANSPORTS: dict[str, Callable[[], BaseRequest]] = {
    "ours": lambda: AiohttpRequest(IN_FLIGHT),
    "httpx-aiohttp": under_httpx,
}


async def send(name: str, url: str, count: int) -> dict[str, float]:
    """What `count` calls took, once every connection is open and warm."""
    async with TRANSPORTS[name]() as request:
        bot = BotClient("1:BENCH", base_url=f"{url}/bot", request=request)
        await _send_all(bot, IN_FLIGHT * 2)
        began, cpu = time.perf_counter(), _cpu()
        waited = await _send_all(bot, count)
        seconds = time.perf_counter() - began
        return {
            "per_s": count / seconds,
            "cpu_ms": (_cpu() - cpu) / count * 1000,
            "p50_ms": percentile(waited, 0.5) * 1000,
            "p99_ms": percentile(waited, 0.99) * 1000,
        }


async def _send_all(bot: BotClient, count: int) -> list[float]:
    waited: list[float] = []

    async def one_after_another() -> None:
        for _ in range(count // IN_FLIGHT):
            began = time.perf_counter()
            fields = {"chat_id": 5, "text": WORDS, "parse_mode": "HTML"}
            assert await bot.deliver("send_message", fields)
            waited.append(time.perf_counter() - began)

    await asyncio.gather(*(one_after_another() for _ in range(IN_FLIGHT)))
    return waited


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    print(json.dumps(asyncio.run(send(sys.argv[1], sys.argv[2], int(sys.argv[3])))))
