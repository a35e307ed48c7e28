"""Days off, days mended and being back, as people say it. Today is Wednesday 18 November."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from content.intents.meaning import Intent
from content.intents.understanding import understand
from content.screening.screen import own_lexicon
from tests.support.library import library

NOW = datetime(2026, 11, 18, 9, tzinfo=ZoneInfo("Europe/Berlin"))
CARDS = {card.id: (card.name, *card.aliases) for card in library().cards.values()}
LEXICON = own_lexicon()


def nov(day: int) -> date:
    return date(2026, 11, day)


def meant(text: str) -> list[tuple[object, ...]]:
    found = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)
    return [(each.intent, each.reason, each.since, each.day) for each in found]


EXCUSED, PAUSE, DONE, UNDO = Intent.EXCUSED, Intent.PAUSE, Intent.DONE, Intent.UNDO
TOLD = {
    "I'm sick": [(EXCUSED, "ill", None, None)],
    "got the flu": [(EXCUSED, "ill", None, None)],
    "I'm sick, skipping today": [(EXCUSED, "ill", None, None)],
    "sick since monday": [(EXCUSED, "ill", None, nov(day)) for day in (16, 17, 18)],
    "was ill on monday and tuesday": [(EXCUSED, "ill", None, nov(day)) for day in (16, 17)],
    "ill until friday": [(PAUSE, "ill", None, nov(20))],
    "travelling till Friday": [(PAUSE, "travel", None, nov(20))],
    "travelling tomorrow": [(PAUSE, "travel", nov(19), nov(20))],
    "on vacation next week": [(PAUSE, "travel", nov(23), nov(30))],
    "on holiday from monday to friday": [(PAUSE, "travel", nov(23), nov(28))],
    "rest day today": [(EXCUSED, "rest", None, None)],
    "yesterday was a rest day": [(EXCUSED, "rest", None, nov(17))],
    "took a rest day yesterday": [(EXCUSED, "rest", None, nov(17))],
    "I'm back": [(Intent.BACK, None, None, None)],
    "feeling better again": [(Intent.BACK, None, None, None)],
    "undo Tuesday": [(UNDO, None, None, nov(17))],
    "clear yesterday": [(UNDO, None, None, nov(17))],
    "that was yesterday, not today": [(UNDO, None, None, nov(18)), (DONE, None, None, nov(17))],
    "20 minutes of yoga yesterday": [(DONE, None, None, nov(17))],
    "done, and I'm travelling till Friday": [
        (DONE, None, None, None),
        (PAUSE, "travel", None, nov(20)),
    ],
    "make yesterday a rest day": [(EXCUSED, "rest", None, nov(17))],
    "mark monday as sick": [(EXCUSED, "ill", None, nov(16))],
    "I was travelling monday to wednesday last week": [
        (EXCUSED, "travel", None, nov(day)) for day in (9, 10, 11)
    ],
    "edit yesterday": [(Intent.FIX, None, None, None)],
    "fix my log": [(Intent.FIX, None, None, None)],
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_days(text: str) -> None:
    assert meant(text) == TOLD[text]


@pytest.mark.parametrize(
    "text",
    [
        "sick of stretching",
        "I had a cold shower",
        "I feel sick when I run",
        "stretches for travelling",
        "what can I do while travelling?",
        "what should I do on a rest day?",
        "my back is better again",
        "I'm back in Berlin",
        "back pain",
        "not sick",
    ],
)
def test_what_tells_of_no_day_off(text: str) -> None:
    assert not {each[0] for each in meant(text)} & {EXCUSED, PAUSE, Intent.BACK}


def test_several_cards_are_one_log() -> None:
    (found,) = understand(
        "did the couch stretch, clamshells and half pigeon",
        now=NOW,
        lexicon=LEXICON,
        cards=CARDS,
    )
    assert found.cards == ("couch-stretch", "clamshell", "half-pigeon")


@pytest.mark.parametrize("text", ["Berlin", "tokyo", "London!", "são paulo"])
def test_a_large_city_by_itself_is_where_somebody_is(text: str):
    assert [each[0] for each in meant(text)] == [Intent.MOVED]


@pytest.mark.parametrize("text", ["nice", "Reading", "orange", "split", "London marathon"])
def test_a_word_that_is_also_a_town_is_none(text: str):
    assert Intent.MOVED not in [each[0] for each in meant(text)]


@pytest.mark.parametrize(
    "text",
    [
        "flu is over, no fever for 3 days",
        "the fever is gone",
        "my temperature has gone",
        "no cough any more",
        "over the flu",
        "got over my cold",
        "i'm well again",
    ],
)
def test_whoever_is_well_again_is_back(text: str) -> None:
    assert meant(text) == [(Intent.BACK, "ill", None, None)]


@pytest.mark.parametrize(
    "text", ["flu is not over yet", "no fever any more but i still cough", "the flu, day three"]
)
def test_whoever_is_still_ill_is_not(text: str) -> None:
    assert Intent.BACK not in [each[0] for each in meant(text)]


@pytest.mark.parametrize(
    "text",
    [
        "had a fever last week",
        "i had the flu two weeks ago",
        "was ill last month",
        "had covid last year",
    ],
)
def test_an_illness_that_has_passed_is_told_how_to_come_back(text: str) -> None:
    (found,) = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)
    assert (found.intent, found.topic) == (Intent.TOPIC, "after-illness")


def test_what_goes_with_it_is_asked_about() -> None:
    found = understand("dizzy after the flu", now=NOW, lexicon=LEXICON, cards=CARDS)
    assert [each.intent for each in found] == [Intent.TOPIC, Intent.CHECK_BODY]
