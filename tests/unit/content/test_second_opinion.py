"""The second opinion: what it learnt is kept whole, and hears what it has never seen."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content.authoring.document import library_folder
from content.authoring.yaml_reader import read_document
from content.intents.meaning import Intent
from content.intents.second_opinion import disbelieves, hears_flag, opinion
from content.intents.second_opinion.model import packed, unpacked
from content.intents.second_opinion.training import Example, examples, learn, right
from tests.unit.content.test_understand import ASKS

UNSEEN = yaml.safe_load((ASKS / "unseen.yaml").read_text(encoding="utf-8"))
HELD_OUT = read_document(ASKS / "held_out.yaml", "held_out.yaml")[0].data
LEARNT = read_document(library_folder() / "examples.yaml", "examples.yaml")[0].data


@given(st.text(max_size=300))
def test_it_has_an_opinion_on_anything(text: str):
    told = opinion(text)
    assert sum(share for _, share in told) == pytest.approx(1)
    assert [share for _, share in told] == sorted((share for _, share in told), reverse=True)
    assert {label.partition(":")[0] for label, _ in told} <= set(Intent)


def intents(text: str) -> list[str]:
    """The intents of its opinion, the likeliest first."""
    return list(dict.fromkeys(label.partition(":")[0] for label, _ in opinion(text)))


@pytest.mark.parametrize(
    ("page", "first", "among_three"), [(UNSEEN, 0.83, 0.94), (HELD_OUT, 0.77, 0.9)]
)
def test_it_is_right_about_most_of_what_it_has_never_seen(
    page: Mapping[str, Any], first: float, among_three: float
):
    told = [(text, label.partition(":")[0]) for text, label in examples([page])]
    found = [intents(text).index(label) for text, label in told]
    assert found.count(0) / len(told) > first
    assert sum(at <= 2 for at in found) / len(told) > among_three


def test_what_it_is_judged_by_taught_it_nothing():
    taught = dict(examples([LEARNT]))
    assert len(taught) > 10_000
    assert not taught.keys() & {text for text, _ in examples([HELD_OUT])}


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
