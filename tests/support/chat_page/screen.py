"""The chat page as a person sees it, for tests in a real browser."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from bot.playground.clock import Clock
from bot.playground.fake_telegram import FakeTelegram, Person
from bot.playground.fake_telegram.doors.http import serve
from bot.playground.page import FIRST_PERSON, mount
from tests.support.clock import TickingClock


@dataclass
class Screen:
    """The page as a person sees it, and everything the browser complained about."""

    page: Page
    fake: FakeTelegram
    clock: Clock
    url: str
    stop: Callable[[], Awaitable[None]]
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def person(self) -> Person:
        return self.fake.person(id=FIRST_PERSON)

    @property
    def last(self) -> Locator:
        """The bot's newest message."""
        return self.page.locator(".message.in").last

    @property
    def own(self) -> Locator:
        return self.page.locator(".message.out").last

    @property
    def writing(self) -> Locator:
        return self.page.get_by_role("textbox", name="Message", exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def open(self) -> None:
        await self.page.goto(self.url)
        await self.ready()

    async def ready(self) -> None:
        await expect(self.page.locator("body")).to_have_attribute("data-state", "ready")

    async def say(self, text: str) -> None:
        await self.writing.fill(text)
        await self.writing.press("Enter")

    def watch(self) -> None:
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))


@asynccontextmanager
async def open_screen(browser: Browser, **look: Any) -> AsyncIterator[Screen]:
    """A page of its own on a fake of its own; `look` is the browser's window and colours."""
    clock = Clock(TickingClock().now)
    fake = FakeTelegram(now=clock.now)
    context = await browser.new_context(
        timezone_id="Europe/Berlin", locale="en-GB", reduced_motion="reduce", **look
    )
    async with AsyncExitStack() as server:
        serving = serve(fake, extend=partial(mount, fake=fake, clock=clock, hear=str.split))
        url = await server.enter_async_context(serving)
        screen = Screen(await context.new_page(), fake, clock, url, server.aclose)
        screen.watch()
        yield screen
        await context.close()
