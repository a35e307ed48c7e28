"""Kinds that were heard wrong once, each with sentences of its own: questions, others, levels."""

from datetime import UTC, datetime

import pytest

from content.intents.meaning import Intent, Meaning
from content.intents.understanding import understand
from content.screening.screen import own_lexicon
from content.screening.urgency import Urgency
from tests.support.library import library

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
LEXICON, CARDS = own_lexicon(), library().names


def heard(text: str) -> tuple[Meaning, ...]:
    return understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)


def intents(text: str) -> list[Intent]:
    return [each.intent for each in heard(text)]


@pytest.mark.parametrize(
    "text",
    [
        "do you think i've torn my labrum",
        "could i have a hernia?",
        "might it be osteitis pubis",
        "how can i prevent a stress fracture",
        "why does sciatica hurt at night",
        "can running cause hip arthritis",
        "how long does a stress fracture take to heal",
        "which painkiller helps with shin splints",
        "what would you say if my dad had a stroke",
        "what causes a swollen ankle",
    ],
)
def test_a_question_about_a_condition_is_answered_as_one(text: str):
    assert intents(text) == [Intent.TOPIC]


@pytest.mark.parametrize(
    "text",
    [
        "my aunt has brittle bones, what could she do for her hips",
        "dad got a pacemaker, which of these suits him",
        "my girlfriend is pregnant, are the lunges fine for her?",
    ],
)
def test_a_move_for_somebody_with_a_lasting_state_is_for_who_knows_them(text: str):
    assert intents(text) == [Intent.TOPIC]


@pytest.mark.parametrize(
    "text",
    [
        "is my sciatica dangerous",
        "how do i tell numb toes from something serious",
        "how do i know if numb legs are bad, just curious",
        "may i jog with my slipped disc",
        "is osteitis serious? my toes tingle",
    ],
)
def test_a_question_that_may_be_about_the_runner_is_asked_back(text: str):
    assert intents(text) == [Intent.CHECK_BODY]


@pytest.mark.parametrize(
    "text",
    [
        "i read a lot about it, tight chest and a numb left arm on every hill",
        "what should i do when my shin swells and burns",
        "have bursitis, stabbing pain in the groin at each landing",
        "did a parkrun, now i limp and the shin bone is sore, sciatica maybe",
        "ran with my cousin, 1990 m in i collapsed",
        "not cleared by my surgeon yet, knee op two weeks ago and it hurts",
        "i'm still not pain free in the groin at night after two months",
        "my ankle cracked on a bad landing",
        "can i jog with my stress fracture",
    ],
)
def test_an_excuse_hides_nothing_told_beside_it(text: str):
    assert Intent.DANGER in intents(text)


@pytest.mark.parametrize(
    "text",
    [
        "my ankle clicks in a weird way when i walk",
        "elastic band around my knees for bridges, an exercise please",
        "so stiff that i can't get off the floor nicely",
        "ribs tight after running",
        "phone went dead, glute stretch please",
        "expecting my first ultra in june, hip stretch",
        "i want to earn my medal, calf stretch",
        "outer hip aches after running",
        "i rolled my arch on a golf ball, lovely",
    ],
)
def test_what_only_sounds_alarming_is_no_flag(text: str):
    assert Intent.DANGER not in intents(text)


@pytest.mark.parametrize(
    "text",
    [
        "my shin hurts with every hop, could it be a stress fracture",
        "is this a stress fracture, it hurts at night",
        "can i stretch after my hernia op last month",
        "do you think it is a stress fracture? the bone is sore and i limp",
        "am i having a stroke",
        "could it be a clot, calf is swollen",
        "is it ok to stretch with a suspected stress fracture",
    ],
)
def test_what_is_told_beside_the_question_counts(text: str):
    assert intents(text) == [Intent.DANGER]


