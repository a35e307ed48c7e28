"""Nothing is logged that was denied, asked, planned, or done by somebody else."""

import re
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.meaning import Intent
from tests.unit.content.test_understand import LOGGED, NOW, meanings, read


@cache
def done_messages() -> tuple[str, ...]:
    parts = [read(part) for part in ("seen", "unseen")]
    says = [each["say"] for part in parts for each in part["log"] if each.get("is") == "done"]
    return tuple(text for text in says if logs(text))  # those missed are counted elsewhere


def logs(text: str) -> bool:
    return any(meaning.intent in LOGGED for meaning in meanings(text))


@pytest.mark.parametrize("denial", ["not", "haven't", "I haven't", "never"])
def test_a_denial_before_the_word_that_logs(denial: str) -> None:
    failures = []
    for text in done_messages():
        word = meanings(text)[0].because[0].split()[0]
        found = re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE)
        at = found.start() if found else 0
        denied = f"{text[:at]}{denial} {text[at:]}"
        if logs(denied):
            failures.append(denied)
    assert not failures


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["did you", "have I", "if I", "when I have", "my sister", "I will have"]))
def test_an_opening_that_turns_done_round(opening: str) -> None:
    assert not logs(f"{opening} done it")


@pytest.mark.parametrize("text", ["done", "did it", "finished", "all done", "did my stretches"])
@pytest.mark.parametrize("ending", ["?", " yet?", " or not?"])
def test_a_question_logs_nothing(text: str, ending: str) -> None:
    assert not logs(text + ending)


@pytest.mark.parametrize(
    "text",
    [
        "I'll be done by eight",
        "hoping to be done tonight",
        "want to get this done tomorrow",
        "as soon as it's done I'll write",
        "it should have been done yesterday",
        "done with work, finally",
        "8 miles done",
        "finished the dishes",
        "everyone else has finished",
    ],
)
def test_tense_mood_object_and_person_count(text: str) -> None:
    assert not logs(text)


def test_two_days_in_one_message_are_two_entries() -> None:
    found = meanings("monday and tuesday done")
    assert [meaning.intent for meaning in found] == [Intent.DONE, Intent.DONE]
    assert [f"{meaning.day:%a}" for meaning in found] == ["Mon", "Tue"]


WISHES = [
    "give me {}",
    "can I get {}",
    "i need something {}",
    "looking for {}",
    "is there anything {}",
    "{} please",
    "I'd like {} today",
    "need hips {}, no mat",
    "fancy {}, standing up",
]
WISHED = [
    "half a session",
    "half of it",
    "half the routine",
    "that's done before 7",
    "that gets it done",
    "done in five minutes",
    "half the moves",
    "part of the session",
    "half as long",
]


@pytest.mark.parametrize("wished", WISHED)
@pytest.mark.parametrize("frame", WISHES)
def test_a_wish_logs_nothing(frame: str, wished: str) -> None:
    assert not logs(frame.format(wished))


@pytest.mark.parametrize(
    "text",
    [
        "only got half a mat's worth of space, hips",
        "i've only got half my usual time, so five minutes",
        "done in by the desk, give me something standing",
        "whatever gets my hips done fast",
        "skip the half ones, 8 minutes, no ball",
        "did nothing but sit today, hips are stiff",
        "i've done enough sitting, get me moving, no kit",
        "done is better than perfect, so 3 minutes please",
        "done plenty of driving, hips are tight",
    ],
)
def test_what_there_is_and_what_was_done_beside_it_logs_nothing(text: str) -> None:
    assert not logs(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("please log half", Intent.PARTIAL),
        ("only got half of it done", Intent.PARTIAL),
        ("only got half way", Intent.PARTIAL),
        ("stretch routine done", Intent.DONE),
        ("give me a tick, did it all", Intent.DONE),
        ("give me a tick I did half", Intent.PARTIAL),
        ("finally got it done", Intent.DONE),
        ("skipped it, need a rest", Intent.MISSED),
        ("skip today", Intent.MISSED),
        ("done my hips, all of it", Intent.DONE),
        ("everything done, thanks", Intent.DONE),
        ("done, anything else?", Intent.DONE),
        ("please mark it done", Intent.DONE),
    ],
)
def test_a_log_beside_such_words_is_still_one(text: str, told: Intent) -> None:
    assert told in [meaning.intent for meaning in meanings(text)]


@pytest.mark.parametrize("whole", ["all of it", "everything", "the full session"])
@pytest.mark.parametrize("part", ["half", "the half", "just half of it", "only half"])
@pytest.mark.parametrize("frame", ["did {} today, not {}", "I did {}, not {}"])
def test_what_it_was_not_is_not_logged(frame: str, whole: str, part: str) -> None:
    assert [each.intent for each in meanings(frame.format(whole, part))] == [Intent.DONE]


@pytest.mark.parametrize("joint", [" and ", ", "])
def test_each_of_two_weekdays_has_its_own_amount(joint: str) -> None:
    first, second = NOW.date() - timedelta(days=2), NOW.date() - timedelta(days=1)
    half, full = Intent.PARTIAL, Intent.DONE
    for text, told in [
        (f"did monday half{joint}tuesday full", [half, full]),
        (f"did monday full{joint}tuesday half", [full, half]),
        (f"did half on monday{joint}all of it on tuesday", [half, full]),
    ]:
        found = [(each.day, each.intent) for each in meanings(text)]
        assert found == [*zip((first, second), told, strict=True)], text
