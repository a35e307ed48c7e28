"""Pictures of a runner's first week on a phone 390 pixels wide, for people to look at.

`python -m tests.measuring.chat_shots [FOLDER]`: “All set”, progress while it is empty, a session,
what follows “done”, the form check, a reminder, the look back, and progress after a full week.
"""

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import which

from playwright.async_api import Page, ViewportSize, async_playwright, expect

from tests.end_to_end.conftest import FLAGS
from tests.end_to_end.test_playground import onboard, opened, reads, say, tap
from tests.support import processes
from tests.support.limber import ROOT
from tests.support.processes import free_port

PHONE = ViewportSize(width=390, height=844)
FORWARD = """
(hours) => fetch("/page/clock", {method: "POST", headers: {"Content-Type": "application/json"},
  body: JSON.stringify({forward_seconds: hours * 3600})})
"""
A_PICTURE = 25_000  # milliseconds until the first chart is there


@asynccontextmanager
async def playground(folder: Path) -> AsyncIterator[str]:
    """A playground in a process of its own, where it is Monday morning."""
    port = free_port()
    processes.give_content(folder)
    log = (folder / "log").open("wb")
    command = [sys.executable, "-m", "tests.support.playground", str(port)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = processes.start(command, cwd=folder, env=env, stdout=log, stderr=log)
    await asyncio.to_thread(_wait_for, folder / "log")
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        await asyncio.to_thread(process.wait, processes.PATIENCE)


def _wait_for(log: Path) -> None:
    while "playground: http" not in log.read_text():
        time.sleep(0.1)


async def main(out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with playground(Path(folder)) as address, async_playwright() as browsers:
            browser = await browsers.chromium.launch(executable_path=which("chromium"), args=FLAGS)
            context = await browser.new_context(
                viewport=PHONE, device_scale_factor=2, timezone_id="Europe/Berlin"
            )
            page, _ = await opened(context, address)
            await week(page, out)
            await browser.close()


async def week(page: Page, out: Path) -> None:
    async def shown(name: str) -> None:
        await page.wait_for_timeout(1_500)
        await page.screenshot(path=out / f"{name}.png")

    await onboard(page)
    await shown("1-all-set")
    await say(page, "/progress")
    await reads(page, "This week")
    await page.wait_for_timeout(A_PICTURE // 5)
    await shown("2-progress-empty")
    await say(page, "/today")
    await reads(page, "Today, about")
    await shown("3-today")
    await say(page, "done")
    await reads(page, "How sore")
    await shown("4-done")
    await tap(page, "1")
    await reads(page, "Form check")
    await shown("5-form-check")
    for day in range(6):
        await page.evaluate(FORWARD, 24)
        await page.wait_for_timeout(2_500)
        if day == 0:
            await shown("6-reminder")
        await say(page, "done")
        await page.wait_for_timeout(2_000)
    await page.evaluate(FORWARD, 10)
    await expect(page.locator(".message").last).to_contain_text("Your week", timeout=A_PICTURE)
    await shown("7-recap")
    await say(page, "/progress")
    await expect(page.locator(".message").last).to_contain_text("This week", timeout=A_PICTURE)
    await shown("8-progress-full-week")


if __name__ == "__main__":
    shots = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "shots")
    shots.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(shots))
