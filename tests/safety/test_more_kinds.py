"""Kinds that a physio found unseen or too loud, each with its flag and its opposite."""

from datetime import UTC, datetime

import pytest

from content.catalog.taxonomy import Condition
from content.intents.body_check import DAYS_OFF
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import understand
from content.screening.screen import own_lexicon
from tests.support.library import library

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
LEXICON, CARDS = own_lexicon(), library().names

SEEN = {
    ("abdomen", "now"): [
        "it began at my belly button and by now it's low on the right",
        "ache down right in my belly, a temperature as well",
        "every speed bump hurts in my tummy, on the right side, since yesterday",
    ],
    ("nothing-stays-down", "now"): [
        "puking all night, what can i do for my back",
        "i can't keep water down since lunch",
        "threw up seven times already",
        "each sip comes straight back up",
    ],
    ("allergy", "now"): [
        "hives, and my tongue feels thick",
        "lips got huge after a peanut bar",
        "my throat feels like it is closing since that wasp, throat is closing",
    ],
    ("neck-artery", "now"): [
        "twisted my neck in yoga, since then vertigo and a headache",
        "sudden neck pain with a headache, and i veer to the left, off balance",
        "osteopath did my neck on friday and today i am dizzy",
        "my neck hurts on the left and that eyelid is droopy",
    ],
    ("stroke", "now"): [
        "can't see the clock with my right eye",
        "half the page is grey for me",
        "all of a sudden, suddenly i can't see the letters",
        "can't see it, it is all double",
        "my arm belongs to somebody else this morning",
        "couldn't say my wife's name for a bit, my hand was odd and heavy",
    ],
    ("was-unconscious", "now"): [
        "i was unconscious for some seconds on sunday",
        "got knocked out cold at rugby, ok now",
        "my brother was unconscious earlier and is awake again",
    ],
    ("heat-exhaustion", "days"): [
        "dizzy since my run in this heat",
        "cramps and a headache from the sun, what helps",
        "ran in the heat, i feel sick",
    ],
    ("fever", "days"): [
        "fever since lunch, may i do the short one?",
        "i've got a temperature, something gentle please",
        "my temp is 38.7, hips please",
    ],
    ("overtraining", "visit"): [
        "my resting heart rate is up and i feel worn out",
        "slower every week, sleeping badly and run down",
        "one cold after the other, and i'm drained",
        "hrv is down, times get worse",
    ],
    ("low-mood", "visit"): [
        "nothing gives me joy now",
        "no pleasure in life, what should i stretch",
        "i have been feeling low for months",
        "i cry every evening and feel so sad",
        "my mood is in the gutter since march",
    ],
    ("broken-bone", "now"): [
        "my shoulder popped out in the scrum",
        "tripped, and now my right leg looks shorter",
        "rolled my ankle and there's one sore spot on the bone",
    ],
    ("cauda-equina", "now"): ["i go to the toilet without noticing"],
    ("clot", "now"): ["coughed up some pink froth after my swim"],
    ("heat-stroke", "now"): ["my mate overheated and talks rubbish"],
    ("heart-visit", "days"): ["bp is 195, easy session?", "my blood pressure reads 180"],
    ("inflammatory", "days"): ["woke at 5 so stiff in the back again, takes an hour, for months"],
    ("general-illness", "days"): [
        "beat lymphoma years ago, now my back aches at night",
        "i cough up green stuff and have a fever",
    ],
    ("injury", "days"): ["my knee buckles on the stairs", "thigh all purple after i heard a pop"],
    ("pelvic-floor", "visit"): ["there's a gap between my tummy muscles since the baby"],
    ("after-loss", "visit"): [
        "we lost the baby in spring, may i run",
        "had a miscarriage two weeks ago",
    ],
    ("self-harm", "now"): [
        "i imagine walking in front of a lorry on my commute",
        "some days i want to swerve into traffic",
        "i can't see any point in being alive",
        "there's no point going on like this",
    ],
    ("limb", "now"): ["calf turned solid after a tackle and the foot tingles"],
    ("lump", "days"): ["felt a hard lump on my left testicle, it doesn't hurt"],
    ("strain", "visit"): [
        "got kicked in training, my thigh is all blue",
        "hip turned purple after a knock from a stick",
    ],
}


def heard(text: str, *states: Condition) -> Meaning:
    return understand(text, now=NOW, lexicon=LEXICON, cards=CARDS, states=states)[0]


def flagged(text: str, *states: Condition) -> tuple[str | None, str | None]:
    found = heard(text, *states)
    return (found.flag, str(found.urgency)) if found.flag else (None, None)


@pytest.mark.parametrize(
    ("flag", "text"), [(flag, text) for flag, texts in SEEN.items() for text in texts]
)
def test_a_kind_is_seen(flag: tuple[str, str], text: str) -> None:
    assert flagged(text) == flag


