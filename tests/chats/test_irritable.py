"""Tissue that gave a little or is sore: no strong stretch, no sprint, and the way out is shown."""

import pytest

from content.bundle import Content
from content.catalog.taxonomy import Area, Condition
from tests.support.chat import Chatroom, Runner

STRAINS = [
    "strained my quad on the hill reps on Sunday, a warm up for tonight please",
    "I tweaked my left glute yesterday, drills before the track?",
    "pulled an adductor at football. race tomorrow, what do I do before",
    "a bit of a hamstring pull, sprint session please",
    "grade one hip flexor strain, strides today?",
]


@pytest.mark.parametrize("words", STRAINS)
@pytest.mark.postgresql
async def test_a_pulled_muscle_gets_no_sprint_and_no_stretch(sam: Runner, words: str):
    answer = await sam.say(words)
    assert "pulled muscle" in answer
    assert "▶️ Start" not in sam.buttons
    for wish in ("high knees", "strides", "a warm up before my run"):
        await sam.say(wish)
        assert "High knees" not in started(sam)
        assert "Strides" not in started(sam)


def started(sam: Runner) -> str:
    return sam.reads if "▶️ Start" in sam.buttons else ""


async def test_the_rest_of_the_body_goes_on_and_the_word_ends_it(sam: Runner):
    await sam.say("pulled my quad yesterday")
    await sam.say("calf stretch")
    assert "▶️ Start" in sam.buttons
    await sam.say("the pain is gone")
    assert (await sam.exported())["locked"] is None


async def test_a_pulled_muscle_comes_back_gradually(room: Chatroom, sam: Runner):
    await sam.say("pulled my quad yesterday")
    await sam.say("the pain is gone")
    assert "after a pulled muscle" in sam.reads
    await sam.say("high knees")
    assert not started(sam)
    await room.wait_until("12:00", days=15)
    await sam.say("high knees")
    assert started(sam)


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("my shin hurts in one point when I press it", "in a shin or foot"),
        ("gave birth three weeks ago", "twelve weeks"),
        ("knee surgery four weeks ago", "your surgeon"),
    ],
)
async def test_each_comes_back_its_own_way(sam: Runner, words: str, way: str):
    await sam.say(words)
    await sam.say("/today")
    await sam.tap("Seen, and cleared to move")
    await sam.tap("All of it, running too")
    assert way in sam.reads.lower()
    assert "careful steps of our own" in sam.reads


@pytest.mark.parametrize(
    "words",
    [
        "do I strain a muscle if I skip the warm up",
        "how long does a groin strain last",
        "pulled a calf years ago, all good since. hip flexor stretch",
        "pulled my long run forward to Friday",
        "pulled my calf raises forward to Tuesday",
        "how do I not keep pulling my groin",
        "my quads feel tight and pull a bit, quad stretch",
    ],
)
async def test_what_is_no_strain_rests_nothing(sam: Runner, words: str):
    await sam.say(words)
    assert (await sam.exported())["locked"] is None


@pytest.mark.parametrize(
    "words",
    [
        "the outside of my hip aches a little after the long run",
        "my side hip is fine walking, but the outer hip hurts a bit",
        "hip gets sore when I lie on that side",
    ],
)
async def test_a_sore_outer_hip_is_not_pressed_together(sam: Runner, content: Content, words: str):
    await sam.say(words)
    if "None of these" in sam.buttons:
        await sam.tap("None of these")
    conditions = (await sam.exported())["profile"]["conditions"]
    assert Condition.SORE_OUTER_HIP in conditions
    pressing = [c for c in content.library.cards.values() if Condition.SORE_OUTER_HIP in c.not_for]
    assert "Standing crossed-leg IT band stretch" in {card.name for card in pressing}
    for card in (each for each in pressing if Area.OUTER_HIP in each.areas):
        await sam.say(card.name)
        assert card.name not in started(sam)


@pytest.mark.parametrize("words", ["tight outer hip", "outer hip a bit sore from squats on Sunday"])
async def test_tight_or_trained_is_not_sore_tissue(sam: Runner, words: str):
    await sam.say(words)
    assert (await sam.exported())["profile"]["conditions"] == ["none"]
