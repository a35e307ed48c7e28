"""`limber playground` as a newcomer meets it: a real process, a real browser, one morning later."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.end_to_end.test_page import DESKTOP, PHONE
from tests.support import processes
from tests.support.limber import ROOT

pytestmark = pytest.mark.asyncio(loop_scope="module")

expect.set_options(timeout=20_000)  # a first picture takes its time beside other tests

# Where to leave pictures for a person to look at; nowhere unless asked for.
PICTURES = os.environ.get("PLAYGROUND_PICTURES")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


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
    page = await context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await page.goto(address)
    await page.locator("#hello-start").click()
    await reads(page, "1 of 10")
    await picture(page, f"{colours}-1-start")
    await tap(page, "Over 7")
    await tap(page, "Front of hips")
    await expect(page.get_by_role("button", name="✅ Front of hips")).to_be_visible()
    await picture(page, f"{colours}-2-spots")
    await tap(page, "Continue ›")
    await tap(page, "Weekdays")
    await tap(page, "After work")
    await tap(page, "Nothing")
    await expect(page.get_by_role("button", name="✅ Nothing")).to_be_visible()
    await tap(page, "Continue ›")
    await reads(page, "What time is it for you now?")
    await picture(page, f"{colours}-3-zone")
    await say(page, "Berlin")
    await reads(page, "nudge you")
    await tap(page, "7:00")
    await tap(page, "Every day")
    await tap(page, "My coffee")
    await tap(page, "None of these is true")
    await reads(page, "All set")
    await picture(page, f"{colours}-4-set")
    await tap(page, "▶️ Start today's session")
    await reads(page, "1 of")
    await picture(page, f"{colours}-5-card")
    await say(page, "stretch for tight hip flexors")
    await expect(page.locator(".message").last).to_contain_text(
        re.compile("stretch", re.IGNORECASE)
    )
    await picture(page, f"{colours}-6-ask")
    await say(page, "done")
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
