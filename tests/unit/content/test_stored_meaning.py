"""What may be meant is kept as plain data, and comes back as it was."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalog.taxonomy import Area, Kind, Kit, Side
from content.intents.deciding.stored_meaning import restored, stored
from content.intents.meaning import Intent, Meaning

simple = st.builds(
    Meaning,
    st.sampled_from(Intent),
    areas=st.lists(st.sampled_from(Area), max_size=2).map(tuple),
    side=st.none() | st.sampled_from(Side),
    kind=st.none() | st.sampled_from(Kind),
    has=st.frozensets(st.sampled_from(Kit)),
    at=st.none() | st.times(),
    also=st.lists(st.times(), max_size=2).map(tuple),
    day=st.none() | st.dates(),
    days=st.frozensets(st.integers(0, 6)),
    others=st.lists(st.tuples(st.times(), st.frozensets(st.integers(0, 6))), max_size=2).map(tuple),
    skips=st.lists(st.dates(), max_size=2).map(tuple),
    silent=st.none() | st.booleans(),
    hours=st.none() | st.tuples(st.times(), st.times()),
    amount=st.none() | st.floats(0, 100),
    on=st.booleans(),
    because=st.lists(st.text(), max_size=2).map(tuple),
)


@given(simple, simple)
def test_a_meaning_comes_back_as_it_was(meaning: Meaning, other: Meaning) -> None:
    asked = Meaning(Intent.SURE, offers=(meaning, other), left=("but",))
    for each in (meaning, asked):
        assert restored(json.loads(json.dumps(stored(each)))) == each


def test_what_is_not_said_is_not_kept() -> None:
    meaning = Meaning(Intent.REMIND, at=time(7), day=date(2026, 11, 25))
    assert stored(meaning) == {"intent": "remind", "at": "07:00:00", "day": "2026-11-25"}


@pytest.mark.parametrize("data", [{}, {"intent": "gone"}, {"intent": "ask", "gone": 1}])
def test_what_this_version_does_not_know_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"meaning|Intent"):
        restored(data)
