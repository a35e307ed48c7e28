"""The page for a physio: it holds whatever was told, on one sheet of A4."""

import struct
from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from content.authoring.document import library_folder
from content.charts.legible import legible
from content.charts.sheet import TALL, draw, layout, room, svg
from content.coaching.review.figures import MobilityResult
from content.coaching.review.history import Complaint, PhysioHistory, WeekSummary
from content.wording.messages import read_wording

TODAY = date(2026, 11, 27)
WORDS = read_wording(library_folder()).words
AREAS = [name for area, name in WORDS["areas"].items() if area != "all"]
FOOT = 50  # units at the bottom of the page that are taken

days = st.dates(TODAY - timedelta(days=60), TODAY)
complaints = st.builds(
    Complaint,
    words=st.text(max_size=400),
    told=days,
    areas=st.lists(st.sampled_from(AREAS), unique=True).map(tuple),
    open=st.booleans(),
    answers=st.lists(st.tuples(days, st.sampled_from(["gone", "still", "cleared", "not-it"]))).map(
        tuple
    ),
)
weeks = st.builds(
    WeekSummary,
    monday=days,
    days=st.integers(0, 7),
    km=st.floats(0, 200),
    minutes=st.dictionaries(
        st.sampled_from(AREAS), st.tuples(st.floats(0, 20), st.floats(0, 20)), max_size=9
    ),
)
histories = st.builds(
    PhysioHistory,
    name=st.text(max_size=64),
    today=st.just(TODAY),
    complaints=st.lists(complaints, max_size=6).map(tuple),
    notes=st.lists(st.tuples(days, st.text(max_size=300)), max_size=5).map(tuple),
    sore=st.dictionaries(days, st.integers(0, 10).map(float)),
    weeks=st.lists(weeks, min_size=6, max_size=6).map(tuple),
    trials=st.lists(
        st.builds(MobilityResult, days, st.floats(-30, 30), st.floats(-30, 30)), max_size=5
    ).map(tuple),
    resting=st.lists(st.sampled_from(AREAS), unique=True).map(tuple),
    facts=st.lists(st.tuples(st.just("Worse"), st.text(max_size=200)), max_size=12).map(tuple),
    about=st.just((("Sitting", "Over 7 h"), ("Kit", "Foam roller"), ("Run days", "Mon"))),
)


@given(histories)
@settings(max_examples=60)
def test_whatever_was_told_is_a_drawing_that_fits_its_page(history: PhysioHistory) -> None:
    ElementTree.fromstring(svg(history))  # noqa: S314 - our own drawing
    page = layout(history)
    assert page.notes <= page.sore < page.done < page.tests <= page.plan
    assert page.plan + 42 + 3 * 20 <= TALL - FOOT
    facts = history.facts[: room(history)]
    assert page.plan + 82 + 20 * (2 + len(facts)) <= TALL - FOOT or not facts
    assert PhysioHistory.of(history.stored()) == history


def test_the_page_is_as_tall_as_a4() -> None:
    drawn = draw(PhysioHistory("Sam", TODAY).stored())
    wide, tall = struct.unpack(">II", drawn[16:24])
    assert abs(tall / wide - 297 / 210) < 0.002
    assert wide >= 1600  # 200 dots to the inch on paper


@given(st.text(max_size=500), st.integers(20, 200))
def test_words_are_cut_to_one_line(words: str, most: int) -> None:
    shown = legible(words, most)
    assert len(shown) <= most
    assert shown.isprintable()
