"""Lasting states in the runner's own words."""

import pytest

from content.catalog.library import load
from content.catalog.taxonomy import Condition
from content.screening.screen import own_lexicon
from content.screening.states import states_told
from tests.unit.content.test_understand_bounds import LONGEST
from tests.unit.content.test_understand_bounds import _count as calls

LEXICON, NAMES = own_lexicon(), load().names


CEILING = 100_000  # calls, for a page of one state; before there was one, it took 900,000


def told(text: str) -> list[str]:
    return [each.value for each in states_told(text, LEXICON, NAMES)]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("I have osteoporosis", ["thin-bones"]),
        ("had my hip replaced last year; give me a stretch", ["hip-replacement"]),
        ("I'm on warfarin and hypermobile", ["loose-joints", "blood-thinners"]),
        ("i'm 12", ["under-18"]),
        ("I am 15 years old and my hips are tight", ["under-18"]),
        ("I pulled my hamstring yesterday", ["sore-hamstring"]),
        ("groin strain since last week", ["sore-groin"]),
        ("on steroids for my asthma since years", ["thin-bones"]),
        ("I'm fifteen years old", ["under-18"]),
        ("i am seventeen, tight hips", ["under-18"]),
        ("had a baby five weeks ago", ["after-birth"]),
        ("diagnosed with FAI, I have a labral tear", ["labrum"]),
        ("I've had a stress fracture before", ["stress-fracture"]),
    ],
)
def test_told(text: str, states: list[str]):
    assert told(text) == states


@pytest.mark.parametrize(
    "text",
    [
        "I don't have osteoporosis",
        "can you stretch with a hip replacement?",
        "my mum has osteoporosis",
        "tight hip flexors",
        "i'm 30 min late",
        "i'm 45",
        "i'm thirteen minutes late",
        "4 weeks along in my training block",
        "gave birth three years ago",
        "had a hernia repair 8 months ago",
        "I'm 10 minutes away",
    ],
)
def test_not_told(text: str):
    assert told(text) == []


@pytest.mark.parametrize("text", ["i'm 71", "I am 66 years old", "i turned 68 last week"])
def test_an_age_over_65_is_kept(text: str):
    assert told(text) == ["over-65"]


@pytest.mark.parametrize(
    "text", ["i'm 65", "i'm 70 minutes in", "my dad is 71", "i turned 90 degrees", "i'm 71 kg"]
)
def test_a_number_is_no_age_over_65(text: str):
    assert told(text) == []


def test_every_state_has_words():
    words = {each.partition(":")[2] for each in LEXICON.phrases if each.startswith("state:")}
    assert words == {each.value for each in Condition} - {"under-18", "over-65"}  # by the age


@pytest.mark.parametrize(
    "said", ["jumper's knee ", "her jumper's knee ", "a hernia and sciatica, "]
)
def test_a_state_told_all_over_a_page_is_looked_at_a_few_times(said: str) -> None:
    page = (said * LONGEST)[:LONGEST]
    told(said)
    assert calls(lambda: told(page)) <= CEILING
    assert ("sore-kneecap" in told(page)) is said.startswith("jumper")
