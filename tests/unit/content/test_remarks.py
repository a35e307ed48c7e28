"""Clauses that only say why leave a change as it is; all others still count."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.bundle import Content
from content.intents.answers.word_by_word import in_english
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely, understand
from content.language.compiler import compiled

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
CHANGES = ["remind me at 6:40", "weekdays only", "no reminder on thursday"]
ENDS = ["stop the reminders", "delete everything", "never show me the pigeon again"]
REASONS = [
    "I have an early train",
    "my shift has changed",
    "because I am useless at night",
    "we have a baby",
    "too dark later",
    "it's getting silly",
    "that is really silly",
    "you numpty",
    "the dog has eaten my glasses",
    "he snores terribly",
    "they are building next door",
]
NARROWER = [
    "I want it loud",
    "it has to be by mail",
    "the text needs to be in big letters",
    "that is only for my work phone",
    "until you hear from me",
    "I need it on my watch",
    "but not if it snows",
    "my dog as well",
    "I was only kidding",
    "I meant my phone",
    "we are abroad this month",
    "because it is the rainy season",
    "I have night duty until March",
    "I have a cold",
]


@pytest.fixture(scope="module")
def sure(content: Content):
    def heard(text: str) -> tuple[Meaning, ...]:
        known = {"now": NOW, "lexicon": content.lexicon, "cards": content.names}
        return surely(text, understand(text, texts=content.texts, **known), **known)

    return heard


@pytest.mark.parametrize("change", CHANGES)
def test_a_reason_changes_nothing_of_a_change(sure, change: str) -> None:
    (bare,) = sure(change)
    for reason in REASONS:
        (found,) = sure(f"{change}, {reason}")
        assert (found.intent, found.at, found.days) == (bare.intent, bare.at, bare.days), reason


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("reason", REASONS)
def test_what_ends_something_is_asked_first_whatever_the_reason(sure, end, reason) -> None:
    (bare,) = sure(end)
    assert bare.intent not in {each.intent for each in sure(f"{end}, {reason}")}


@pytest.mark.parametrize("change", [*CHANGES, *ENDS])
def test_what_hurts_beside_a_change_is_heard(sure, change: str) -> None:
    for told in ("I got injured", "my back hurts"):
        found = {each.intent for each in sure(f"{change}, {told}")}
        assert found & {Intent.CHECK_BODY, Intent.SURE, Intent.ASK}, told


@pytest.mark.parametrize("change", CHANGES)
def test_what_narrows_a_change_is_no_reason(sure, change: str) -> None:
    (bare,) = sure(change)
    for narrower in NARROWER:
        assert bare.intent not in {each.intent for each in sure(f"{change}, {narrower}")}, narrower


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("lunes y jueves", "monday and thursday"),
        ("um halb sieben", "at 6:30"),
        ("acht stunden", "eight hours"),
        ("poniedziałek i środa", "monday and wednesday"),
        ("monday and thursday", None),
        ("lunes and thursday", "monday and thursday"),
        ("once", None),  # English, and no eleven
        ("a las once", "at the eleven"),
        ("martes a viernes", "tuesday to friday"),
        ("du lundi au jeudi", "the monday to thursday"),
        ("dienstag bis samstag", "tuesday to saturday"),
        ("keine matte", "no mat"),
        ("a las nueve menos cuarto", None),
        ("menos de tres horas", "less than three hours"),
    ],
)
def test_an_answer_is_put_into_english_word_by_word(content, text: str, english: str | None):
    assert in_english(text, compiled(content.lexicon)) == english


@given(st.text(max_size=60))
def test_no_answer_is_too_strange_to_be_read(content, text: str) -> None:
    in_english(text, compiled(content.lexicon))  # nothing is raised


def test_a_wish_for_fewer_is_no_wish_for_a_move(sure) -> None:
    assert [each.intent for each in sure("you write to me too often")] == [Intent.FEWER]
