"""`limber playground` as a newcomer meets it: a real process, a real browser, one morning later."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.end_to_end.test_page import DESKTOP, PHONE
from tests.support import processes
from tests.support.limber import ROOT
from tests.support.processes import free_port

pytestmark = pytest.mark.asyncio(loop_scope="module")

expect.set_options(timeout=20_000)  # a first picture takes its time beside other tests

A_MINUTE = """
() => fetch("/page/clock", {method: "POST", headers: {"Content-Type": "application/json"},
  body: JSON.stringify({forward_seconds: 60})})
"""
# Where to leave pictures for a person to look at; nowhere unless asked for.
PICTURES = os.environ.get("PLAYGROUND_PICTURES")


@pytest_asyncio.fixture(loop_scope="module")
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """A playground of its own, where it is Monday morning."""
    port = free_port()
    processes.give_content(tmp_path)
    with (tmp_path / "log").open("wb") as log:
        process = processes.start(
            [sys.executable, "-m", "tests.support.playground", str(port)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
        )
    try:
        async with asyncio.timeout(60):
            while "playground: http" not in (tmp_path / "log").read_text():
                assert process.poll() is None, (tmp_path / "log").read_text()
                await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        code = await asyncio.to_thread(process.wait, processes.PATIENCE)
        assert code == 0, (tmp_path / "log").read_text()


async def picture(page: Page, name: str) -> None:
    if PICTURES:
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def tap(page: Page, label: str) -> None:
    """Tap the newest button with that label."""
    await page.get_by_role("button", name=label, exact=True).last.click()


async def reads(page: Page, text: str) -> None:
    """The newest message says this."""
    await expect(page.locator(".message").last).to_contain_text(text)


async def say(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="Message", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def opened(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """The chat page, and what the browser complains of."""
    page, complaints = await context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await page.goto(address)
    return page, complaints


async def onboard(page: Page, shots: str = "") -> None:
    """The first chat, and pictures of it where they are wanted."""

    async def shown(name: str) -> None:
        if shots:
            await picture(page, f"{shots}-{name}")

    await page.locator("#hello-start").click()
    await reads(page, "1 of 10")
    await shown("1-start")
    await tap(page, "Over 7")
    await tap(page, "Front of hips")
    await expect(page.get_by_role("button", name="✅ Front of hips")).to_be_visible()
    await shown("2-spots")
    await tap(page, "Continue ›")
    await tap(page, "Weekdays")
    await tap(page, "After work")
    await tap(page, "Nothing")
    await expect(page.get_by_role("button", name="✅ Nothing")).to_be_visible()
    await tap(page, "Continue ›")
    await reads(page, "Which city are you in, or near?")
    await shown("3-zone")
    await say(page, "Berlin")
    await reads(page, "nudge you")
    await tap(page, "7:00")
    await tap(page, "Every day")
    await tap(page, "My coffee")
    await tap(page, "None of these is true")
    await reads(page, "All set")
    await shown("4-set")


@pytest.mark.parametrize(
    ("window", "colours"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"]
)
async def test_from_start_to_done_and_the_next_mornings_reminder(
    address: str, browser: Browser, window: dict[str, int], colours: str
) -> None:
    context = await browser.new_context(
        viewport=window,
        color_scheme=colours,
        timezone_id="Europe/Berlin",
        reduced_motion="reduce",
    )
    page, complaints = await opened(context, address)
    await onboard(page, colours)
    await tap(page, "▶️ Start today's session")
    await reads(page, "1 of")
    await picture(page, f"{colours}-5-card")
    await say(page, "stretch for tight hip flexors")
    await expect(page.locator(".message").last).to_contain_text(
        re.compile("stretch", re.IGNORECASE)
    )
    await picture(page, f"{colours}-6-ask")
    await say(page, "done")
    await reads(page, "All of today's session")
    await tap(page, "All of it")
    await reads(page, "1 of 5 days")
    await picture(page, f"{colours}-7-done")
    if await page.locator("#panel-toggle").is_visible():
        await page.locator("#panel-toggle").click()
        await picture(page, f"{colours}-8-panel")
    await tap(page, "Tomorrow 07:00")
    if await page.locator("#panel-close").is_visible():
        await page.locator("#panel-close").click()
    await reads(page, "Right after your coffee")
    await picture(page, f"{colours}-9-morning")
    await tap(page, "✅ Done")
    await reads(page, "2 of 5 days")
    assert complaints == []
    await context.close()


async def until(page: Page, text: str) -> None:
    """Let the clock lead from step to step until the newest message says this."""
    newest = page.locator(".message").last
    for _ in range(60):
        now = await newest.inner_text()
        if text in now:
            return
        await page.evaluate(A_MINUTE)
        await expect(newest).not_to_have_text(now, use_inner_text=True)
    raise AssertionError(f"never came to {text!r}: {await newest.inner_text()}")


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_a_session_in_the_chat_takes_two_taps_to_its_end(
    address: str, browser: Browser, colours: str
) -> None:
    context = await browser.new_context(
        viewport={"width": 390, "height": 844},
        color_scheme=colours,
        timezone_id="Europe/Berlin",
        reduced_motion="reduce",
    )
    page, complaints = await opened(context, address)
    await onboard(page)
    await tap(page, "▶️ Start today's session")
    await reads(page, "1 of 3")
    await picture(page, f"{colours}-session-1-read")
    await tap(page, "▶️ Start")
    await until(page, "Get ready")
    await picture(page, f"{colours}-session-2-ready")
    await until(page, "Hold")
    await picture(page, f"{colours}-session-3-hold")
    await until(page, "Switch")
    await picture(page, f"{colours}-session-4-switch")
    await until(page, "2 of 3")
    await picture(page, f"{colours}-session-5-rest")
    await until(page, "1 of 5 days")
    await picture(page, f"{colours}-session-6-end")
    assert complaints == []
    await context.close()


@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_the_page_of_a_session_stands_beside_its_chat(
    address: str, browser: Browser, window: dict[str, int]
) -> None:
    context = await browser.new_context(
        viewport=window, color_scheme="dark", timezone_id="Europe/Berlin", reduced_motion="reduce"
    )
    page, complaints = await opened(context, address)
    await onboard(page)
    await say(page, "/today")
    await tap(page, "More…")
    await tap(page, "🖥 Open the page")
    session = page.frame_locator("#mini iframe")
    await expect(session.locator("#phase")).to_have_text("Read this first")
    colour = await session.locator("body").evaluate("(at) => getComputedStyle(at).backgroundColor")
    assert colour == "rgb(23, 33, 42)"
    await picture(page, f"page-beside-{window['width']}")
    await session.get_by_role("button", name="Start", exact=True).click()
    for step in ("Get ready", "Hold, and breathe"):
        await expect(session.locator("#phase")).to_have_text(step)
        await session.get_by_role("button", name="Next", exact=True).click()
    await session.get_by_role("button", name="Pause", exact=True).click()
    await session.get_by_role("button", name="End it here", exact=True).click()
    await expect(session.locator("#words")).not_to_contain_text("Sending")
    await session.get_by_role("button", name="Close", exact=True).click()
    await expect(page.locator("#mini")).to_be_hidden()
    await expect(page.locator("#mini iframe")).to_have_count(0)
    assert complaints == []
    await context.close()
