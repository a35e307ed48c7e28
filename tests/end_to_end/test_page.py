"""The chat page in a real browser, with a small bot behind the HTTP door."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect
from telegram.constants import ReactionEmoji

from bot.playground.fake_telegram.doors.http import serve
from bot.playground.fake_telegram.people.person import PIXEL
from bot.playground.page import FIRST_PERSON, mount
from tests.support.chat_page.bot import running_bot
from tests.support.chat_page.screen import Screen, open_screen

pytestmark = pytest.mark.asyncio(loop_scope="module")

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
SMALLEST = {"width": 320, "height": 568}


@pytest_asyncio.fixture(loop_scope="module")
async def screen(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Screen]:
    """The page with the bot; a test's parameter may give the window and the colours."""
    async with open_screen(browser, **getattr(request, "param", {"viewport": DESKTOP})) as screen:
        async with running_bot(screen.url, screen.fake.token, screen.gate):
            await screen.open()
            yield screen
        assert screen.complaints == []
        assert [u for u in screen.requests if not u.startswith((screen.url, "blob:"))] == []


def looks(*colours: str) -> Any:
    return [
        pytest.param({"viewport": size, "color_scheme": colour}, id=f"{name}-{colour}")
        for name, size in (("phone", PHONE), ("desktop", DESKTOP))
        for colour in colours
    ]


@pytest.mark.parametrize("screen", looks("light", "dark"), indirect=True)
async def test_a_chat_from_hello_to_the_next_morning(screen: Screen) -> None:
    page = screen.page
    await page.locator("#hello-start").click()
    await expect(screen.last.locator(".text")).to_have_text("Hi Sam & co. Ready?")
    await expect(screen.last.locator("strong")).to_have_text("Sam")
    await screen.button("Done").click()
    await expect(page.locator("#toast")).to_have_text("Logged")
    await expect(screen.last.locator(".text")).to_have_text("Done. That is 1 of 5.")
    await expect(screen.last.locator(".meta")).to_contain_text("edited")
    await expect(screen.button("Why?")).to_have_count(0)

    await screen.say("keys")
    await expect(screen.writing).to_have_attribute("placeholder", "A time of day")
    await expect(screen.last).to_be_in_viewport(ratio=1)
    await screen.button("Morning").click()
    await expect(screen.last).to_contain_text("Morning")
    await expect(page.locator("#keys")).to_be_hidden()
    await page.locator("#keys-toggle").click()
    await screen.button("Where I am").click()
    await page.get_by_role("button", name="Mumbai").click()
    await expect(screen.last).to_contain_text("You are at 19")
    await expect(page.locator("#keys-toggle")).to_be_hidden()

    if await page.locator("#panel-toggle").is_visible():
        await page.locator("#panel-toggle").click()
    await screen.button("Tomorrow 07:00").click()
    await expect(page.locator("#clock-time")).to_have_text("07:00")
    assert screen.clock.now().strftime("%H:%M") == "01:30"  # UTC, when it is 07:00 in Mumbai
    if await page.locator("#panel-close").is_visible():
        await page.locator("#panel-close").click()
    await screen.say("good morning")
    await expect(screen.last).to_contain_text("good morning")
    await expect(page.locator(".day")).to_have_text(["Yesterday", "Today"])

    before = await page.locator(".message").count()
    await page.reload()
    await screen.ready()
    await expect(page.locator(".message")).to_have_count(before)
    await expect(page.locator("#zone")).to_have_value("Asia/Kolkata")
    await expect(screen.last).to_contain_text("good morning")
    await expect(screen.last).to_be_in_viewport(ratio=1)


async def test_two_quick_taps_are_both_sent_and_show_that_they_run(screen: Screen) -> None:
    await screen.say("count")
    key = screen.button("Tap me")
    await key.dblclick()
    await expect(key).to_have_attribute("aria-busy", "true")
    screen.gate.release()
    await expect(screen.last.locator(".text")).to_have_text("Tapped 1")
    await expect(key).to_have_attribute("aria-busy", "true")
    screen.gate.release()
    await expect(screen.last.locator(".text")).to_have_text("Tapped 2")
    await expect(key).to_have_attribute("aria-busy", "false")
    await expect(key).to_be_focused()


async def test_an_alert_waits_to_be_closed(screen: Screen) -> None:
    await screen.say("/start")
    await screen.button("Why?").click()
    alert = screen.page.get_by_role("dialog", name="Because hips like it.")
    await expect(alert).to_be_visible()
    await screen.button("OK").click()
    await expect(alert).to_be_hidden()


