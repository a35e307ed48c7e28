"""Progress and the library on the page, in a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from content.bundle import Content
from tests.support.chat import Runner
from tests.support.mini_app.calls import Phone, walked
from tests.support.mini_app.tab import LOOKS, Tab, fits, snap, tab, with_a_page

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def ann(tmp_path: Path, content: Content) -> AsyncIterator[Runner]:
    async with with_a_page(tmp_path, content) as runner:
        yield runner


async def choose(phone: Tab, name: str) -> None:
    button = phone.page.get_by_role("button", name=name, exact=True)
    await button.click()
    await expect(button).to_have_attribute("aria-current", "page")


async def narrow(phone: Tab, **wishes: str) -> list[str]:
    """The cards that are left after these choices, by name."""
    for name, wanted in wishes.items():
        await phone.page.get_by_label(name.capitalize(), exact=True).select_option(wanted)
    return await phone.cards.locator("b").all_inner_texts()


async def test_progress_is_what_the_picture_tells(browser: Browser, ann: Runner):
    calls = Phone(ann)
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await choose(phone, "Progress")
    await expect(phone.progress).to_contain_text("Nothing logged yet.")
    await calls.done(walked((await calls.get())[1]))
    await ann.say("soreness 3")
    await choose(phone, "Session")
    await choose(phone, "Progress")
    await expect(phone.progress).to_contain_text("4 more days to this week's goal.")
    await expect(phone.progress).to_contain_text("Soreness: 3 of 10 last time")
    day = phone.progress.get_by_role("cell", name="16 November, done", exact=False)
    await expect(day).to_have_count(1)
    _, told = await calls.get("progress")
    for area in told["areas"]:
        await expect(phone.progress.get_by_text(area["name"], exact=True)).to_be_visible()
    assert phone.complaints == []


async def test_the_library_is_looked_through_by_what_the_cards_are(
    browser: Browser, ann: Runner, content: Content
):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await choose(phone, "Library")
    cards = (await Phone(ann).get("cards"))[1]["cards"]
    assert await narrow(phone) == [each["name"] for each in cards]
    wanted = [
        each["name"]
        for each in cards
        if "glutes" in each["areas"]
        and each["kind"] == "strengthen"
        and each["minutes"] <= 5
        and "band" in each["kit"]
    ]
    assert wanted
    assert await narrow(phone, area="glutes", kind="strengthen", length="5", kit="band") == wanted
    assert await narrow(phone, kind="drill", kit="couch") == []
    await expect(phone.found).to_have_text("No move fits all of that. Try one wish less.")
    none = await narrow(phone, area="", kind="", length="", kit="none")
    assert none == [each["name"] for each in cards if not each["kit"]]


async def test_hearts_are_found_again_on_another_phone(browser: Browser, ann: Runner):
    for _ in range(2):
        phone = await tab(browser)
        await phone.open(await ann.open_page())
        await choose(phone, "Library")
        heart = phone.page.get_by_role("button", name="Favourite: Couch stretch", exact=True)
        if await heart.get_attribute("aria-pressed") == "false":
            async with phone.page.expect_response("**/favourite"):
                await heart.click()
    await expect(heart).to_have_attribute("aria-pressed", "true")
    await phone.page.get_by_role("button", name="♥ Favourites", exact=True).click()
    assert await narrow(phone) == ["Couch stretch"]
    await phone.context.set_offline(True)
    await heart.click()
    await expect(phone.found).to_have_text("No network. Try again when it is back.")
    await expect(heart).to_have_attribute("aria-pressed", "true")


async def test_what_the_gate_keeps_shut_says_why_and_has_no_way_in(browser: Browser, ann: Runner):
    await ann.say("never show me the couch stretch again")
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await choose(phone, "Library")
    row = phone.cards.get_by_role("listitem").filter(has_text="Couch stretch")
    await expect(row).to_contain_text("You hid it. The chat can bring it back.")
    await expect(row.get_by_role("button")).to_have_count(0)


async def test_what_was_shut_meanwhile_is_refused_when_it_is_opened(browser: Browser, ann: Runner):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await choose(phone, "Library")
    await ann.say("sharp pain in my groin with every step")
    await phone.page.get_by_role("button", name="Couch stretch").first.click()
    await expect(phone.words).to_contain_text("It rests after what you told me.")
    await expect(phone.go).to_be_hidden()


async def test_a_card_is_walked_by_itself_and_the_session_waits_where_it_was(
    browser: Browser, ann: Runner
):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await phone.go.click()
    await phone.until("Hold, and breathe")
    await phone.wait(10)
    await expect(phone.tabs).to_be_hidden()
    await phone.go.click()
    left = await phone.time.inner_text()
    await choose(phone, "Library")
    await phone.page.get_by_role("button", name="Clamshell").first.click()
    await expect(phone.name).to_have_text("Clamshell")
    await phone.go.click()
    await phone.until("Get ready")
    for _ in range(60):
        if await phone.name.inner_text() == "All done":
            break
        await phone.wait(30)
    await expect(phone.words).to_contain_text("It is in your log")
    await ann.room.settle()
    (entry,) = (await ann.exported())["sessions"]
    assert (entry["status"], entry["cards"]) == ("done", ["clamshell"])
    await choose(phone, "Session")
    await expect(phone.go).to_have_text("Go on")
    await expect(phone.time).to_have_text(left)


async def test_tabs_are_told_and_reached_by_keyboard_alone(browser: Browser, ann: Runner):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await expect(phone.page.get_by_role("navigation", name="Parts of this page")).to_be_visible()
    for _ in range(3):
        await phone.page.keyboard.press("Tab")
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.get_by_role("heading", name="Library")).to_be_focused()
    await phone.page.keyboard.press("ArrowRight")  # leads through a session, and nothing else
    await phone.page.keyboard.press("Tab")
    await expect(phone.page.get_by_label("Area", exact=True)).to_be_focused()
    for name in ("Kind", "Length", "Kit"):
        await phone.page.keyboard.press("Tab")
        await expect(phone.page.get_by_label(name, exact=True)).to_be_focused()


async def test_without_a_network_a_tab_says_so_and_the_session_is_kept(
    browser: Browser, ann: Runner
):
    phone = await tab(browser)
    await phone.open(await ann.open_page())
    await phone.context.set_offline(True)
    for name, part in (("Progress", phone.progress), ("Library", phone.library)):
        await choose(phone, name)
        await expect(part).to_contain_text("No network. Try again when it is back.")
    await choose(phone, "Session")
    await expect(phone.phase).to_have_text("Read this first")
    await phone.go.click()
    await expect(phone.phase).to_have_text("Get ready")


@pytest.mark.parametrize(("size", "colour"), LOOKS)
async def test_tabs_fit_small_screens_and_large_letters(
    browser: Browser, ann: Runner, size: dict[str, int], colour: str
):
    calls, address = Phone(ann), await ann.open_page()
    await calls.done(walked((await calls.get())[1]))
    await ann.say("soreness 3")
    await ann.say("never show me the couch stretch again")
    await calls.call("POST", "favourite", body={"card": "bird-dog", "on": True})
    phone = await tab(browser, viewport=size, color_scheme=colour)
    await phone.open(address)
    for name in ("Progress", "Library"):
        await choose(phone, name)
        await fits(phone)
        await snap(phone, f"{size['width']}-{colour}-{name.lower()}")
        await phone.page.evaluate("document.documentElement.style.fontSize = '212.5%'")
        await fits(phone)
        await snap(phone, f"{size['width']}-{colour}-{name.lower()}-large")
        await phone.page.evaluate("document.documentElement.style.fontSize = ''")
