"""The gallery: nothing is missing, nothing is loaded from elsewhere, and the filters work."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page, expect, sync_playwright

from content.authoring.document import library_folder
from content.catalog.library import Library, load
from content.checks.reports.gallery import facets, gallery
from content.checks.reports.handout import handout
from content.pictures.output.still import svg
from content.wording.messages import read_wording
from content.wording.templates import templates

WORDING = read_wording(library_folder())


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def page_text(library: Library) -> str:
    return gallery(library, WORDING, {"couch-stretch": svg("couch-stretch")})


def ids(text: str) -> list[str]:
    return re.findall(r'<article id="([^"]+)"', text)


def test_it_shows_every_card_routine_programme_and_message(library: Library, page_text: str):
    messages = [each.name for each in templates(library_folder())]
    fresh = [f"openers-{kind}" for kind in WORDING.openers]
    shown = [*library.cards, *library.routines, *library.programmes, *messages, *fresh]
    assert ids(page_text) == shown
    assert len(set(re.findall(r' id="([^"]+)"', page_text))) == page_text.count(' id="')


def test_every_link_leads_somewhere(page_text: str):
    targets = re.findall(r'href="#([^"]+)"', page_text)
    assert targets
    assert set(targets) <= set(re.findall(r'id="([^"]+)"', page_text))


def test_it_loads_nothing_from_elsewhere(page_text: str):
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', page_text)
    assert [each[:26] for each in loaded] == ["data:image/svg+xml;base64,"]
    assert not re.search(r"@import|url\(|https?://", page_text)


def test_what_an_author_types_stays_text(library: Library):
    card = next(iter(library.cards.values()))
    odd = replace(card, summary="<script>alert(1)</script>")
    text = gallery(
        replace(library, cards={**library.cards, card.id: odd}),
        WORDING,
        {},
    )
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_facets_of_several_cards_are_those_of_each(library: Library):
    couch, clam = library.cards["couch-stretch"], library.cards["clamshell"]
    assert facets([couch, clam])["kind"] == "strengthen stretch"
    assert facets([clam])["kit"] == "none"
    assert "before-run" not in facets([couch])["moment"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("the page tests need Chromium: run `make installed`")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, tmp_path: Path, page_text: str) -> Iterator[Page]:
    """The gallery on a phone, with a picture of one card only."""
    (tmp_path / "index.html").write_text(page_text)
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"file://{tmp_path}/index.html")
    yield page
    page.close()
    assert complaints == []


def visible(page: Page) -> set[str]:
    return {each.get_attribute("id") or "" for each in page.locator("article:visible").all()}


def test_filters_work_together_and_are_undone_at_once(page: Page, library: Library):
    everything = visible(page)
    page.select_option("#kit", "roller")
    page.select_option("#area", "quads")
    shown = visible(page)
    assert shown & library.cards.keys() == {
        card.id
        for card in library.cards.values()
        if "roller" in card.kit.required and "quads" in card.areas
    }
    assert not shown & {each.name for each in templates(library_folder())}
    page.click("text=Show all")
    assert visible(page) == everything


def test_words_are_found_in_any_place(page: Page):
    page.fill("#text", "ISN'T clock  on my")
    assert visible(page) == {"bad_time.j2"}
    page.fill("#text", "zyzzyva")
    expect(page.locator("#nothing")).to_be_visible()


def test_a_link_to_something_filtered_out_brings_it_back(page: Page):
    page.fill("#text", "banded glute bridge")
    page.select_option("#level", "2")
    page.locator("#banded-glute-bridge .links a").first.click()
    expect(page.locator("article:target")).to_be_in_viewport()
    expect(page.locator("#text")).to_have_value("")


def test_pictures_show_and_keep_their_shape(page: Page):
    assert page.locator("article img").count() == 1
    picture = page.locator("#couch-stretch img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    assert picture.evaluate("(each) => each.naturalWidth") == 1000
    box = picture.bounding_box() or {}
    assert box["width"] / box["height"] == pytest.approx(4 / 3, rel=0.02)


def test_it_fits_a_phone_in_light_and_dark(page: Page):
    paper = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        paper.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert paper[0] != paper[1]


@pytest.mark.parametrize("name", sorted(load().programmes))
def test_a_programme_on_paper_tells_each_exercise_once_with_its_stop_rule(
    library: Library, name: str
):
    programme = library.programmes[name]
    text = handout(programme, library, WORDING, {}, date(2026, 11, 30))
    shown = re.findall(r"<h3>([^<]+)</h3>\s+<div class=\"dose\">", text)
    pools = [pool for week in programme.weeks for pool in week.pools]
    cards = [c for pool in pools for each in pool.routines for c in library.routines[each].cards]
    assert shown == [str(escape(library.cards[c].name)) for c in dict.fromkeys(cards)]
    assert text.count('<td class="week">') == len(programme.weeks)
    for card_id in cards:
        assert escape(library.cards[card_id].stop) in text
    assert "reviewed none of these" in text
    assert not re.search(r"@import|url\(|https?://", text)


def test_a_programme_prints_as_a4_pages(browser: Browser, library: Library, tmp_path: Path):
    """A card is never cut in two: each is whole on its page."""
    drawings = {"couch-stretch": svg("couch-stretch")}
    text = handout(library.programmes["strong-hips"], library, WORDING, drawings, date(2026, 5, 1))
    (tmp_path / "out.html").write_text(text)
    page = browser.new_page()
    page.goto(f"file://{tmp_path}/out.html")
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert 5 <= len(re.findall(rb"/Type /Page\b", printed)) <= 20
    assert re.search(rb"/MediaBox \[0 0 59[45]\S* 84[12]", printed)  # points
