"""What lasts in a body is known by many words, logs nothing and is nobody else's."""

import pytest

from content.catalog.taxonomy import Condition
from content.intents.meaning import Intent
from content.screening.screen import own_lexicon
from content.screening.states import states_told
from tests.safety.test_known_states import heard
from tests.support.library import library

HIP, DISC = Condition.HIP_REPLACEMENT, Condition.DISC
THIN, HEART = Condition.THIN_BONES, Condition.HEART


def told(text: str) -> tuple[Condition, ...]:
    return states_told(text, own_lexicon(), library().names)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (HIP, "both my hips were replaced"),
        (HIP, "I have had my right hip resurfaced"),
        (HIP, "had my hips done in 2014"),
        (HIP, "I run with a THR"),
        (HIP, "there is a hip of titanium in me"),
        (HIP, "two screws in my hip"),
        (HIP, "I had a hemiarthroplasty"),
        (DISC, "my lumbar vertebrae are fused"),
        (DISC, "I had a back fusion"),
        (THIN, "my bones are fragile"),
        (THIN, "the dexa says my bone density is low"),
        (THIN, "I live with long-term steroids"),
        (THIN, "an old vertebral fracture of mine"),
        (HEART, "I had a triple bypass"),
        (HEART, "had a stroke three years ago"),
        (HEART, "a heart attack in 2020"),
    ],
)
def test_a_state_is_known_by_it_and_nothing_is_logged(state: Condition, text: str) -> None:
    assert told(text) == (state,)
    assert heard(text).intent not in {Intent.DONE, Intent.PARTIAL}


@pytest.mark.parametrize(
    "text",
    [
        "my uncle had a stroke two years ago",
        "my mum's hip was replaced",
        "had my hip stretches done by noon",
        "is a fused spine dangerous?",
        "I have no metal hip",
    ],
)
def test_what_is_anothers_denied_or_only_like_it_is_no_state(text: str) -> None:
    assert told(text) == ()
