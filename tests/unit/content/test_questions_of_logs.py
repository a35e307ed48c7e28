"""A question about what was done logs nothing, however politely it is put."""

from datetime import UTC, datetime

import pytest

from content.bundle import Content
from content.intents.meaning import Intent
from content.intents.understanding import surely, understand

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
CHANGES = {Intent.DONE, Intent.PARTIAL, Intent.MISSED, Intent.UNDO, Intent.EXCUSED}


def intents(text: str, content: Content) -> set[Intent]:
    lexicon, names = content.lexicon, content.names
    found = understand(text, now=NOW, lexicon=lexicon, cards=names)
    return {each.intent for each in surely(text, found, now=NOW, lexicon=lexicon, cards=names)}


FRAMES = ["{}", "{} please", "hi coach, {}", "so {}", "{} so far", "{} this week?", "{} in all"]
ASKED = [
    "could you kindly tell me what I did",
    "would you show me what I have finished",
    "I'd like to know how much I have done",
    "please say which days I did",
    "I was wondering what I have completed",
    "can you check whether I did it",
    "how much have we managed",
    "let me know if I finished it",
    "show me the ones I finished",
    "is half all I did",
    "what have I got done",
    "did I get it done",
    "have you noted what I did",
]


@pytest.mark.parametrize("question", ASKED)
def test_a_question_about_the_log_changes_nothing(question: str, content: Content):
    said = [frame.format(question) for frame in FRAMES]
    assert {each: found for each in said if (found := intents(each, content) & CHANGES)} == {}


@pytest.mark.parametrize(
    "told",
    [
        "done, tell me what comes next",
        "did it, show me the week",
        "I did everything you showed me",
        "finished! let me know when the next one is",
        "could you log that I did half",
    ],
)
def test_a_log_beside_a_question_is_one(told: str, content: Content):
    assert intents(told, content) & {Intent.DONE, Intent.PARTIAL, Intent.SURE}
