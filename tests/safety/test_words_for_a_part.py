"""A lay word that authors add for a part of the body needs no second line for its red flags."""

import re
from pathlib import Path

import pytest
import yaml

from content.intents.meaning import Intent
from content.intents.understanding import understand
from content.screening.screen import own_lexicon
from tests.unit.content.test_understand import CARDS, NOW

AREAS = Path(__file__).parents[2] / "content/library/lexicon/areas.yaml"
PLAIN = re.compile(r"[a-z' ]+")  # without the marks of a pattern
FLAGS = (
    "stabbing in my {} at every step, i can't put weight on it",
    "my {} hurts at night and at rest, been weeks, worse the more i run",
    "there is a hard hot swollen lump in my {} and i have a fever",
)


def words() -> list[str]:
    phrases = yaml.safe_load(AREAS.read_text())["phrases"]["area"]
    return sorted({each for said in phrases.values() for each in said if PLAIN.fullmatch(each)})


@pytest.mark.parametrize("flag", FLAGS)
def test_each_word_is_heard_beside_what_raises_a_flag(flag: str):
    known = words()
    assert len(known) > 200
    unheard = [
        each
        for each in known
        if {Intent.DANGER, Intent.CHECK_BODY}.isdisjoint(
            meaning.intent
            for meaning in understand(
                flag.format(each), now=NOW, lexicon=own_lexicon(), cards=CARDS
            )
        )
    ]
    assert unheard == []
