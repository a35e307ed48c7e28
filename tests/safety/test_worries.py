"""A worry about a condition is answered as a question, unless a symptom is told with it."""

from datetime import UTC, datetime

import pytest

from content.bundle import load_content
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import understand

CONTENT = load_content()
NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
CONDITIONS = ["a dvt", "a stress fracture", "cauda equina", "a hernia", "a stroke", "sciatica"]
WORRIES = [
    "do I have to worry about {}?",
    "should I be worried about {}",
    "am I at risk of {} on long runs",
    "what is {}",
    "what should I know about {}",
    "what are the signs of {}",
]


def heard(text: str) -> Meaning:
    return understand(text, now=NOW, lexicon=CONTENT.lexicon, cards=CONTENT.names)[0]


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("frame", WORRIES)
def test_a_worry_is_a_question(frame: str, condition: str):
    found = heard(frame.format(condition))
    assert (found.intent, found.topic) == (Intent.TOPIC, "condition")


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize(
    "symptom",
    ["my calf is hot and swollen", "I can't feel my saddle area", "my face droops on one side"],
)
def test_a_symptom_with_it_is_referred(condition: str, symptom: str):
    assert heard(f"do I have to worry about {condition}? {symptom}").intent is Intent.DANGER


@pytest.mark.parametrize(
    "text",
    [
        "how many weeks until a labral tear is better",
        "how long does sciatica take to heal",
        "how fast does a torn hamstring heal",
        "how would I know it's a blood clot",
        "does stretching help plantar fasciitis",
    ],
)
def test_no_general_answer_is_given_on_a_condition(text: str):
    found = heard(text)
    assert (found.intent, found.topic) == (Intent.TOPIC, "condition")


def test_a_general_question_keeps_its_answer():
    assert heard("how many weeks until I see results").topic == "how-soon"
    assert heard("is a clicking hip bad").topic == "clicking"
    assert heard("how long do you keep my messages about sciatica").topic == "privacy"
