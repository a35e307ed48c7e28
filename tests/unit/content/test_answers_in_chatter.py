"""Answers as hurried, chatty, foreign and grumpy people type them, with words beside the point."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.catalog.taxonomy import Area, Kit
from content.intents.answers.answer import Answer, Aside
from content.intents.answers.read import read_answer
from content.intents.answers.readers.zone import Whereabouts
from content.intents.answers.word_by_word import in_english
from content.language.compiler import compiled
from content.screening.screen import own_lexicon
from tests.unit.content.test_understand import meanings

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
KNOWN = {"run_days": [0, 2, 5], "run_at": "06:30"}
WEEKDAYS, EVERY_DAY = [0, 1, 2, 3, 4], [*range(7)]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def heard(question: str, text: str) -> Any:
    found = read_answer(question, text, NOW, known=KNOWN, rival=meanings(text)[0])
    return found.value if isinstance(found, Answer) else found


LEFT_OUT: list[tuple[str, str, Any]] = [
    ("run_days", "workdays, saturdays and sundays never", WEEKDAYS),
    ("run_days", "all week apart from mondays", [1, 2, 3, 4, 5, 6]),
    ("run_days", "daily, wednesdays excluded", [0, 1, 3, 4, 5, 6]),
    ("run_days", "mon to thu, fri/sat/sun off", [0, 1, 2, 3]),
    ("run_days", "weekends, in the week no chance", [5, 6]),
    ("run_days", "wednesday rather than friday", [2]),
    ("run_days", "tue and sat, sundays I only wish", [1, 5]),
    ("run_days", "sundays not too early, and wednesdays", [2, 6]),
    ("run_days", "weekdays before work, weekends after breakfast", EVERY_DAY),
    ("run_days", "every day, sundays the long run", EVERY_DAY),
    ("run_days", "thursday, sunday, the whole shebang", EVERY_DAY),
    ("run_days", "tue thu sat, squats on the others", [1, 3, 5]),
    ("run_days", "mondays, and sundays if my knees agree", [0, 6]),
    ("remind_days", "weekdays. saturday and sunday I'm at my mum's", WEEKDAYS),
    ("remind_days", "weekdays, and don't pester me at the weekend", WEEKDAYS),
    ("remind_days", "every day but leave my fridays in peace", [0, 1, 2, 3, 5, 6]),
    ("remind_days", "each day, tuesday not", [0, 2, 3, 4, 5, 6]),
    ("remind_days", "every day, even sundays", EVERY_DAY),
    ("remind_days", "weekdays and weekends too", EVERY_DAY),
]


@pytest.mark.parametrize(("question", "text", "days"), LEFT_OUT)
def test_days_that_are_left_out(question: str, text: str, days: Any) -> None:
    assert heard(question, text) == days


@pytest.mark.parametrize(
    "text",
    [
        "every day except when I work nights",
        "every day unless it snows",
        "daily, but not on feast days",
        "all days except my husband's bowling night",
    ],
)
@pytest.mark.parametrize("question", ["run_days", "remind_days"])
def test_an_exception_that_names_no_day_is_asked_about(question: str, text: str) -> None:
    assert heard(question, text) is Aside.WHICH


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(DAYS),
    st.sampled_from(
        [
            "every day except {}s",
            "every day but not {}",
            "all days apart from {}",
            "daily, {}s never",
            "daily, {}s excluded",
            "each day, {} not",
            "every day. leave me alone on {}s",
        ]
    ),
)
def test_a_day_that_is_left_out_is_never_taken(day: str, frame: str) -> None:
    days = heard("remind_days", frame.format(day))
    assert days == [at for at, name in enumerate(DAYS) if name != day]


TAKEN: list[tuple[str, str, Any]] = [
    # A swear word or a figure of speech tells of nothing.
    ("sitting", "the whole bloody day", "over-7"),
    ("sitting", "damn near ten hours", "over-7"),
    ("spots", "quads, hard as a bridge", ["quads"]),
    ("spots", "hamstrings, like the strings of a guitar", ["hamstrings"]),
    ("kit", "sod all", ["nothing"]),
    # What is put aside for another is not taken.
    ("cue", "not lunch, my shower", "shower"),
    ("cue", "coffee rather than lunch", "coffee"),
    ("cue", "before my run, never after it", Aside.WHICH),
    ("cue", "teeth, I never forget them", "teeth"),
    ("remind_at", "not at 7, at 8", "08:00"),
    ("remind_at", "not 6 but 7", "07:00"),
    # A list with "all of it" is all of it.
    ("kit", "sofa, roller, all of it", sorted(kit.value for kit in Kit)),
    ("kit", "everything except the couch", sorted(set(Kit) - {Kit.COUCH})),
    ("spots", "hips, quads, everything", [area.value for area in Area]),
    # A thing at hand is no session.
    ("kit", "did get a roller", ["roller"]),
    ("kit", "one band, that's me done", ["band"]),
    # The time that was told stands above a word for it, and above another day's.
    ("run_at", "6:10am before work, sundays at 9", "06:10"),
    ("run_at", "early, 5:50, saturdays 8ish", "05:50"),
    ("run_at", "after I drop my son at school, quarter past nine-ish", "09:15"),
    ("run_at", "monday at 6, thursday at 19:00", Aside.WHICH),
    # Half hours as they are said elsewhere, and words of two languages.
    ("remind_at", "um 6 Uhr 15 please", "06:15"),
    ("remind_at", "19h45", "19:45"),
    ("remind_at", "a las 9 y media", "09:30"),
    ("remind_at", "halb sieben would be good", "06:30"),
    ("run_days", "every jueves and domingo", [3, 6]),
    ("cue", "after Kaffee please", "coffee"),
    ("kit", "eine Matte and a Faszienrolle", ["roller"]),
    ("spots", "Hüfte vorne", ["hip-flexors"]),
]


@pytest.mark.parametrize(("question", "text", "value"), TAKEN)
def test_an_answer_is_taken_with_what_is_said_beside_it(
    question: str, text: str, value: Any
) -> None:
    assert heard(question, text) == value


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("sitting", "at quarter past eight"),
        ("sitting", "around nine in the evening"),
        ("spots", "nothing that you need to worry about"),
        ("run_days", "leave it as it is, forget it"),
        ("remind_at", "if you ping me at 5 again I'll scream"),
        ("kit", "done"),
    ],
)
def test_what_only_holds_words_of_an_answer_is_none(question: str, text: str) -> None:
    assert heard(question, text) in (None, Aside.LOST, Aside.WHICH, Aside.MEANING)


@pytest.mark.parametrize(
    "text",
    [
        "before my tea I am not human",
        "I have not time now",
        "nobody is as slow as me",
        "wake me at 6:40, if you can",
    ],
)
def test_a_word_of_a_sentence_is_no_place(text: str) -> None:
    assert not isinstance(heard("zone", text), Whereabouts)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Boston will do", "America/New_York"),
        ("not London, Lisbon", "Europe/Lisbon"),
        ("Elbonia, no, Prague", "Europe/Prague"),
        ("Leipzig, and I'm always late", "Europe/Berlin"),
    ],
)
def test_a_place_is_the_whole_of_what_is_said_between_two_signs(text: str, zone: str) -> None:
    found = heard("zone", text)
    assert isinstance(found, Whereabouts)
    assert found.places[0].zone == zone


@pytest.mark.parametrize("text", ["once a day", "die hard at 6", "no", "me", "so"])
def test_english_words_stay_english(text: str) -> None:
    assert in_english(text, compiled(own_lexicon())) is None
