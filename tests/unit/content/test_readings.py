"""What an unclear message may stand for: each reading on offer leads where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.deciding.suggestions import FAIRLY_SURE, MOST, TOLD
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


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("which hip did I do more for this week", "my progress"),
        ("what does posterior mean on that picture", "glute stretch"),
        ("the plumber is here today and it is chaos", "today's session"),
    ],
)
def test_a_word_or_two_are_a_guess_where_the_rest_is_of_something_else(
    text: str, offered: str
) -> None:
    (meaning,) = meanings(text)
    assert meaning.intent is Intent.UNKNOWN
    assert offered in meaning.readings


@pytest.mark.parametrize(
    "text",
    [
        "hip stretch",
        "tight hamstrings",
        "show me the couch stretch my cousin keeps on about",
        "was mache ich heute mit meiner hüfte",
        "I run on tuesdays and my brother bikes",
        "how long will that one need",
    ],
)
def test_what_is_wished_plainly_by_name_or_in_another_language_is_no_guess(text: str) -> None:
    assert meanings(text)[0].intent is not Intent.UNKNOWN


@given(st.sampled_from([said for _, said in SAID]))
def test_what_a_button_says_is_never_doubted(said: str) -> None:
    assert meanings(said)[0].intent is not Intent.UNKNOWN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kids are home, nursery shut, madness here", True),
        ("i bought a red scarf and two lemons", True),
        ("where did i put my red scarf?", False),
        ("red scarf", False),
    ],
)
def test_what_asks_for_nothing_is_only_told(text: str, told: bool) -> None:
    assert (meanings(text)[0].topic == TOLD) is told
