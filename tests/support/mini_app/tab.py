"""The session's page as a person sees it on a phone whose clock the tests move."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from content.bundle import Content
from tests.support.chat import Runner
from tests.support.mini_app.calls import open_served

PATIENCE = 20_000  # ms; first pictures take their time beside other tests
PHONE, SMALLEST = {"width": 390, "height": 844}, {"width": 320, "height": 568}
SMALL = {"width": 360, "height": 640}
LOOKS = [(size, colour) for size in (PHONE, SMALLEST) for colour in ("light", "dark")]
PHONE_BRIDGE = """
window.posted = [];
window.TelegramWebviewProxy = {postEvent: (type, data) => posted.push([type, JSON.parse(data)])};
"""
TOO_WIDE = """
(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const beyond = (each) => each.getBoundingClientRect().right > clientWidth
    || each.scrollWidth > clientWidth;
  const found = [...document.querySelectorAll("body *")].filter(beyond);
  return scrollWidth > clientWidth
    ? [scrollWidth, ...found.map((each) => each.outerHTML.slice(0, 90))] : [];
})()
"""


@asynccontextmanager
async def with_a_page(folder: Path, content: Content) -> AsyncIterator[Runner]:
    """A runner whose session has a button that opens the page."""
    async with open_served(f"sqlite:///{folder}/limber.db", content) as room:
        runner = room.runner()
        await runner.onboard()
        await runner.say("/today")
        yield runner


@dataclass
class Tab:
    """The page on one phone."""

    page: Page
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Locator:
        """A part of the page by its id."""
        return self.page.locator(f"#{name}")

    async def open(self, address: str) -> None:
        await self.page.goto(address)
        ready = expect(self.page.locator("body"))
        await ready.to_have_attribute("data-ready", "yes", timeout=PATIENCE)

    async def wait(self, seconds: float) -> None:
        await self.page.clock.run_for(round(seconds * 1000))

    async def until(self, phase: str) -> None:
        """Let the clock lead until the page says so."""
        for _ in range(200):
            if await self.phase.inner_text() == phase:
                return
            await self.wait(1)
        raise AssertionError(f"never came to {phase!r}: {await self.page.inner_text('main')}")

    async def posted(self, kind: str) -> list[Any]:
        found: list[Any] = await self.page.evaluate("posted")
        return [data for type_, data in found if type_ == kind]


async def tab(browser: Browser, **look: Any) -> Tab:
    context = await browser.new_context(**{"viewport": PHONE, "reduced_motion": "reduce", **look})
    await context.add_init_script(PHONE_BRIDGE)
    page = await context.new_page()
    await page.clock.install()
    opened = Tab(page, context)
    page.on(
        "console", lambda message: opened.complaints.append(f"{message.text} {message.location}")
    )
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    return opened


async def snap(opened: Tab, name: str) -> None:
    """For people to look at, where they say a folder."""
    if folder := os.environ.get("PAGE_SHOTS"):
        await opened.page.screenshot(path=Path(folder) / f"{name}.png")


async def fits(opened: Tab) -> None:
    found = await opened.page.evaluate(TOO_WIDE)
    assert found == [], found
    for button in await opened.page.locator("button:visible, select:visible").all():
        box = await button.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 44
