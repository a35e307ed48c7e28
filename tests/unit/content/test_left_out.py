"""A log beside words that leave some of it out is asked about, and never the whole is written."""

from hypothesis import given
from hypothesis import strategies as st

from content.intents.meaning import Intent
from tests.unit.content.test_certainty import sure

LOGS = ("done", "did it", "finished today's session", "all done", "ticked it off")
LESS = (
    "except the second move",
    "but not the last one",
    "apart from the squats",
    "just not all of it",
    "well, half",
    "only the first bit",
)


@given(st.sampled_from(LOGS), st.sampled_from([", ", " ", ". "]), st.sampled_from(LESS))
def test_the_whole_is_not_logged(log: str, sign: str, less: str) -> None:
    found = sure(f"{log}{sign}{less}")
    assert all(each.intent is not Intent.DONE for each in found), found
