"""What a word means is told where nothing else is asked; a wish for that part stays a wish."""

import pytest

from content.catalog.taxonomy import Area
from content.intents.meaning import Intent
from content.intents.questions.topics import WORDS, topic
from tests.unit.content.test_understand import LEXICON, meanings


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what is a glute", "word-glutes"),
        ("and where are my hamstrings exactly?", "word-hamstrings"),
        ("whats the it band", "word-outer-hip"),
        ("what do you mean by hip flexors", "word-hip-flexors"),
        ("what does rep mean", "word-rep"),
        ("what do reps mean?", "word-rep"),
        ("what is a foam roller", "word-foam-roller"),
    ],
)
def test_a_word_is_told(text: str, word: str):
    (meaning,) = meanings(text)
    assert (meaning.intent, meaning.topic) == (Intent.TOPIC, word)


@pytest.mark.parametrize(
    "text",
    [
        "what is good for tight glutes",
        "where is a stretch for my hamstrings",
        "what is a glute bridge",
        "my quads, what do i do",
        "what is good for my quads now",
        "glutes?",
    ],
)
def test_a_wish_is_none(text: str):
    assert [each.intent for each in meanings(text)] == [Intent.ASK]


def test_every_part_has_its_words():
    assert len(WORDS) == len(Area)
    assert all(topic(LEXICON, word).text for word in WORDS)
