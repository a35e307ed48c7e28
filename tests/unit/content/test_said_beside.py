"""What is said beside a wish: whose the log was, when something else happens, what stays."""

from datetime import time

import pytest

from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely
from tests.unit.content.test_understand import CARDS, LEXICON, NOW, meanings


def sure(text: str) -> tuple[Meaning, ...]:
    return surely(text, meanings(text), now=NOW, lexicon=LEXICON, cards=CARDS)


@pytest.mark.parametrize(
    "text",
    [
        "knock that entry off again, my son tapped it",
        "my brother did that one on my phone, take that log away",
        "scrub that entry, it was my cousin",
    ],
)
def test_a_log_of_somebody_else_is_taken_off(text: str) -> None:
    assert [each.intent for each in sure(text)] == [Intent.UNDO]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("dentist at 10, ping me at 9:20", time(9, 20)),
        ("the bus leaves at 7 so remind me at 6:30", time(6, 30)),
        ("remind me at 6:30, I run at 8", time(6, 30)),
    ],
)
def test_the_time_behind_the_wish_is_the_one_that_is_wished(text: str, at: time) -> None:
    found = sure(text)
    offered = found[0].offers[0] if found[0].intent is Intent.SURE else found[0]
    assert (offered.intent, offered.at) == (Intent.REMIND, at)


def test_what_stays_is_no_change() -> None:
    (found,) = sure("leave the evening reminder but also nudge me at 6:45")
    assert (found.intent, found.at, found.slot) == (Intent.REMIND, time(6, 45), 0)


def test_a_log_that_is_asked_about_is_written() -> None:
    first, second = sure("did mine yesterday, how many does that make this week?")
    assert (first.intent, second.intent) == (Intent.DONE, Intent.PROGRESS)


def test_what_was_done_elsewhere_before_a_wish_is_asked_about() -> None:
    first, second = sure("did 90 sponsored squats in the office, a stretch for my quads please")
    assert (first.intent, second.intent) == (Intent.SURE, Intent.ASK)


def test_stop_every_day_asks_for_no_day_more() -> None:
    assert Intent.REMIND_DAYS not in {each.intent for each in sure("stop pinging me every day")}
    (found,) = sure("turn reminders off every day except friday")
    assert found.days == frozenset({4})
