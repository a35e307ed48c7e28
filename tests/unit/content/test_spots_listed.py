"""Tight spots that come to the list or go from it, and what only sounds like that."""

import pytest

from content.catalog.taxonomy import Area
from content.intents.meaning import Intent
from content.intents.understanding import surely
from tests.unit.content.test_understand import CARDS, LEXICON, NOW, meanings

PARTS = {
    "glutes": Area.GLUTES,
    "lower back": Area.LOWER_BACK,
    "inner thighs": Area.INNER_THIGH,
    "hamstrings": Area.HAMSTRINGS,
    "calves": Area.ANKLES,
}
ADDS = ["add {}", "please add my {}", "add the {} too", "put {} on my list", "include {}"]
DROPS = [
    "remove {}",
    "rmv {}",
    "drop the {} please",
    "take my {} off the list",
    "sorry, delete the {} again",
    "cross {} off my list",
]
OTHERS = [
    "add a calf exercise",
    "add 10 minutes of glutes",
    "add hips today",
    "remove the clamshell",
    "log hips",
    "drop the quad stretch",
    "my glutes dropped",
]


def heard(text: str) -> list[tuple[Intent, bool, tuple[Area, ...]]]:
    found = surely(text, meanings(text), now=NOW, lexicon=LEXICON, cards=CARDS)
    return [(each.intent, each.on, each.areas) for each in found]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("frame", [*ADDS, *DROPS])
def test_a_part_alone_comes_to_the_list_or_goes(frame: str, part: str):
    assert heard(frame.format(part)) == [(Intent.PREFER, frame in ADDS, (PARTS[part],))]


@pytest.mark.parametrize("text", OTHERS)
def test_a_move_or_a_log_is_no_spot(text: str):
    assert Intent.PREFER not in {intent for intent, _, _ in heard(text)}
