"""What an unclear message may stand for: each reading on offer leads where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.deciding.suggestions import FAIRLY_SURE, MOST
from content.intents.meaning import Intent
from content.intents.second_opinion import opinion
from tests.unit.content.test_understand import LEXICON, meanings

TABLE = LEXICON.tables["readings"]
KIN = {"remind-days": "remind", "prefer": "settings"}  # what is changed is chosen there
SAID = [
    *((intent, said) for intent, says in TABLE["opinions"].items() for said in says),
    *((f"ask:{area}", said) for area, says in TABLE["areas"].items() for said in says),
    *((f"topic:{topic}", said) for topic, says in TABLE["topics"].items() for said in says),
]


@pytest.mark.parametrize(("label", "said"), SAID)
def test_a_reading_leads_to_what_it_words(label: str, said: str) -> None:
    meaning = meanings(said)[0]
    named = {f"{meaning.intent}:{each}" for each in (meaning.topic, *meaning.areas)}
    assert KIN.get(label, label) in {meaning.intent.value, *named}
    assert len(f"meant:{said}".encode()) <= 64


@given(st.text(st.sampled_from("abc defghijklmnopqrstuvwxyz?'"), max_size=40))
def test_whatever_is_unclear_has_few_readings_and_the_likely_one_is_the_models(text: str) -> None:
    meaning = meanings(text)[0]
    if meaning.intent is Intent.UNKNOWN:
        assert len(meaning.readings) == len(set(meaning.readings)) <= MOST
        if meaning.guessed:
            assert opinion(text)[0][1] >= FAIRLY_SURE


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("zwaar vermoeide kuitspieren dezer dagen", True),
        ("mé kyčle jsou zatuhlé", True),
        ("selkä on jumissa taas", True),
        ("xylophone", False),  # one word may be anything
        ("we met at the café on the corner", False),
        ("my blue bicycle needs new brakes", False),
    ],
)
def test_what_is_hardly_english_is_told_so(text: str, foreign: bool) -> None:
    assert any(each.language is not None for each in meanings(text)) is foreign
