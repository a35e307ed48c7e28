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


FEARS = ["what if it's {}", "google says it's {}", "i'm scared it's {}", "i worry this might be {}"]
FEARED = ["cancer", "a tumour", "a blood clot", "a stress fracture", "arthritis", "ms"]
FELT = {
    "what if it's a tumour, my hip aches at night": "general-illness",
    "google says it's a clot, my calf is swollen": "clot",
    "i'm scared it's a stroke, one side of my face droops": "stroke",
    "what if i'm having a stroke": "stroke",
    "worried i had a stroke last night": "stroke",
    "i'm scared my stress fracture is back": "bone-stress",
    "my physio is worried it's a stress fracture": "bone-stress",
    "they found a mass, worried it's cancer": "general-illness",
    "i'm scared, my chest hurts": "heart",
}


@pytest.mark.parametrize("condition", FEARED)
@pytest.mark.parametrize("frame", FEARS)
def test_a_fear_is_answered_and_what_is_felt_is_asked(frame: str, condition: str):
    text = frame.format(condition)
    found = understand(text, now=NOW, lexicon=CONTENT.lexicon, cards=CONTENT.names)
    assert [each.intent for each in found] == [Intent.TOPIC, Intent.CHECK_BODY]
    assert found[0].topic == "fear"


@pytest.mark.parametrize(("text", "flag"), FELT.items())
def test_a_fear_takes_back_nothing_that_is_felt_or_known(text: str, flag: str):
    assert heard(text).flag == flag
