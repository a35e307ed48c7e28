"""Kinds that a physio found missed or too mild, each with sentences of its own."""

import pytest

from content.screening.screen import screen
from content.screening.urgency import Urgency

NOW = [
    ("limb", "the toes of one foot are icy and white"),
    ("limb", "my right foot is grey and cold since the climb"),
    ("limb", "my left calf is colder than the other and paler too"),
    ("limb", "lower leg went pale, feels icy, glute stretch?"),
    ("cauda-equina", "sex feels numb and my disc is bad"),
    ("cauda-equina", "bad back, and now the groin is numb"),
    ("cauda-equina", "the saddle region fell asleep and stays so"),
    ("cauda-equina", "my privates went to sleep, four hours now"),
    ("cauda-equina", "both of my legs give way"),
    ("cauda-equina", "since my back pain my legs are like rubber"),
    ("clot", "I cough up frothy spit"),
    ("clot", "rusty phlegm after the hill reps"),
    ("clot", "breathing in hurts, I landed from Tokyo last night"),
    ("clot", "it hurts to breathe since the long haul"),
    ("pregnancy-now", "I bleed a little, 24 weeks"),
    ("pregnancy-now", "some spotting at 9 weeks, hip moves?"),
    ("pregnancy-now", "I do not feel the baby kick"),
    ("pregnancy-now", "the baby gives fewer kicks than yesterday"),
    ("pregnancy-now", "35 weeks, headache, I see stars"),
]
DAYS = [
    "prednisolone for my asthma, sudden back pain when I lifted the pram",
    "on prednisone, my ribs hurt since I coughed",
    "long term cortisone and my back hurts since a stumble",
    "my bones are weak and I have a sudden pain in the back",
]
PATCHES = [
    "my hammy is purple from the bum down",
    "adductor is black and blue, groin too",
    "glute turned purple",
    "there is a yellow and purple quad below these shorts",
]
NONE = [
    "my feet are white and cold every winter",
    "both feet are blue and cold after the lake",
    "purple shorts on, which hip stretch",
    "the saddle on my bike is like ice",
    "both my legs fell asleep on the plane, hip stretch",
    "my legs are like jelly after hill reps",
    "12 weeks to my race and a headache of a plan",
    "a plan for 16 weeks, please",
    "took 3 ibuprofen before the race",
    "I took four advil to get through the half",
]


def raised(text: str) -> tuple[str, Urgency] | None:
    flag = screen(text)
    return (flag.id, flag.urgency) if flag else None


@pytest.mark.parametrize(("flag", "text"), NOW)
def test_an_emergency_is_heard_as_one(flag: str, text: str) -> None:
    assert raised(text) == (flag, Urgency.NOW)


@pytest.mark.parametrize("text", DAYS)
def test_a_thin_bone_and_a_small_strain_are_told_together(text: str) -> None:
    assert raised(text) == ("thin-bones", Urgency.DAYS)


@pytest.mark.parametrize("text", PATCHES)
def test_a_bruise_is_heard_by_its_colour(text: str) -> None:
    assert raised(text) is not None


@pytest.mark.parametrize("text", NONE)
def test_what_has_a_plain_reason_is_none(text: str) -> None:
    assert raised(text) is None


@pytest.mark.parametrize("text", ["took 6 ibuprofen at once", "I swallowed 4 codeine"])
def test_more_than_an_everyday_dose_still_is_one(text: str) -> None:
    assert raised(text) == ("self-harm", Urgency.NOW)
