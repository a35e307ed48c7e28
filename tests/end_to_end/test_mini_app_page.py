"""The page in a real browser whose clock the tests move: a session by eye, ear and thumb."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from bot.page.mini_app import FOLDER
from bot.playground.fake_telegram.rules.mini_apps import init_data, launch
from content.bundle import Content
from tests.support.chat import Runner
from tests.support.mini_app.tab import LOOKS, SMALL, Tab, fits, snap, tab, with_a_page

pytestmark = pytest.mark.asyncio(loop_scope="module")

NIGHT = {"bg_color": "#17212b", "text_color": "#f5f5f5", "button_color": "#5288c1"}


@pytest_asyncio.fixture(loop_scope="module")
async def ann(tmp_path: Path, content: Content) -> AsyncIterator[Runner]:
    async with with_a_page(tmp_path, content) as runner:
        yield runner


async def sessions(runner: Runner) -> Any:
    return (await runner.exported())["sessions"]


async def test_a_whole_session_runs_by_itself_and_is_logged(browser: Browser, ann: Runner):
    phone = await tab(browser)
    await phone.open(await ann.open_page(NIGHT))
    await expect(phone.turn).to_have_text("Move 1 of 3")
    await expect(phone.phase).to_have_text("Read this first")
    assert await phone.page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(23, 33, 43)"
    )
    await phone.go.click()
    await expect(phone.phase).to_have_text("Get ready")
    await phone.until("Hold, and breathe")
    await expect(phone.side).to_have_text("left side")
    await phone.until("Switch sides")
    haptic = await phone.posted("web_app_trigger_haptic_feedback")
    assert haptic[-1] == {"type": "notification", "notification_type": "success"}
    assert len([each for each in haptic if each["type"] == "impact"]) == 3
    await phone.until("Rest")
    await expect(phone.turn).to_have_text("Move 2 of 3")
    for _ in range(40):
        if await phone.name.inner_text() == "All done":
            break
        await phone.wait(30)
    await expect(phone.words).to_contain_text("1 of 5 days this week")
    await ann.room.settle()
    assert "Done." in ann.reads
    (entry,) = await sessions(ann)
    assert entry["status"] == "done"
    await phone.go.click()
    assert await phone.posted("web_app_close") == [{}]
    assert phone.complaints == []


async def test_a_reload_in_the_middle_of_a_hold_stretches_nothing(browser: Browser, ann: Runner):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await phone.go.click()
    await phone.until("Hold, and breathe")
    await phone.wait(10)
    left = int(await phone.time.inner_text())
    await phone.page.reload()
    await expect(phone.page.locator("body")).to_have_attribute("data-ready", "yes")
    await expect(phone.phase).to_have_text("Hold, and breathe")
    assert left - 2 <= int(await phone.time.inner_text()) <= left
    await phone.go.click()
    await expect(phone.go).to_have_text("Go on")
    stopped = await phone.time.inner_text()
    await phone.wait(60)
    await phone.page.reload()
    await expect(phone.time).to_have_text(stopped)
    await expect(phone.go).to_have_text("Go on")


async def test_without_a_network_it_goes_on_and_is_sent_once_it_is_back(
    browser: Browser, ann: Runner
):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await phone.go.click()
    await phone.until("Hold, and breathe")
    await phone.context.set_offline(True)
    await phone.wait(5)
    await phone.until("Switch sides")
    await phone.go.click()
    await phone.end.click()
    await expect(phone.words).to_contain_text("It is kept here")
    assert await sessions(ann) == []
    await phone.context.set_offline(False)
    await expect(phone.words).to_contain_text("What you did is in your log")
    await ann.room.settle()
    (entry,) = await sessions(ann)
    assert entry["status"] == "partial"


async def test_two_phones_agree(browser: Browser, ann: Runner):
    one, other = await tab(browser), await tab(browser)
    for phone in (one, other):
        await phone.open(await ann.open_page())
    for phone in (one, other):
        await phone.go.click()
        await phone.until("Switch sides")
        await phone.go.click()
        await phone.end.click()
        await expect(phone.words).to_contain_text("in your log")
        await ann.room.settle()
    assert await one.words.inner_text() == await other.words.inner_text()
    assert len(await sessions(ann)) == 1
    assert len([m for m in ann.person.messages if "How sore are your hips" in m.text]) == 1


async def test_a_keyboard_is_enough_and_every_step_is_said(browser: Browser, ann: Runner):
    phone = await tab(browser, reduced_motion="reduce")
    await phone.open(await ann.open_page())
    await phone.page.keyboard.press("Space")
    await expect(phone.phase).to_have_text("Get ready")
    await phone.page.keyboard.press("ArrowRight")
    await expect(phone.phase).to_have_text("Hold, and breathe")
    assert "Hold, and breathe. left side." in (await phone.said.text_content() or "")
    await phone.page.keyboard.press("Space")
    await expect(phone.go).to_have_text("Go on")
    await phone.page.keyboard.press("ArrowLeft")
    await expect(phone.phase).to_have_text("Get ready")
    for name in ("Back", "Pause", "Next", "Sound on"):
        await expect(phone.page.get_by_role("button", name=name, exact=True)).to_be_visible()
    still = "getComputedStyle(document.querySelector('#ring')).transitionDuration"
    assert await phone.page.evaluate(still) in ("0s", "")
    assert (await phone.page.locator("img").get_attribute("alt") or "") != ""


@pytest.mark.parametrize("key", ["ArrowRight", "Enter"])
async def test_a_key_that_is_held_down_counts_once(browser: Browser, ann: Runner, key: str):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await phone.go.click()
    await phone.next.focus()
    for _ in range(4):
        await phone.page.keyboard.down(key)  # after the first one as a keyboard repeats it
    await expect(phone.phase).to_have_text("Hold, and breathe")


async def test_pictures_move_until_they_are_stopped_and_are_still_in_a_hold(
    browser: Browser, ann: Runner
):
    phone = await tab(browser, reduced_motion="no-preference")
    async with phone.page.expect_response("**/picture*moves=1") as loop:
        await phone.open(await ann.open_page())
    answer = await loop.value
    assert (answer.status, answer.headers["content-type"]) == (200, "image/webp"), answer.url
    image = phone.page.locator("img")
    await expect(phone.still).to_have_accessible_name("Stop the picture")
    moving = await image.get_attribute("src")
    await phone.still.click()
    await expect(phone.still).to_have_accessible_name("Let the picture move")
    standing = await image.get_attribute("src")
    assert moving != standing
    await phone.still.click()
    await expect(image).to_have_attribute("src", moving or "")
    await phone.go.click()
    await phone.until("Hold, and breathe")
    await expect(image).to_have_attribute("src", standing or "")
    await expect(phone.still).to_be_hidden()
    assert phone.complaints == []


async def test_who_wants_no_motion_is_sent_none(browser: Browser, ann: Runner):
    phone = await tab(browser, reduced_motion="reduce")
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    await phone.open(await ann.open_page())
    await expect(phone.page.locator("img")).to_be_visible()
    await expect(phone.still).to_be_hidden()
    assert [each for each in asked if "picture" in each]
    assert not [each for each in asked if "moves" in each]


async def test_what_was_not_signed_for_us_opens_nothing(browser: Browser, ann: Runner):
    phone, url = await tab(browser), (await ann.open_page()).partition("#")[0]
    forged = init_data("2:OTHER", {"id": ann.person.id}, ann.room.clock.now())
    for address in (url, launch(url + "&", forged, {})):
        await phone.page.goto(address)
        await expect(phone.words).to_have_text("Open me from the chat again.")
        await expect(phone.page.locator("button:visible")).to_have_count(0)


async def test_a_session_that_has_changed_begins_anew(browser: Browser, ann: Runner):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await phone.go.click()
    await phone.until("Hold, and breathe")
    await ann.say("swap the first one")
    await phone.page.reload()
    await expect(phone.phase).to_have_text("Read this first")
    await expect(phone.go).to_have_text("Start")


async def in_sight(phone: Tab, *what: Locator) -> None:
    """Those are seen whole, above the buttons and what is left blank around them."""
    buttons = await phone.page.locator("footer").bounding_box()
    assert buttons
    for each in what:
        box = await each.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= buttons["y"]


@pytest.mark.parametrize(("size", "colour"), [*LOOKS, (SMALL, "light")])
async def test_it_fits_small_screens_and_large_letters(
    browser: Browser, ann: Runner, size: dict[str, int], colour: str
):
    phone = await tab(browser, viewport=size, color_scheme=colour)
    await phone.open(await ann.open_page())
    look = f"{size['width']}-{colour}"
    await fits(phone)
    await snap(phone, f"{look}-read")
    stop = phone.page.locator(".stop")
    await phone.go.click()
    await in_sight(phone, phone.time, stop)
    await snap(phone, f"{look}-ready")
    await phone.until("Hold, and breathe")
    await phone.wait(7)
    await fits(phone)
    await in_sight(phone, phone.time, stop)
    await snap(phone, f"{look}-hold")
    await phone.page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    await fits(phone)
    await in_sight(phone, phone.time)
    await snap(phone, f"{look}-hold-large")
    await phone.page.evaluate("document.documentElement.style.fontSize = ''")
    await phone.until("Switch sides")
    await phone.go.click()
    await in_sight(phone, phone.time, stop)
    await snap(phone, f"{look}-switch")
    await phone.end.click()
    await expect(phone.words).to_contain_text("in your log")
    await expect(phone.name).to_have_text("That's it for today")
    await fits(phone)
    await snap(phone, f"{look}-end")


async def test_all_of_it_is_small():
    raw = b"".join(each.read_bytes() for each in sorted(FOLDER.iterdir()))
    assert len(gzip.compress(raw, 9)) <= 15_000
