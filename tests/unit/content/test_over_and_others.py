"""What is told of others, is over, or is only asked about raises no flag; the body now does."""

from datetime import UTC, datetime

import pytest

from content.intents.meaning import Intent
from content.intents.understanding import understand
from content.screening.screen import own_lexicon
from content.screening.urgency import Urgency
from tests.support.library import library

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
LEXICON, CARDS = own_lexicon(), library().names


def meant(text: str) -> tuple[Intent, Urgency | None]:
    found = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)[0]
    return found.intent, found.urgency


@pytest.mark.parametrize(
    "text",
    [
        "running for the Stroke Association on Sunday, what warm up",
        "our dog Limpy wants a walk, quick stretch",
        "my gran's chest pain turned out to be nothing, hip stretch please",
        "numbness went away after the new saddle, hip stretch",
        "cancer free since 2015, tight hamstrings",
        "the stress fracture settled last spring, tight quads",
        "sometimes my foot tingles after sitting cross legged, hips are stiff",
        "why did you ask me about my bladder",
        "does everyone with numb legs need a doctor",
        "numb bum after the long drive",
        "heart racing after the hill sprints",
    ],
)
def test_no_flag(text: str):
    assert meant(text)[0] is not Intent.DANGER


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("my back pain went away but now i can't feel my bits", Urgency.NOW),
        ("chest pain went away after ten minutes, it was crushing", Urgency.NOW),
        ("sometimes i get crushing chest pain on hills", Urgency.NOW),
        ("sometimes my leg gives way and my foot is numb", Urgency.DAYS),
        ("my mate had a clot last year and now my calf is swollen and hot", Urgency.NOW),
        ("what are the signs of a clot? my calf is swollen and hot", Urgency.NOW),
        ("bum numb since the back pain", Urgency.NOW),
        ("face is numb from this morning", Urgency.NOW),
        ("heart racing after lying down", Urgency.NOW),
        ("my thigh bone just went on landing", Urgency.NOW),
        ("wee leaks out on double unders", Urgency.VISIT),
    ],
)
def test_the_body_now(text: str, urgency: Urgency):
    assert meant(text) == (Intent.DANGER, urgency)