@pytest.mark.parametrize(
    "text",
    [
        "lower right leg is stiff, went to the right shop for shoes",
        "ate too much, my belly is full, move for after dinner",
        "my lips are dry, hip stretch",
        "can't see the letters without my glasses",
        "can't see the chart",
        "turned my head to look for cars, all fine, neck stretch?",
        "we got knocked out of the relay, glutes tight",
        "it's 38 degrees outside, something for indoors",
        "did 10k in 39.2, quads tight",
        "race fever! hips tight",
        "no fun in the rain today, calf stretch",
        "i cried laughing at your last message",
        "feeling a bit low on energy today, short one",
        "slower than last year, still happy, hip stretch",
        "knackered and thirsty, legs up the wall?",
        "varicose veins for years, calf stretch",
        "stiff for 5 minutes in the morning",
        "can't kick my leg as high as my sister",
        "skipped a period of stretching, back now",
        "took 4 ibuprofen today",
        "is one leg shorter in most people",
        "dizzy with joy after my pb",
        "nearly peed myself laughing",
        "flu jab yesterday, arm is sore",
        "lost the baby weight, hips tight",
        "glutes sore, pain 2/10",
        "no periods since the menopause, hip stretch",
        "does rolling break up clots",
        "my dog is limping, hip stretch for me please",
        "my arm is tender from the flu jab",
        "our cat has a broken leg",
        "my daughter's hamster has a broken leg",
        "a car pulled in front of me, quads tight from braking",
        "solid session, calves tight",
        "no point carrying on with this stretch",
        "almost had a stroke when i read the entry fee",
    ],
)
def test_what_only_sounds_like_it_is_no_flag(text: str) -> None:
    found = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)
    assert not {Intent.DANGER, Intent.CHECK_BODY} & {each.intent for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "got a fever, pause until monday",
        "my son has a fever, no session tonight",
        "fever, so a rest day",
        "feverish, no training this week",
        "no run today, fever",
    ],
)
def test_who_rests_with_a_fever_is_not_told_to(text: str) -> None:
    assert heard(text).intent in DAYS_OFF


def test_a_jab_is_told_what_is_common_and_pain_elsewhere_is_asked_about() -> None:
    assert heard("flu jab yesterday, arm is sore").topic == "jab"
    found = understand("jab yesterday, hip pain", now=NOW, lexicon=LEXICON, cards=CARDS)
    assert [each.intent for each in found] == [Intent.TOPIC, Intent.CHECK_BODY]
    assert flagged("had my vaccine, now my throat swells") == ("breathing", "now")


@pytest.mark.parametrize(
    "text",
    [
        "may i take ibuprofen before my long run",
        "is paracetamol fine",
        "took 5 ibuprofen since this morning",
        "how many painkillers are ok",
    ],
)
def test_painkillers_have_an_answer(text: str) -> None:
    assert (heard(text).intent, heard(text).topic) == (Intent.TOPIC, "painkillers")


@pytest.mark.parametrize(
    "text", ["our dog bit my calf, it's swollen", "the dog is fine but my hip hurts when i land"]
)
def test_what_is_the_runners_is_no_pets(text: str) -> None:
    assert heard(text).intent is Intent.DANGER


@pytest.mark.parametrize(
    "text", ["is rolling ok on warfarin", "may i use a foam roller on blood thinners"]
)
def test_who_asks_about_blood_thinners_is_answered(text: str) -> None:
    assert (heard(text).intent, heard(text).topic) == (Intent.TOPIC, "blood-thinners")


@pytest.mark.parametrize("text", ["took 7 ibuprofen at once", "swallowed six aspirin in one go"])
def test_many_at_once_are_an_overdose(text: str) -> None:
    assert flagged(text) == ("self-harm", "now")


@pytest.mark.parametrize(
    ("state", "text", "flag", "urgency"),
    [
        (Condition.BLOOD_THINNERS, "bumped my head on the shelf", "head-injury", "now"),
        (Condition.BLOOD_THINNERS, "a bruise on my hip, getting bigger", "bleeding", "now"),
        (Condition.BLOOD_THINNERS, "a bruise on my shin, hip stretch", "bleeding", "days"),
        (Condition.OVER_65, "fell this morning and my hip hurts", "broken-bone", "now"),
        (Condition.UNDER_18, "i limp since sunday", "child-hip-now", "now"),
        (Condition.UNDER_18, "my knee hurts at night", "child-hip", "days"),
    ],
)
def test_what_was_told_before_counts(state: Condition, text: str, flag: str, urgency: str) -> None:
    assert flagged(text, state) == (flag, urgency)
    assert flagged(text) != (flag, urgency)


@pytest.mark.parametrize(
    "text",
    [
        "now there's a popping sound, no pain",
        "my hip pops but it doesn't hurt",
        "my knee clicks painlessly on the stairs",
    ],
)
def test_a_click_without_pain_has_a_text_of_its_own_and_is_not_asked_about(text: str) -> None:
    found = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)
    assert [(each.intent, each.topic) for each in found] == [(Intent.TOPIC, "clicking")]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("heard a pop and can't walk", "broken-bone"),
        ("felt a pop in my calf while sprinting, no pain", "injury"),
        ("a pop, no pain, but my knee is swelling up", "injury"),
    ],
)
def test_a_pop_at_an_injury_is_a_flag(text: str, flag: str) -> None:
    found = understand(text, now=NOW, lexicon=LEXICON, cards=CARDS)
    assert found[0].flag == flag
