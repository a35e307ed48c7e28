"""Whoever sees somebody lie there, fit or bleed is told what to do, and goes on with their own."""

from datetime import UTC, datetime

import pytest

from content.intents.meaning import Intent
from content.intents.understanding import understand
from content.screening.screen import own_lexicon, screen
from content.screening.urgency import Urgency
from tests.support.library import library

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)


def raised(text: str) -> tuple[str, Urgency] | None:
    flag = screen(text)
    return (flag.id, flag.urgency) if flag else None


@pytest.mark.parametrize(
    "text",
    [
        "the man in front of us keeled over and is not breathing",
        "a lady on the trail has no pulse",
        "my uncle stopped breathing",
        "I cannot find a pulse on this guy",
        "no pulse, what now",
        "our neighbour doesn't respond to us",
        "my partner will not wake up",
        "my toddler won't wake up",
        "we can't wake her",
        "a marshal lies on the road and does not answer",
        "my pal is lying on the grass, no reaction",
        "the boy at the finish is unresponsive",
    ],
)
def test_a_lifeless_body_is_an_arrest_and_somebody_elses(text: str) -> None:
    assert raised(text) == ("arrest", Urgency.NOW)
    cards = library().names
    found = understand(text, now=NOW, lexicon=own_lexicon(), cards=cards)[0]
    assert (found.intent, found.of_other) == (Intent.DANGER, True)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("the guy beside me has a fit", "seizure"),
        ("my sister is having fits", "seizure"),
        ("a runner convulses at the kerb", "seizure"),
        ("our coach cut his hand and bleeds loads", "bleeding"),
        ("blood gushes from his calf", "bleeding"),
        ("I fell on glass and bleed heavily", "bleeding"),
        ("she is losing lots of blood", "bleeding"),
    ],
)
def test_fits_and_heavy_bleeding_of_anybody_are_emergencies(text: str, flag: str) -> None:
    assert raised(text) == (flag, Urgency.NOW)


@pytest.mark.parametrize(
    "text",
    [
        "my glutes just won't wake up on hills",
        "the alarm did not wake me up, skip today",
        "my watch shows no pulse",
        "my sister does not answer the phone, so I run alone",
        "my wife throws a fit if I run on Sundays",
        "I should stop holding my breath in the plank",
        "this gets the blood pumping",
    ],
)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert raised(text) is None


@pytest.mark.parametrize("text", ["I hope I do not wake up", "I'd rather not wake up tomorrow"])
def test_the_wish_not_to_wake_is_heard_as_one(text: str) -> None:
    assert raised(text) == ("self-harm", Urgency.NOW)
