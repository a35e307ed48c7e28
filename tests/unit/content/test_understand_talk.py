"""Told sessions, talk about Limber and names, in frames: kinds, and not single sentences."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely
from content.language.tokens import fold
from tests.unit.content.test_understand import CARDS, LEXICON, NOW, meanings

LOGGED = {Intent.DONE, Intent.PARTIAL}
TOLD = [
    "did it",
    "did my session",
    "done",
    "finished the session",
    "smashed it",
    "got it done",
    "did my stretches",
]
TURNED = [
    "my sister {}",
    "should i have {}?",
    "if i {} would it count",
    "i wish i had {}",
    "yeah right, {}",
    "oh sure, {}, in my dreams",
    "{}. not.",
    "as if i {}",
    "what if i say {} and it's a lie",
]
ALL_BUT = ["except", "bar", "minus"]


def heard(text: str) -> tuple[Meaning, ...]:
    """What the chat goes by: understood, and what is not sure asked."""
    return surely(text, meanings(text), now=NOW, lexicon=LEXICON, cards=CARDS)


def intents(text: str) -> set[Intent]:
    return {each.intent for each in heard(text)}


@pytest.mark.parametrize(("frame", "told"), [*product(TURNED, TOLD)])
def test_what_is_turned_round_is_not_logged(frame: str, told: str):
    assert not intents(frame.format(told)) & LOGGED


@pytest.mark.parametrize("told", TOLD)
def test_what_is_told_is_logged(told: str):
    assert intents(told) == {Intent.DONE}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5 minutes instead of 10", 5),
        ("only managed 8 min rather than 15", 8),
        ("15 min not 20 today", 15),
    ],
)
def test_less_than_planned_is_a_part(text: str, minutes: int):
    (found,) = heard(text)
    assert (found.intent, found.minutes) == (Intent.PARTIAL, minutes)


@pytest.mark.parametrize(("word", "all_"), [*product(ALL_BUT, ["everything", "did it all"])])
def test_all_but_one_card_is_a_part_without_it(word: str, all_: str):
    (found,) = heard(f"{all_} {word} the couch stretch")
    assert found.intent is Intent.PARTIAL
    assert "couch-stretch" not in found.cards


def test_days_told_apart_are_logged_apart():
    found = heard("mark monday as done and tuesday as half")
    assert [(each.intent, f"{each.day:%a}") for each in found if each.day] == [
        (Intent.DONE, "Mon"),
        (Intent.PARTIAL, "Tue"),
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("limber is rubbish", "complaint"),
        ("stupid app", "complaint"),
        ("do you charge for this", "price"),
        ("must i pay anything", "price"),
        ("are my messages private", "privacy"),
        ("who sees my log", "privacy"),
        ("does mobility help", "works"),
        ("convince me", "motivation"),
        ("could my brother join this", "others"),
        ("which muscles do runners ignore", "neglected"),
        ("what are your sources", "sources"),
    ],
)
def test_talk_about_limber_has_its_answer(text: str, topic: str):
    assert heard(text)[0].topic == topic


@pytest.mark.parametrize(
    "text",
    [
        "the pictures don't load",
        "your menu is broken",
        "i never got my reminder today",
        "there is a bug",
    ],
)
def test_a_fault_is_a_report(text: str):
    assert intents(text) == {Intent.BUG}


NAMES = st.sampled_from(["bo", "Sören", "Ana Lena", "Mr T", "Siobhan"])


@given(NAMES, st.sampled_from(["call me {}", "my name is {}", "hi, i'm called {}", "{}"]))
def test_a_name_is_heard_where_one_is_told(name: str, frame: str):
    found = heard(frame.format(name))[0]
    assert (found.intent is Intent.NAME) is (frame != "{}")
    assert found.intent is not Intent.NAME or found.named == fold(name)


@pytest.mark.parametrize(
    "text", ["call me later", "call me at 7", "don't call me", "call me crazy"]
)
def test_a_call_is_no_name(text: str):
    assert Intent.NAME not in intents(text)


HOW = ["talk me through {}", "read {} out loud", "can you say {} aloud", "read {} to me please"]


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize(
    ("what", "card", "topic"),
    [
        ("it", None, None),
        ("the couch stretch", "couch-stretch", None),
        ("clamshells", "clamshell", None),
        ("my session", None, "session"),
        ("the whole routine", None, "session"),
    ],
)
def test_who_wants_to_listen_names_a_card_or_all_of_it(how, what, card, topic):
    (heard,) = meanings(how.format(what))
    assert (heard.intent, heard.card, heard.topic) == (Intent.TALK, card, topic)


@pytest.mark.parametrize(
    "text",
    [
        "can i talk to somebody",
        "i talked it through with my physio",
        "walk me through the clamshell",
        "my calf is swollen and hot, read it to me",
    ],
)
def test_what_sounds_like_it_and_is_not(text):
    assert Intent.TALK not in {each.intent for each in meanings(text)}
