"""A week after each kind of red flag: what rests is served on none of seven days."""

from pathlib import Path

import pytest
import yaml

from content.catalog.taxonomy import Area
from tests.support.chat import Chatroom, Runner
from tests.support.library import library

GROUPS = yaml.safe_load(Path(__file__).with_name("flags.yaml").read_text("utf-8"))
SOMEBODY_ELSES = {  # which rests nothing of the runner's
    "my clubmate is confused and burning hot after the 10k",
    "my son is 12 and suddenly cant stand on his left leg, hip hurts",
}
AREAS = {card.name: card.areas for card in library().cards.values()}


def served(text: str) -> list[str]:
    """The cards that a message names as what to do."""
    lines = [line.strip().lstrip("0123456789. ") for line in text.splitlines()]
    return [line for line in lines if line in AREAS]


@pytest.mark.parametrize("group", GROUPS, ids=lambda each: f"{each['category']}-{each['say'][0]}")
async def test_what_rests_is_served_on_none_of_seven_days(
    room: Chatroom, sam: Runner, group: dict[str, str]
) -> None:
    await sam.say(group["say"][0])
    rests = set((await sam.exported())["locked"] or ())
    assert bool(rests) == (group["say"][0] not in SOMEBODY_ELSES)
    for _ in range(7):
        answers = [await sam.say(wish) for wish in ("/today", "hip flexor stretch")]
        cards = [card for answer in answers for card in served(answer)]
        assert [card for card in cards if rests & set(AREAS[card])] == []
        if len(rests) == len(Area):
            assert cards == []
        await room.wait_until("12:00", days=1)


async def test_without_a_flag_both_wishes_are_served(sam: Runner) -> None:
    assert served(await sam.say("/today"))
    assert served(await sam.say("hip flexor stretch"))
