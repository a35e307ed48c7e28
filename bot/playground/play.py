"""The playground: a chat page, the fake Telegram, and the real bot, all on loopback."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import web

from bot.app import Limber
from bot.config.settings import Settings
from bot.operations.content_watch import ContentWatch
from bot.playground.clock import Clock
from bot.playground.fake_telegram.doors.http import serve
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.page import mount
from bot.running import running
from content.checks.reports.hearing import hearing

TOKEN = "1000:playground"  # noqa: S105 - opens nothing but the fake
KEPT = "Until that is mended, Limber goes on with what it read last."


async def play(
    settings: Settings,
    port: int,
    clock: Clock,
    *,
    build: Callable[..., Limber],
    until: Callable[[], Awaitable[None]],
    say: Callable[[str], Any],
) -> None:
    """Serve the page on 127.0.0.1:`port` until told to stop. Raises OSError if it is taken."""
    notify: list[Callable[[str], None]] = []
    fake = FakeTelegram(token=TOKEN, now=clock.now)

    def hear(text: str) -> Iterable[str]:
        content = limber.dispatcher.content
        return hearing(text, content.lexicon, content.texts, clock.now())

    def extended(app: web.Application) -> Callable[[str], None]:
        """The chat page, and beside it the session's, which is there once Limber is."""
        app.router.add_route("*", "/app/{path:.*}", opened)
        return mount(app, fake, clock=clock, hear=hear)

    async def opened(request: web.Request) -> web.StreamResponse:
        assert limber.page  # noqa: S101 - its address is set below
        return await limber.page.answer(request)

    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(
            serve(
                fake,
                port=port,
                extend=lambda app: notify.append(extended(app)),
            )
        )
        # A fresh database: the fake forgets all chats when it stops, so Limber has to as well.
        folder = stack.enter_context(TemporaryDirectory(prefix="limber-playground-"))
        database = f"sqlite:///{folder}/limber.db"
        here = Settings(
            bot_token=TOKEN, api_url=url, database_url=database, log_level=settings.log_level
        )
        here = replace(here, page_url=url, reviewed_only=settings.reviewed_only)
        limber = build(here, now=clock.now)
        await stack.enter_async_context(running(limber))
        say(f"Limber's playground: {url} (stop with Ctrl+C)")

        def tell(problems: str) -> None:
            """To the author, in the terminal and above the chat."""
            say(f"{problems}\n{KEPT}" if problems else "content: read again")
            notify[0](f"{problems}\n\n{KEPT}" if problems else "")

        watching = asyncio.create_task(
            ContentWatch(limber.dispatcher.content, limber.take, tell).run()
        )
        await until()
        watching.cancel()
        await asyncio.shield(fake.close())
