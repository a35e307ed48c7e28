"""Kinds of red flags that were heard as something milder once, each with sentences of its own."""

import pytest

from content.screening.screen import screen
from content.screening.urgency import Urgency


def raised(text: str) -> tuple[str, Urgency] | None:
    flag = screen(text)
    return (flag.id, flag.urgency) if flag else None


@pytest.mark.parametrize(
    "text",
    [
        "I can't feel when I need to wee any more",
        "glute stretch, and for two days I have not been able to feel that my bladder is full",
        "I must strain to wee since Monday, also a sore back",
        "skip today, both thighs are numb",
        "both calves tingle since the weekend",
        "my legs tingle and peeing feels strange",
        "no poo for three days and my bum is numb",
    ],
)
def test_the_nerves_of_bladder_bowel_and_both_legs_are_an_emergency(text: str) -> None:
    assert raised(text) == ("cauda-equina", Urgency.NOW)


@pytest.mark.parametrize(
    "text",
    [
        "I can't feel the stretch, and I need to pee",
        "both my legs fell asleep when I sat on the floor",
        "both feet went numb in the cold on the bike",
        "my bum is numb from sitting",
    ],
)
def test_what_sitting_and_cold_explain_is_none(text: str) -> None:
    assert raised(text) is None
