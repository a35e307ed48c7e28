"""Clients that say nothing, or a letter at a time: they hold up nobody and are sent away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp
import pytest
from aiohttp import web

from bot.config.setting_values import Address
from bot.operations.connection_limits import ConnectionLimits
from bot.operations.http_listener import HttpListener
from tests.support.processes import free_port

MOST = 5


async def hello(_request: web.Request) -> web.Response:
    return web.Response(text="hello")


@asynccontextmanager
async def listening(limits: ConnectionLimits, handler=hello) -> AsyncIterator[int]:
    port = free_port()
    listener = HttpListener(Address("127.0.0.1", port), [web.get("/", handler)], limits)
    await listener.open()
    try:
        yield port
    finally:
        await listener.close()


async def ask(port: int) -> str:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/") as got:
        return await got.text()


@asynccontextmanager
async def half_open_ones(port: int, count: int, words: bytes = b"GET / HTTP/1.1\r\n"):
    """Readers of so many connections that have not said all."""
    opened = [await half_open(port, words) for _ in range(count)]
    try:
        yield [reader for reader, _ in opened]
    finally:
        for _, writer in opened:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


async def half_open(port: int, words: bytes):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(words)
    await writer.drain()
    return reader, writer


async def ended(reader: asyncio.StreamReader) -> bytes:
    with suppress(ConnectionResetError):
        return await asyncio.wait_for(reader.read(), 5)
    return b""


async def test_who_is_half_there_makes_room_for_who_calls():
    async with (
        listening(ConnectionLimits(MOST)) as port,
        half_open_ones(port, 3 * MOST) as slow,
    ):
        assert await ask(port) == "hello"
        for reader in slow[: 2 * MOST]:
            assert await ended(reader) == b""


@pytest.mark.parametrize("words", [b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nX-Slow: "])
async def test_a_head_that_does_not_come_in_time_ends_the_connection(words: bytes):
    async with (
        listening(ConnectionLimits(first_call=0.05)) as port,
        half_open_ones(port, 1, words) as (reader,),
    ):
        assert await ended(reader) == b""


async def test_a_call_at_work_keeps_its_place():
    at_work, go_on = asyncio.Event(), asyncio.Event()

    async def patient(_request: web.Request) -> web.Response:
        at_work.set()
        await go_on.wait()
        return web.Response(text="at last")

    async with listening(ConnectionLimits(MOST, first_call=0.05), patient) as port:
        first = asyncio.create_task(ask(port))
        await at_work.wait()
        async with half_open_ones(port, 3 * MOST) as slow:
            for reader in slow:
                await ended(reader)
            go_on.set()
            assert await first == "at last"


async def test_a_connection_whose_first_call_came_in_time_may_wait_for_the_next():
    limits = ConnectionLimits()
    async with listening(limits) as port, aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/") as got:
            assert await got.text() == "hello"
        (connection,) = limits._open
        assert connection._timer.cancelled()


@pytest.mark.parametrize("most", [1, MOST])
async def test_when_all_work_the_new_one_has_to_wait(most: int):
    at_work, go_on = asyncio.Semaphore(0), asyncio.Event()

    async def patient(_request: web.Request) -> web.Response:
        at_work.release()
        await go_on.wait()
        return web.Response(text="at last")

    async with listening(ConnectionLimits(most), patient) as port:
        first = [asyncio.create_task(ask(port)) for _ in range(most)]
        for _ in first:
            await at_work.acquire()
        with pytest.raises(aiohttp.ClientError):
            await ask(port)
        go_on.set()
        assert await asyncio.gather(*first) == ["at last"] * most
