"""What lasts in a runner's body is told once, and makes more of what is told later."""

from datetime import UTC, datetime

import pytest

from content.catalog.taxonomy import Condition
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import understand
from content.screening.screen import own_lexicon, screen
from content.screening.urgency import Urgency
from tests.support.library import library

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
LEXICON, CARDS = own_lexicon(), library().names
PREGNANT, BIRTH = Condition.PREGNANT, Condition.AFTER_BIRTH
NEW_HIP, THIN = Condition.HIP_REPLACEMENT, Condition.THIN_BONES


def heard(text: str, *states: Condition) -> Meaning:
    return understand(text, now=NOW, lexicon=LEXICON, cards=CARDS, states=states)[0]


@pytest.mark.parametrize(
    ("state", "text", "flag", "urgency"),
    [
        (PREGNANT, "tummy hardens, goes tight every eight mins on hills", "pregnancy-now", "now"),
        (PREGNANT, "a little blood when I got up, today's moves?", "pregnancy-now", "now"),
        (PREGNANT, "spotting since lunch, five minutes for my hips", "pregnancy-now", "now"),
        (PREGNANT, "puffy face and fingers, and a sore head", "pregnancy-now", "now"),
        (PREGNANT, "itchy palms all night", "pregnancy-now", "now"),
        (PREGNANT, "I tripped on the trail and fell on my bump", "pregnancy-now", "now"),
        (PREGNANT, "headache since lunch", "pregnancy", "days"),
        (BIRTH, "I'm bleeding again today, a stretch for my hips", "pregnancy-now", "now"),
        (BIRTH, "shivery since noon, one breast is red", "pregnancy-now", "now"),
        (NEW_HIP, "my hip feels as if it slipped", "after-surgery-now", "now"),
        (NEW_HIP, "pain in the groin with my first steps", "new-hip", "days"),
        (THIN, "middle of my back hurts since a coughing fit", "thin-bones", "days"),
        (THIN, "picked up a crate, sudden pain in my back", "thin-bones", "days"),
    ],
)
def test_a_known_state_makes_a_red_flag_of_a_sign(
    state: Condition, text: str, flag: str, urgency: str
) -> None:
    found = heard(text, state)
    assert (found.intent, found.flag, found.urgency) == (Intent.DANGER, flag, urgency)
    assert heard(text).flag != flag


@pytest.mark.parametrize("state", Condition)
@pytest.mark.parametrize(
    "text", ["hip stretch please", "my hips are tight", "done", "remind me at 8"]
)
def test_a_known_state_alone_raises_nothing(state: Condition, text: str) -> None:
    assert heard(text, state) == heard(text)


@pytest.mark.parametrize("text", ["my aunt had some bleeding today", "my mum has puffy hands"])
def test_a_state_of_the_runner_is_not_joined_to_somebody_elses_sign(text: str) -> None:
    assert heard(text, PREGNANT).flag != "pregnancy-now"


@pytest.mark.parametrize(
    ("text", "flag", "urgency"),
    [
        ("tummy tightenings every five minutes, which stretch", "pregnancy-now", Urgency.NOW),
        ("the bump goes tight each six minutes on the hill", "pregnancy-now", Urgency.NOW),
        ("outside hip bone is tender if I press on it", "outer-hip", Urgency.DAYS),
        ("sore red breast and chills since last night", "infection", Urgency.NOW),
        ("I have a new hip, it feels like it moved", "after-surgery-now", Urgency.NOW),
        ("our baby girl has not moved today, hip stretch", "pregnancy-now", Urgency.NOW),
        ("my artificial hip grinds", "new-hip", Urgency.DAYS),
        ("brittle bones here, mid back pain after lifting a box", "thin-bones", Urgency.DAYS),
    ],
)
def test_the_same_told_at_once(text: str, flag: str, urgency: Urgency) -> None:
    found = screen(text)
    assert found is not None
    assert (found.id, found.urgency) == (flag, urgency)


CONTRACTIONS = ["contractions every six minutes, a stretch?", "tightenings every 8 min since lunch"]


@pytest.mark.parametrize("text", CONTRACTIONS)
def test_contractions_are_of_a_womb_where_one_is_known_and_else_asked_about(text: str) -> None:
    assert heard(text, PREGNANT).flag == "pregnancy-now"
    assert heard(text).intent is Intent.CHECK_BODY


@pytest.mark.parametrize(
    "text",
    [
        "slow eccentric contractions, three sets",
        "do calf contractions help",
        "isometric contractions every 2 minutes",
        "contractions of the quads with each rep",
    ],
)
@pytest.mark.parametrize("states", [(), (PREGNANT,)])
def test_a_muscle_contracts_too(text: str, states: tuple[Condition, ...]) -> None:
    assert heard(text, *states).flag != "pregnancy-now"
