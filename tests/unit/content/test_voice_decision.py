"""What may be done with a voice message."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.hearing.decision import Verdict, decided
from content.hearing.transcript import Transcript
from content.intents.meaning import Intent, Meaning
from content.screening.urgency import Urgency

MEANT = {
    "done": Meaning(Intent.DONE),
    "undo": Meaning(Intent.UNDO),
    "at six": Meaning(Intent.REMIND, at=time(6)),
    "at seven": Meaning(Intent.REMIND, at=time(7)),
    "hips": Meaning(Intent.ASK),
    "sore": Meaning(Intent.CHECK_BODY),
    "fell": Meaning(Intent.DANGER, urgency=Urgency.NOW),
}


def verdict(*texts: str, score: float = -0.2, no_speech: float = 0.1) -> tuple[Verdict, str]:
    said = Transcript(texts, score, no_speech, 2.0)
    found = decided(said, lambda text: (MEANT[text],))
    return found.verdict, found.text


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), (Verdict.NOT_HEARD, "")),
        (("hips",), (Verdict.UNDERSTOOD, "hips")),
        (("done", "done"), (Verdict.UNDERSTOOD, "done")),
        (("done",), (Verdict.TAP, "done")),
        (("done", "hips"), (Verdict.TAP, "done")),
        (("at six", "at six"), (Verdict.UNDERSTOOD, "at six")),
        (("at six", "at seven"), (Verdict.TAP, "at six")),
        (("done", "done", "sore"), (Verdict.SAFETY, "sore")),
        (("sore", "hips", "fell"), (Verdict.SAFETY, "fell")),
    ],
)
def test_flags_come_first_and_changes_need_two_that_agree(texts, expected):
    assert verdict(*texts) == expected


@pytest.mark.parametrize("gate", [{"score": -0.7}, {"no_speech": 0.5}])
def test_what_is_unclear_is_not_acted_on_but_its_flags_are_heard(gate):
    assert verdict("done", "done", **gate) == (Verdict.NOT_HEARD, "")
    assert verdict("done", "fell", **gate) == (Verdict.SAFETY, "fell")


@given(
    st.lists(st.sampled_from(["done", "undo", "hips", "sore", "fell"]), max_size=5),
    st.floats(-3, 0),
    st.floats(0, 1),
)
def test_a_flag_anywhere_is_never_lost(texts, score, no_speech):
    found, _ = verdict(*texts, score=score, no_speech=no_speech)
    assert (found is Verdict.SAFETY) == bool({"sore", "fell"} & set(texts))
