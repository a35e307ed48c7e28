"""Times, distances and days, written as a runner asked for."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.authoring.document import library_folder
from content.wording.formats import Format, formatted
from content.wording.messages import read_wording

MARKS = read_wording(library_folder()).marks


@pytest.mark.parametrize(
    ("wanted", "text", "written"),
    [
        (Format.CLOCK_12, "07:00, 12:05 and 18:30", "7:00 am, 12:05 pm and 6:30 pm"),
        (Format.CLOCK_12, "00:10, in 1:30 min, 10:30:00", "12:10 am, in 1:30 min, 10:30:00"),
        (Format.MILES, "Noted: 8 km, 21.1 km so far.", "Noted: 5 mi, 13.1 mi so far."),
        (
            Format.WORDS,
            "🟩⬜🟨⬜🟦⬜⬜  1 of 5 days",
            "(Mon done, Wed half, Fri day off) 1 of 5 days",
        ),
        (Format.WORDS, "0 of 5 days ⬜⬜⬜⬜⬜⬜⬜", "0 of 5 days "),
        (Format.WORDS, "🟨 Tuesday", "half Tuesday"),
    ],
)
def test_the_same_written_otherwise(wanted: Format, text: str, written: str):
    assert formatted(text, frozenset({wanted}), MARKS) == written
    assert formatted(text, frozenset(), MARKS) == text


@given(st.times())
def test_no_two_times_of_the_day_look_alike(at: time):
    twelve = formatted(f"{at:%H:%M}", frozenset({Format.CLOCK_12}), MARKS)
    assert twelve == f"{at:%I:%M %p}".lstrip("0").lower()