async def test_what_the_bot_writes_cannot_become_markup_of_the_page(screen: Screen) -> None:
    attack = "<img src=x onerror=alert(1)> <b>not bold</b> javascript:alert(1)"
    await screen.say(attack)
    await expect(screen.last.locator(".text")).to_have_text(attack)
    await expect(screen.last.locator("img, b, strong, a")).to_have_count(0)


async def test_deleted_messages_vanish(screen: Screen) -> None:
    await screen.say("vanish")
    await expect(screen.last).to_contain_text("It went")
    await expect(screen.page.get_by_text("Blink")).to_have_count(0)


async def test_commands_are_offered_while_typing(screen: Screen) -> None:
    await screen.writing.press_sequentially("/")
    options = screen.page.get_by_role("listbox", name="Commands").get_by_role("option")
    await expect(options).to_have_count(3)
    await screen.writing.press_sequentially("d")
    await expect(options).to_have_text(["/doneLog it"])
    await screen.writing.press("Enter")
    await expect(screen.own).to_contain_text("/done")
    await expect(options).to_have_count(0)
    await screen.button("Menu").click()
    await screen.writing.press("ArrowDown")
    await screen.writing.press("ArrowDown")
    await screen.writing.press("Enter")
    await expect(screen.own).to_contain_text("/help")


async def test_typing_shows_until_the_bot_writes(screen: Screen) -> None:
    await screen.say("think")
    await expect(screen.page.locator("#status")).to_have_text("typing")
    await screen.say("hello")
    await expect(screen.page.locator("#status")).to_have_text("bot")


async def test_own_messages_can_be_edited_with_the_keyboard(screen: Screen) -> None:
    await screen.say("hip")
    await expect(screen.last).to_contain_text("hip")
    await screen.writing.press("ArrowUp")
    await expect(screen.writing).to_have_value("hip")
    await screen.say("hips")
    await expect(screen.last).to_contain_text("Now: hips")
    await expect(screen.own).to_contain_text("edited")
    await expect(screen.page.locator(".message.out")).to_have_count(1)


async def test_a_double_click_reacts_and_the_menu_takes_it_back(screen: Screen) -> None:
    await screen.say("hello")
    bubble = screen.last.locator(".bubble")
    await bubble.dblclick()
    await expect(screen.last).to_contain_text(f"Thanks for {ReactionEmoji.THUMBS_UP}")
    first = screen.page.locator(".message.in").first
    await first.locator(".bubble").click(button="right")
    chosen = screen.page.get_by_role("menuitem", name=f"React {ReactionEmoji.THUMBS_UP}")
    await expect(chosen).to_have_attribute("aria-pressed", "true")
    await chosen.click()
    await expect(screen.last).to_contain_text("Taken back")
    await expect(screen.page.locator(".reacted")).to_have_count(0)


@pytest.mark.parametrize("screen", [{"viewport": PHONE, "has_touch": True}], indirect=True)
async def test_holding_a_message_opens_its_menu(screen: Screen) -> None:
    await screen.say("hello")
    await expect(screen.last).to_contain_text("hello")
    touch = {"pointerType": "touch", "clientX": 60, "clientY": 600}
    await screen.last.locator(".bubble").dispatch_event("pointerdown", touch)
    await expect(screen.page.get_by_role("menuitem", name="Copy text")).to_be_visible()


async def test_photos_and_voice_notes_are_sent_and_shown(screen: Screen) -> None:
    photo = {"name": "me.png", "mimeType": "image/png", "buffer": PIXEL}
    await screen.page.get_by_label("Photo file").set_input_files(photo)
    await expect(screen.last).to_contain_text("A photo")
    await expect(screen.own.locator("img")).to_have_js_property("naturalWidth", 1)
    note = {"name": "note.ogg", "mimeType": "audio/ogg", "buffer": b"OggS and more"}
    await screen.page.get_by_label("Voice note file").set_input_files(note)
    await expect(screen.last).to_contain_text("A voice note")
    await expect(screen.own.get_by_role("link", name="Download")).to_be_visible()


