"""The red-flag screen: nothing around a flag may hide it, and idioms raise none."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.screening.screen import screen
from content.screening.urgency import Urgency
from tests.unit.content.test_understand import read


@cache
def group(name: str) -> tuple[dict[str, Any], ...]:
    parts = [read(part) for part in ("seen", "unseen")]
    return tuple(each for part in parts for each in part[name])


@cache
def messages() -> tuple[str, ...]:
    parts = [read(part) for part in ("seen", "unseen")]
    return tuple(each["say"] for part in parts for name in part for each in part[name])


FLAGS = [each["say"] for each in group("flags") if each["is"] == "danger"]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(FLAGS), st.sampled_from(messages()), st.booleans(), st.sampled_from(". ;\n"))
def test_a_flag_put_into_any_message_refers(
    flag: str, message: str, before: bool, joint: str
) -> None:
    first, then = (flag, message) if before else (message, flag)
    text = f"{first}{'.' if joint == ' ' else joint} {then}"
    assert screen(text), text


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FLAGS), st.lists(st.sampled_from(messages()), min_size=10, max_size=30))
def test_a_flag_in_the_middle_of_a_page_refers(flag: str, lines: list[str]) -> None:
    middle = len(lines) // 2
    page = ".\n".join([*lines[:middle], flag, *lines[middle:]])
    assert screen(page), flag


@pytest.mark.parametrize("flag", FLAGS[::7])
def test_case_and_emoji_hide_nothing(flag: str) -> None:
    assert screen(flag.upper())
    assert screen(f"hey coach 🙏 {flag} 😅😅")


@pytest.mark.parametrize(
    ("text", "flag", "urgency"),
    [
        ("groin pain on every landing", "bone-stress", Urgency.DAYS),
        ("tight hip flexor, and my groin hurts at night", "bone-stress", Urgency.DAYS),
        ("tight hip flexor, worse with every run, I limp", "bone-stress", Urgency.DAYS),
        ("I can't bear weight on it", "broken-bone", Urgency.NOW),
        ("numb between my legs", "cauda-equina", Urgency.NOW),
        ("chest pain on the hill", "heart", Urgency.NOW),
        ("my calf is swollen, hot and red", "clot", Urgency.NOW),
        ("I want to end my life", "self-harm", Urgency.NOW),
        ("my foot drags and slaps", "nerve", Urgency.DAYS),
        ("pregnant, which bridge is fine for me?", "pregnancy-check", Urgency.VISIT),
    ],
)
def test_which_flag_and_how_soon(text: str, flag: str, urgency: Urgency) -> None:
    found = screen(text)
    assert found
    assert (found.id, found.urgency) == (flag, urgency)


@pytest.mark.parametrize(
    "text",
    [
        "no numbness, tingling or weakness, just tight hips",
        "no chest pain and no dizziness, only stiff hips",
        "it never wakes me and it doesn't hurt, it is just stiff",
        "years ago I had a stress fracture, fully healed",
        "hips tight, but without any pain at all",
    ],
)
def test_denied_and_past_signs_raise_nothing(text: str) -> None:
    assert screen(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "no numbness, but my groin hurts when I land",
        "can't run a step without groin pain",
        "it doesn't hurt except when my foot lands, then sharp in the hip",
        "years ago I had a stress fracture, healed, and now the same pain is back",
        "my friend has chest pain on runs",
        "what if my leg goes numb?",
    ],
)
def test_a_denial_hides_only_what_it_denies(text: str) -> None:
    assert screen(text)


def test_near_misses_are_measured_next_to_the_flags() -> None:
    alarms = [each["say"] for each in group("nearmiss") if screen(each["say"])]
    assert len(alarms) <= 0.01 * len(group("nearmiss")), alarms
