"""The second opinion: what it learnt is kept whole, and hears what it has never seen."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content.intents.meaning import Intent
from content.intents.second_opinion import disbelieves, hears_flag, opinion
from content.intents.second_opinion.model import packed, unpacked
from content.intents.second_opinion.training import Example, examples, learn, right
from tests.unit.content.test_understand import ASKS

UNSEEN = yaml.safe_load((ASKS / "unseen.yaml").read_text(encoding="utf-8"))


@given(st.text(max_size=300))
def test_it_has_an_opinion_on_anything(text: str):
    told = opinion(text)
    assert sum(share for _, share in told) == pytest.approx(1)
    assert [share for _, share in told] == sorted((share for _, share in told), reverse=True)
    assert {label for label, _ in told} <= set(Intent)


def test_it_is_right_about_most_of_what_it_has_never_seen():
    told = list(examples([UNSEEN]))
    found = sum(opinion(text)[0][0] == label for text, label in told)
    assert found / len(told) > 0.85


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("pain wakes me every night and my leg is numb", True),
        ("can't pee since my back went and both legs tingle", True),
        ("tight quads after the hills", False),
        ("remind me at eight", False),
        ("done for today", False),
    ],
)
def test_it_hears_a_red_flag(text: str, heard: bool):
    assert hears_flag(text) is heard


def test_it_doubts_a_log_that_sounds_like_none():
    assert disbelieves("stiff hips and quads after the long drive to work", ["done", "partial"])
    assert not disbelieves("did all of my session before work today", ["done", "partial"])


def test_it_learns_what_it_is_taught():
    told: list[Example] = [
        ("ping me at six", "remind"),
        ("nailed it", "done"),
        ("wake me", "remind"),
    ]
    assert right(told, *learn(told)) == len(told)


def test_weights_come_back_as_they_were_packed():
    kept = unpacked(packed(["a", "b"], 0.5, bytes(2 * ((1 << 14) + 1)), 0.25, bytes((1 << 14) + 1)))
    assert (kept.labels, kept.scale, kept.warning_scale) == (("a", "b"), 0.5, 0.25)
    assert len(kept.warnings) == (1 << 14) + 1
