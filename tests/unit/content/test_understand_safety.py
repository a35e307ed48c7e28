"""The red-flag screen: nothing around a flag may hide it, and idioms raise none."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.intents.meaning import Intent
from content.screening.screen import screen
from content.screening.urgency import Urgency
from tests.unit.content.test_understand import meanings, read


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


@pytest.mark.parametrize(
    "text",
    [
        "the only thing that got bruised was my dignity, tight hips",
        "tax return is killing me, sat 8 hours, tight hip flexors",
        "killed my pb on saturday, hams are tight now",
        "the dog looked confused while i did bridges, another glute one?",
        "ran suicides at basketball last night, inner thighs tight",
        "hot yoga was too warm, hips still tight",
        "hot desk day, hips stiff",
        "swollen river stopped my run, tight hips from sitting",
        "lost 4 kg with weight watchers this spring, tight hips though",
        "gasping for a cuppa after that run, calves tight",
        "choking on the entry fee here lol",
        "bleeding cash on physio apps, free glute stretch?",
        "our kitchen tap leaks and i knelt under it all day, hips stiff",
        "team collapsed in extra time, inner thighs tight",
        "sudden death in the shootout, we lost, quads tight",
        "bike repair kept me bent over, lower back stiff",
        "our baby turned 4 last week and wants carrying, outer hip tight",
        "chemo nurse here, 12 hour shift, calves tight",
        "watched a documentary about heart attacks, sat 3 hours, hips stiff",
        "my phone went down a drain, anyway tight hips",
        "went down to my brother's, sat in the car for hours, hips stiff",
        "soaked through by the rain on my run, calves tight",
        "living on a hill, calves are always tight",
        "mri all clear so back to it, hip flexor stretch please",
    ],
)
def test_words_of_a_body_that_are_about_no_body_bring_a_move(text: str) -> None:
    assert screen(text) is None
    assert Intent.CHECK_BODY not in {each.intent for each in meanings(text)}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (
            "fell at the disco, my ego is fine but my ankle is swollen and i cant walk",
            "broken-bone",
        ),
        ("deadline is killing me and so is my chest, tight across it", "heart"),
        ("gasping for breath just sitting here, tight hips", "breathing"),
        ("the team collapsed and then i collapsed at mile 12", "heart"),
        ("repair guy came, also my calf is swollen and hot", "clot"),
        ("mri all clear but now i cant feel my foot", "nerve"),
        ("went down at mile 10, next thing a marshal held my hand", "heart"),
        ("my pad is soaked through in an hour", "bleeding"),
        ("living on black coffee and apples to be lighter for race day", "low-energy"),
        ("bleeding again ten years after the menopause", "bleeding"),
        ("my fingers are clumsy, cant do up buttons, legs feel like somebody elses", "nerve"),
        ("the bulge in my groin wont go back in and its rock hard", "hernia-now"),
        ("calf tightens each walk to the shop and goes when i pause", "circulation"),
        ("graze on my knee is red right up the leg, shaking, breathing fast", "infection"),
        ("im diabetic and the sore on my heel has gone black", "circulation"),
        ("at breakfast i forgot how to talk for a while", "stroke"),
        ("a dog bit my hand by the canal", "infection"),
        ("i leak whenever i jump, since the birth", "pelvic-floor"),
    ],
)
def test_a_body_beside_such_words_is_seen(text: str, flag: str) -> None:
    found = screen(text)
    assert found
    assert found.id == flag


@pytest.mark.parametrize(
    "text",
    [
        "on the treadmill i collapsed",
        "got up from my chair and my hip gave way",
        "beside the bike my calf snapped and swelled up",
    ],
)
def test_a_thing_beside_a_body_hides_nothing(text: str) -> None:
    (first, *_) = meanings(text)
    assert first.intent in (Intent.DANGER, Intent.CHECK_BODY)
