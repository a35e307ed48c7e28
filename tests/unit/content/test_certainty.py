"""A change with something beside it that can't be done is never made; a log turned round, never."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.deciding.costs import COST, Cost, cost
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely
from tests.unit.content.test_understand import CARDS, LEXICON, NOW, meanings

CHANGES = [
    "remind me at 7:00",
    "remind me at 18:30 on weekdays",
    "move my reminder to 8:15",
    "weekdays only",
    "stop the reminders",
    "turn off all reminders",
    "pause reminders for ten days",
    "desk breaks every 50 minutes",
    "quiet hours from 21 to 7",
    "my time zone is Europe/Madrid",
    "never show me pigeon again",
    "no kneeling from now on",
    "delete everything",
]
QUALIFIERS = [
    "but not on bank holidays",
    "but only if it rains",
    "except in august",
    "unless I have a meeting",
    "only when I am alone",
    "if my physio agrees",
    "on my other phone",
    "on my watch",
    "by email",
    "with a loud gong",
    "in spanish",
    "for my sister",
    "for the whole team",
    "when the sun rises",
    "when my kids are asleep",
    "as soon as it snows",
    "without the picture",
    "with a joke",
    "and tell my coach",
    "and my wife too",
    "like last summer",
    "according to my calendar",
    "depending on my shifts",
    "depending on the weather",
    "whenever I feel like it",
    "on odd dates",
    "during ramadan",
    "until my marathon",
    "until further notice from my boss",
    "after the eclipse",
    "in the garden",
    "with vibration",
    "in capital letters",
    "using my old settings",
    "twice as loud",
    "but nicer",
    "for the price of a coffee",
    "in a pink bubble",
    "from the app",
    "if and only if I ran",
]
LOGS = [
    "did it",
    "done",
    "did my session",
    "finished my stretches",
    "did half of it",
    "did 20 minutes",
    "completed the routine",
]
TURNS = [
    "if I {}, would you be proud?",
    "my sister {}",
    "my husband says he {}",
    "should I say I {}?",
    "did I say I {}?",
    "tomorrow I will have {}",
    "I have not {}",
    "I never {}",
    "yeah right, {}",
    "{}, not",
    "{}, just kidding",
    "in my dreams I {}",
    "what if I {}?",
    "I wish I {}",
    "pretend I {}",
    "everyone else {}",
    "has anybody {}?",
    "as if I {}",
    "I would have {}",
    "{} 🙄",
    "{} when pigs fly",
    "suppose I {}",
]
WRITES = {Intent.DONE, Intent.PARTIAL}


def sure(text: str) -> tuple[Meaning, ...]:
    return surely(text, meanings(text), now=NOW, lexicon=LEXICON, cards=CARDS)


def deeds(text: str) -> set[Meaning]:
    """What is changed at once, whatever the words were."""
    dear = (each for each in sure(text) if cost(each.intent) > Cost.LOG)
    return {replace(each, because=()) for each in dear}


@pytest.mark.parametrize("change", CHANGES)
def test_a_bare_change_is_made(change: str) -> None:
    assert deeds(change)


def test_no_change_is_made_with_a_qualifier_that_it_cannot_do() -> None:
    tried = [f"{change} {qualifier}" for change, qualifier in product(CHANGES, QUALIFIERS)]
    bare = {change: deeds(change) for change in CHANGES}
    made = [
        f"{change} {qualifier}"
        for change, qualifier in product(CHANGES, QUALIFIERS)
        if bare[change] & deeds(f"{change} {qualifier}")
    ]
    print(f"{len(tried)} changes with a qualifier, {len(made)} made")
    assert not made
    assert len(tried) >= 500


@pytest.mark.parametrize("log", LOGS)
def test_a_bare_log_is_written(log: str) -> None:
    assert WRITES & {each.intent for each in sure(log)}


def test_no_log_is_written_that_is_turned_round() -> None:
    tried = [turn.format(log) for turn, log in product(TURNS, LOGS)]
    written = [text for text in tried if WRITES & {each.intent for each in sure(text)}]
    print(f"{len(tried)} logs turned round, {len(written)} written")
    assert not written
    assert len(tried) >= 150


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("remind me at 7:00 in the cupboard", ("cupboard",)),
        ("stop the reminders on my tablet", ("on my tablet",)),
    ],
)
def test_what_was_not_understood_is_named_with_what_is_offered(
    text: str, left: tuple[str, ...]
) -> None:
    (asked,) = sure(text)
    assert asked.intent is Intent.SURE
    assert [phrase.split()[-1] for phrase in asked.left] == [each.split()[-1] for each in left]
    assert asked.offers


SAID = """
remind me at 7 too early not done did half if my sister pause stop moved to oslo quiet after
9pm ran 10k hide pigeon , . ? every weekday except until tomorrow 2 days ago 🙄
"""
WORDS = st.sampled_from(SAID.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=60))
def test_nothing_that_is_written_raises(text: str) -> None:
    assert sure(text)


def test_what_costs_something_is_listed_once() -> None:
    assert {*COST.values()} == {*Cost} - {Cost.SHOW}
    assert cost(Intent.ASK) is Cost.SHOW