async def test_pictures_open_and_files_can_be_saved(screen: Screen) -> None:
    await screen.say("picture")
    async with screen.page.expect_download() as download:
        await screen.page.get_by_role("link", name="export.json").click()
    assert (await download.value).suggested_filename == "export.json"
    await screen.button("A pixel. Open the picture").click()
    await expect(screen.page.get_by_role("dialog", name="Picture")).to_be_visible()
    await screen.page.keyboard.press("Escape")
    await expect(screen.page.get_by_role("dialog", name="Picture")).to_be_hidden()


async def test_the_list_follows_unless_somebody_reads_further_up(screen: Screen) -> None:
    await screen.say("talk")
    await expect(screen.last).to_contain_text("Line 29")
    await expect(screen.last).to_be_in_viewport(ratio=1)
    await screen.page.locator("#scroller").hover()
    await screen.page.mouse.wheel(0, -600)
    newest = screen.page.locator("#newest")
    await expect(newest).to_be_visible()
    await screen.fake.call("sendMessage", {"chat_id": FIRST_PERSON, "text": "By the way"})
    await expect(screen.button("1 new message, go to the newest")).to_be_visible()
    await expect(screen.last).not_to_be_in_viewport()
    await newest.click()
    await expect(screen.last).to_be_in_viewport(ratio=1)
    await expect(newest).to_be_hidden()


async def test_the_clock_moves_by_steps_and_refuses_the_past(screen: Screen) -> None:
    before = screen.clock.now()
    await screen.button("+20 min").click()
    await expect(screen.page.locator("#clock-error")).to_be_empty()
    await screen.page.get_by_label("Date and time to move to").fill("2020-01-01T07:00")
    await screen.button("Go").click()
    await expect(screen.page.get_by_role("alert")).to_contain_text("only moves forward")
    assert [c for c in screen.complaints if "400 (Bad Request)" not in c] == []
    screen.complaints.clear()
    assert timedelta(minutes=20) <= screen.clock.now() - before < timedelta(minutes=25)


async def test_a_fresh_chat_is_another_person(screen: Screen) -> None:
    await screen.say("hello")
    await expect(screen.last).to_contain_text("hello")
    await screen.button("Start a fresh chat").click()
    await screen.button("Start fresh").click()
    await expect(screen.page.locator("#hello")).to_be_visible()
    await screen.say("me again")
    await expect(screen.last).to_contain_text("me again")
    assert screen.fake.person(id=FIRST_PERSON + 1).last.text == "me again"
    assert screen.person.last.text == "hello"


@pytest.mark.parametrize("screen", [{"viewport": DESKTOP, "color_scheme": "light"}], indirect=True)
async def test_the_toggle_turns_the_colours_and_is_remembered(screen: Screen) -> None:
    surface = screen.page.locator(".top")
    light = await surface.evaluate("node => getComputedStyle(node).backgroundColor")
    await screen.button("Switch between light and dark").click()
    await expect(surface).not_to_have_css("background-color", light)
    await screen.page.reload()
    await screen.ready()
    await expect(surface).not_to_have_css("background-color", light)


@pytest.mark.parametrize("screen", [{"viewport": SMALLEST}], indirect=True)
async def test_nothing_is_cut_off_on_the_smallest_phone(screen: Screen) -> None:
    await screen.say("/start")
    await screen.say("Donaudampfschifffahrtsgesellschaftskapitän" * 3)
    await screen.say("keys")
    await expect(screen.button("Where I am")).to_be_in_viewport(ratio=1)
    await expect(screen.last).to_be_in_viewport(ratio=1)
    for name in ("Menu", "Send a voice note", "Reply keyboard"):
        await expect(screen.button(name)).to_be_in_viewport(ratio=1)
    wide = "node => node.scrollWidth - node.clientWidth"
    assert await screen.page.locator("#scroller").evaluate(wide) == 0
    assert await screen.page.locator("html").evaluate(wide) == 0


async def test_a_lost_connection_is_told_and_mended(browser: Browser) -> None:
    async with open_screen(browser, viewport=PHONE) as screen:
        await screen.open()
        screen.person.say("before")
        await expect(screen.own).to_contain_text("before")
        port = int(screen.url.rpartition(":")[2])
        await screen.stop()
        await expect(screen.page.get_by_text("Connection lost")).to_be_visible()
        screen.person.say("meanwhile")
        extend = partial(mount, fake=screen.fake, clock=screen.clock, hear=str.split)
        async with serve(screen.fake, port=port, extend=extend):
            await expect(screen.page.get_by_text("Connection lost")).to_be_hidden()
            await expect(screen.own).to_contain_text("meanwhile")
