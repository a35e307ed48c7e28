"""A named move is shown, or there is a reason why not; an unwanted one never comes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from content.bundle import Content
from content.catalog.profile import Profile
from content.catalog.taxonomy import Kind, Kit
from content.coaching.recommend.choose import Choice, choose
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import understand

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/London"))
FRAMES = (
    "{}",
    "{}?",
    "{} please",
    "{} pls",
    "show me {}",
    "can you show me the {}",
    "can i see {}",
    "how do i do {}",
    "how do you do a {}",
    "i want to do {}",
    "i'd like {}",
    "do you have {}",
    "have you got {}",
    "got {}?",
    "what about {}",
    "what about {} then",
    "let's do {}",
    "today i fancy {}",
    "give me {}",
    "i need {}",
    "ok {}",
    "hi, {} please",
    "could we do {}",
    "up for {}",
    "{} for me today",
)
PART = 5  # each frame takes every fifth name, and the next frame the one after
MOST_LOST = 0.03  # "good mornings?" is a greeting, "running in place?" no clear wish
WITHOUT = (
    "anything but {}, hips are tight",
    "tight hips, no {} please",
    "my hips are tight but not {} again",
    "everything except {} for tight hips",
    "something other than {} for my hips",
    "hips please, i hate {}",
    "hip stretch, instead of {}",
    "i don't want {} today, hips are stiff",
)


def answer(content: Content, text: str) -> tuple[Meaning, Choice | None]:
    """What a message means, and the card for who has all kit and no other wish."""
    (meaning, *_) = understand(text, now=NOON, lexicon=content.lexicon, cards=content.names)
    if meaning.intent not in (Intent.ASK, Intent.EASIER, Intent.HARDER):
        return meaning, None
    return meaning, choose(meaning, Profile(kit=frozenset(Kit)), content.library.cards)


def names(content: Content) -> list[tuple[str, str]]:
    """Every name of every card that is trained."""
    trained = {card.id for card in content.library.cards.values() if card.kind is not Kind.TEST}
    return [
        (card, name) for card, said in content.names.items() if card in trained for name in said
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_any_name_in_any_frame_leads_to_its_card_or_to_the_reason(
    content: Content, frame: str
) -> None:
    lost = []
    asked = names(content)[FRAMES.index(frame) % PART :: PART]
    for card, name in asked:
        _, found = answer(content, frame.format(name))
        if found is None or card not in (found.card, found.instead and found.instead.card):
            lost.append(name)
    print(f"{frame}: {len(lost)} of {len(asked)} lost: {lost}")
    assert len(lost) <= MOST_LOST * len(asked)


@pytest.mark.parametrize("frame", WITHOUT)
def test_what_is_unwanted_never_comes(content: Content, frame: str) -> None:
    served = []
    asked = names(content)[WITHOUT.index(frame) % PART :: PART]
    for card, name in asked:
        meaning, found = answer(content, frame.format(name))
        if meaning.card == card or (found and found.card == card):
            served.append(name)
    print(f"{frame}: {len(served)} of {len(asked)} served: {served}")
    assert not served


@pytest.mark.parametrize(
    ("text", "hinge"),
    [
        ("Good morning, I should like to begin very gently", False),
        ("Good morning! Something easy for my hips today", False),
        ("show me the good morning exercise", True),
        ("how do I do the good morning?", True),
        ("good mornings", True),
    ],
)
def test_a_greeting_is_not_the_exercise_of_that_name(
    content: Content, text: str, hinge: bool
) -> None:
    meaning, _ = answer(content, text)
    assert (meaning.card == "standing-hip-hinge") is hinge
