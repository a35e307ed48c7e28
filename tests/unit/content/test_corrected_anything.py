"""A correction within one message holds for whatever was said: frames by values by turns."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.content.test_corrected import meant


@dataclass(frozen=True)
class Slot:
    """A sentence with a gap, and what may stand in it."""

    frame: str
    values: tuple[str, ...]


SLOTS = (
    Slot("ping me at {}", ("6:10", "19:45", "half eight", "noon")),
    Slot("ping me on {}", ("thursdays", "weekends", "monday and friday")),
    Slot("race on {}", ("4 december", "the 20th of january", "30 june")),
    Slot("ran {} easy", ("6 km", "5 miles", "12k")),
    Slot("something for my {}", ("quads", "lower back", "inner thighs", "ankles")),
    Slot("mark monday as {}", ("missed", "half", "done")),
    Slot("snooze {}", ("25 minutes", "an hour", "40 min")),
)
TURNS = ("no wait,", "sorry,", "no sorry,", "oops, I meant", "or rather,", "no, make that")


def without_the(text: str) -> list[str]:
    return [word for word in text.split() if word != "the"]


@given(st.sampled_from(SLOTS), st.sampled_from(TURNS), st.data())
def test_the_second_value_takes_the_place_of_the_first(
    slot: Slot, turn: str, data: st.DataObject
) -> None:
    first, second = data.draw(st.permutations(slot.values))[:2]
    said = f"{slot.frame.format(first)}, {turn} {second}"
    assert without_the(meant(said)) == without_the(meant(slot.frame.format(second))), said


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("race on 4 december, no 5", "race on 5 december"),
        ("race on the 4th of december, no, the 9th", "race on the the 9th december"),
        ("it's a marathon, no half marathon", "it's a half marathon"),
        ("ran 9 km, sorry, 8", "ran 8 km"),
        ("tuesday as missed, no half", "tuesday as half"),
    ],
)
def test_what_is_not_said_again_goes_on(said: str, instead: str) -> None:
    assert meant(said) == meant(instead)
