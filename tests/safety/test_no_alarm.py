"""Words that sound like a body gone wrong and tell of nothing: neither a flag nor a question."""

import pytest

from content.catalog.taxonomy import Condition
from content.intents.meaning import Intent
from content.screening.screen import own_lexicon
from content.screening.states import states_told
from tests.safety.test_known_states import heard
from tests.support.library import library

ALARMS = (Intent.DANGER, Intent.CHECK_BODY)


@pytest.mark.parametrize(
    "text",
    [
        "what a bloody long day, hips please",
        "my bloody quads are tight",
        "the calves are the worst, tight all day",
        "only a twinge, no swelling and no numbness",
        "not numb, not weak, just stiff in the hips",
        "my ankle cracks like an old stair",
        "my surgeon told me not to twist",
        "the physio says no deep squats",
        "a 1, and no limp, I can walk normally",
        "broke my hip laughing at your last message",
        "no point going on a long ride in this wind",
    ],
)
def test_nothing_is_asked(text: str) -> None:
    assert heard(text).intent not in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "bloody diarrhoea since my long run",
        "no swelling, but my foot drags since this morning",
        "not numb any more, now I can't lift my foot",
        "no fever, no cough, and I can't feel my saddle area",
    ],
)
def test_what_is_there_beside_it_is_heard(text: str) -> None:
    assert heard(text).intent in ALARMS


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a hamstring strain in 2017, nothing since", ()),
        ("I have a strained hamstring", (Condition.SORE_HAMSTRING,)),
        ("hip replaced in 2017", (Condition.HIP_REPLACEMENT,)),
    ],
)
def test_what_heals_is_over_after_years(text: str, states: tuple[Condition, ...]) -> None:
    assert states_told(text, own_lexicon(), library().names) == states


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("my surgeon told me not to twist", "doctors-limit"),
        ("is it okay for me to begin?", "safe-to-start"),
        ("my knees creak like a door", "clicking"),
    ],
)
def test_it_has_an_answer(text: str, topic: str) -> None:
    assert heard(text).topic == topic


@pytest.mark.parametrize(
    "text",
    [
        "there is no point going on a day longer",
        "no point going on, I run and it is still dark",
        "I can hardly walk normally",
        "fell over laughing and broke my hip",
    ],
)
def test_the_same_words_in_earnest_are_heard(text: str) -> None:
    assert heard(text).intent in ALARMS
