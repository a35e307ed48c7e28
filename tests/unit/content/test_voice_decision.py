"""What may be done with a voice message."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.hearing.decision import Decision, Verdict, decided
from content.hearing.transcript import Transcript
from content.intents.meaning import Intent, Meaning
from content.screening.urgency import Urgency

MEANT = {
    "done": Meaning(Intent.DONE),
    "Done": Meaning(Intent.DONE),
    "alldone": Meaning(Intent.DONE),
    "all done": Meaning(Intent.DONE, because=("all done",)),
    "undo": Meaning(Intent.UNDO),
    "later": Meaning(Intent.SNOOZE),
    "at six": Meaning(Intent.REMIND, at=time(6)),
    "at seven": Meaning(Intent.REMIND, at=time(7)),
    "done for today I think": Meaning(Intent.DONE),
    "hips": Meaning(Intent.ASK),
    "Berlin": Meaning(Intent.UNKNOWN),
    "Merlin": Meaning(Intent.UNKNOWN),
    "sore": Meaning(Intent.CHECK_BODY),
    "fell": Meaning(Intent.DANGER, urgency=Urgency.NOW),
    "no pain": Meaning(Intent.DONE),
}
GRAVE = {"sore", "fell", "no pain"}
TEXTS = st.lists(st.sampled_from(sorted(MEANT)), max_size=6)


def decision(
    *texts: str, score: float = -0.2, no_speech: float = 0.1, awaited: bool = False
) -> Decision:
    said = Transcript(texts, score, no_speech, 2.0)
    return decided(said, lambda text: (MEANT[text],), lambda text: "pain" in text, awaited=awaited)


@pytest.mark.parametrize(
    ("texts", "verdict", "text"),
    [
        ((), Verdict.NOT_HEARD, ""),
        (("hips",), Verdict.UNDERSTOOD, "hips"),
        (("hips", "done"), Verdict.UNDERSTOOD, "hips"),
        (("later", "hips"), Verdict.UNDERSTOOD, "later"),
        (("done", "done"), Verdict.UNDERSTOOD, "done"),
        (("done", "Done"), Verdict.UNDERSTOOD, "done"),
        (("all done", "alldone"), Verdict.UNDERSTOOD, "all done"),
        (("done", "all done"), Verdict.TAP, "done"),
        (("done",), Verdict.TAP, "done"),
        (("done", "hips"), Verdict.TAP, "done"),
        (("at six", "at six"), Verdict.UNDERSTOOD, "at six"),
        (("at six", "at seven"), Verdict.TAP, "at six"),
        (("done", "done", "sore"), Verdict.SAFETY, "done"),
        (("done", "done", "no pain"), Verdict.SAFETY, "done"),
        (("sore", "hips", "fell"), Verdict.SAFETY, "sore"),
        (("fell", "hips"), Verdict.FLAG, "fell"),
    ],
)
def test_flags_come_first_and_changes_need_two_that_agree(texts, verdict, text):
    found = decision(*texts)
    assert (found.verdict, found.text) == (verdict, text)


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (("hips", "hips"), Verdict.UNDERSTOOD),
        (("Berlin", "Merlin"), Verdict.TAP),
        (("done", "all done"), Verdict.TAP),
        (("hips", "done"), Verdict.TAP),
    ],
)
def test_words_that_answer_a_question_count_as_they_are(texts, verdict):
    assert decision(*texts, awaited=True).verdict is verdict


def test_what_may_have_been_said_is_offered():
    assert decision("at six", "at seven", "at six", "done").choices == ("at six", "at seven")


@pytest.mark.parametrize("gate", [{"score": -1.4}, {"no_speech": 0.5}])
def test_what_is_unclear_is_not_acted_on_but_its_flags_are_heard(gate):
    assert decision("done", "done", **gate).verdict is Verdict.NOT_HEARD
    assert decision("done", "fell", **gate).verdict is Verdict.SAFETY


@pytest.mark.parametrize(("score", "no_speech"), [(-1.5, 0.8), (-2.1, 0.2)])
def test_where_nobody_spoke_no_flag_is_heard(score, no_speech):
    assert decision("fell", score=score, no_speech=no_speech).verdict is Verdict.NOT_HEARD


def test_a_few_words_that_come_twice_are_clear_enough():
    long = "done for today I think"
    assert decision("done", "done", score=-1.0).verdict is Verdict.UNDERSTOOD
    assert decision("done", "all done", score=-1.0).verdict is Verdict.NOT_HEARD
    assert decision(long, long, score=-1.0).verdict is Verdict.NOT_HEARD


@given(TEXTS, st.floats(-3, 0), st.floats(0, 1), st.booleans())
def test_a_flag_anywhere_is_never_lost(texts, score, no_speech, awaited):
    found = decision(*texts, score=score, no_speech=no_speech, awaited=awaited)
    silent = (no_speech >= 0.5 and score < -1.3) or score < -2
    safe = found.verdict in (Verdict.SAFETY, Verdict.FLAG)
    assert safe == (bool(GRAVE.intersection(texts)) and not silent)


@given(TEXTS, st.booleans())
def test_nothing_changes_what_stands_unless_two_agree(texts, awaited):
    found = decision(*texts, awaited=awaited)
    changing = {
        "done",
        "Done",
        "all done",
        "alldone",
        "done for today I think",
        "undo",
        "at six",
        "at seven",
    }
    if found.verdict is Verdict.UNDERSTOOD and found.text in changing:
        one, other = (each.casefold().replace(" ", "") for each in texts[:2])
        assert one == other