@pytest.mark.parametrize(
    "text",
    [
        "my father had his hip replaced, i want to avoid that",
        "aunt has a new knee and loves bridges, give me one",
        "wife tore her achilles in 2017, hence we never skip calf work",
        "my girlfriend is pregnant so i only have two minutes, hip stretch",
    ],
)
def test_what_others_had_is_no_news(text: str):
    assert not {Intent.DANGER, Intent.CHECK_BODY} & {*intents(text)}


@pytest.mark.parametrize(
    "text",
    ["my mum says my new hip squeaks", "dad drove me home after my hip was replaced, hip stretch"],
)
def test_what_is_the_runners_own_beside_others_is_asked_about(text: str):
    assert {Intent.DANGER, Intent.CHECK_BODY} & {*intents(text)}


@pytest.mark.parametrize(
    "text",
    [
        "passed out on the couch after my long run haha",
        "after the race i passed out in bed",
        "can't go on the loo today",
        "woozy after the shower",
        "hip scope 6 months ago",
    ],
)
def test_what_may_be_harmless_or_not_is_asked_about(text: str):
    assert intents(text) == [Intent.CHECK_BODY]


@pytest.mark.parametrize("text", ["i can't go on", "i can't go on the loo. i can't go on"])
def test_who_cannot_go_on_is_heard(text: str):
    (found,) = heard(text)
    assert found.flag == "self-harm"


@pytest.mark.parametrize("text", ["dizzy when i sprint", "lightheaded on each run, gone after"])
def test_dizzy_with_effort_does_not_wait(text: str):
    (found,) = heard(text)
    assert found.urgency is Urgency.NOW


@pytest.mark.parametrize(
    "text", ["stop reminding me about my tingling foot", "fewer messages please, my foot is numb"]
)
def test_a_wish_for_less_hides_no_complaint(text: str):
    assert Intent.CHECK_BODY in intents(text)


@pytest.mark.parametrize(
    "text",
    [
        "my thigh feels numb",
        "tingling foot after the run",
        "small bruise on the shin",
        "tripped on the trail yesterday, a bit sore but i walked home",
        "my hip locks and i wiggle it free",
        "kneecap feels puffy and i keep dropping my mug",
        "remind me at 7, and my arm feels numb",
        "start the stability programme, my belly hurts",
        "my herniated disc is getting worse",
    ],
)
def test_an_unclear_complaint_is_a_question_and_rests_nothing(text: str):
    assert intents(text)[-1] is Intent.CHECK_BODY


def test_a_reminder_is_set_before_the_question():
    assert intents("remind me at 7, and my arm feels numb") == [Intent.REMIND, Intent.CHECK_BODY]


@pytest.mark.parametrize(
    ("text", "flag", "urgency"),
    [
        ("i'm 15 and limp since football", "child-hip-now", Urgency.NOW),
        ("teenage son limps after training", "child-hip-now", Urgency.NOW),
        ("mri shows a femoral neck stress fracture", "broken-bone", Urgency.NOW),
        ("doc suspects a fracture of the femoral neck", "broken-bone", Urgency.NOW),
        ("hamstring came off the bone, an avulsion", "injury", Urgency.DAYS),
        ("outside of my hip hurts at night for weeks", "outer-hip", Urgency.DAYS),
        ("someone is kneeling on me whenever i climb a hill", "heart", Urgency.NOW),
        ("my tongue went thick and my words came out backwards", "stroke", Urgency.NOW),
        ("i can't get an erection since my back went", "cauda-equina", Urgency.NOW),
        ("bulge by my belly button turned blue", "hernia-now", Urgency.NOW),
        ("a red stripe creeps up from the blister and i shiver", "infection", Urgency.NOW),
        ("calf went hard as wood after the kick and my toes tingle", "limb", Urgency.NOW),
        ("nobody would notice if i stopped existing", "self-harm", Urgency.NOW),
        ("he left a goodbye note", "self-harm", Urgency.NOW),
        ("i throw up my dinner to be lighter for the race", "low-energy", Urgency.DAYS),
    ],
)
def test_the_right_advice_at_the_right_level(text: str, flag: str, urgency: Urgency):
    (found,) = heard(text)
    assert (found.flag, found.urgency) == (flag, urgency)
