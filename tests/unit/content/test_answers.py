"""Typed answers to the questions of the first chat, and messages that are none."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.catalog.taxonomy import Area, Kit
from content.intents.answers.answer import LEAVES, Answer, Aside
from content.intents.answers.read import READERS, read_answer
from content.intents.answers.readers.zone import Whereabouts
from content.intents.answers.told import also_answered, corrected, told
from content.intents.meaning import Intent, Meaning
from tests.unit.content.test_understand import meanings, read

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
OF_A_DAY = ("sore_place", "run_soon")  # what else is said to these: chats/test_typed_day_answers.py
QUESTIONS = [each for each in READERS if each not in OF_A_DAY]
EVERYWHERE = [area.value for area in Area]
ALL_KIT = sorted(kit.value for kit in Kit)
KNOWN = {"run_days": [0, 2, 5], "run_at": "06:30"}

ORDER = ("sitting", "spots", "run_days", "run_at", "kit")
TAKEN: list[tuple[str, str, Any]] = [
    ("sitting", "about nine hours", "over-7"),
    ("sitting", "9", "over-7"),
    ("sitting", "9-11", "over-7"),
    ("sitting", "5 hrs or so", "4-to-7"),
    ("sitting", "like three", "under-4"),
    ("sitting", "seven", "4-to-7"),
    ("sitting", "all day :(", "over-7"),
    ("sitting", "not much", "under-4"),
    ("sitting", "between 4 and 7", "4-to-7"),
    ("sitting", "eight until four at a till", "over-7"),
    ("sitting", "7 to 4 with two breaks", "over-7"),
    ("sitting", "it depends, 3 at home and 8 in the office", "over-7"),
    ("sitting", "90 minutes", "under-4"),
    ("sitting", "40 hours a week", "over-7"),
    ("spots", "hips and quads", ["hip-joint", "hip-flexors", "quads"]),
    ("spots", "hip flexrs", ["hip-flexors"]),
    ("spots", "my glutes and it band mostly", ["glutes", "outer-hip"]),
    ("spots", "everywhere", EVERYWHERE),
    ("spots", "everything from the waist down", EVERYWHERE),
    ("spots", "lower back mostly, hips a little", ["lower-back", "hip-joint", "hip-flexors"]),
    ("spots", "hamstrings, especially when I get up", ["hamstrings"]),
    ("spots", "quads after hill sessions", ["quads"]),
    ("spots", "no idea, somewhere in the glutes", ["glutes"]),
    ("run_days", "tue thu and sunday", [1, 3, 6]),
    ("run_days", "mon-fri", [0, 1, 2, 3, 4]),
    ("run_days", "every day except friday", [0, 1, 2, 3, 5, 6]),
    ("run_days", "all but tuesday", [0, 2, 3, 4, 5, 6]),
    ("run_days", "mwf", [0, 2, 4]),
    ("run_days", "never", []),
    ("run_days", "never on sunday", [0, 1, 2, 3, 4, 5]),
    ("run_days", "sun, wed evening", [2, 6]),
    ("run_days", "track on wednesdays and a long one at the weekend", [2, 5, 6]),
    ("run_days", "not at present, no", []),
    ("run_days", "every other day", [0, 2, 4, 6]),
    ("run_days", "saturday with the club, otherwise random", [5]),
    ("run_at", "after work", "18:00"),
    ("run_at", "mornings", "07:00"),
    ("run_at", "6:15", "06:15"),
    ("run_at", "5.30", "05:30"),
    ("run_at", "0545", "05:45"),
    ("run_at", "it varies", "varies"),
    ("run_at", "after dinner, around 8", "20:00"),
    ("run_at", "before breakfast, about half five", "05:30"),
    ("run_at", "changes all the time", "varies"),
    ("kit", "just a roller", ["roller"]),
    ("kit", "nothing", ["nothing"]),
    ("kit", "no kit", ["nothing"]),
    ("kit", "no", ["nothing"]),
    ("kit", "couch and a tennis ball", ["ball", "couch"]),
    ("kit", "one of each", ALL_KIT),
    ("kit", "everything but a couch", sorted(set(ALL_KIT) - {"couch"})),
    ("kit", "a long band and a mini band", ["band", "long-band"]),
    ("kit", "just a rucksack and a water bottle", ["weight"]),
    ("kit", "power band, roller", ["long-band", "roller"]),
    ("kit", "roller, no ball", ["roller"]),
    ("kit", "weights and a treadmill", ["weight"]),
    ("kit", "only a treadmill", ["nothing"]),
    ("remind_at", "at seven thirty", "07:30"),
    ("remind_at", "remind me at 8", "08:00"),
    ("remind_at", "8pm please", "20:00"),
    ("remind_at", "twenty to 9", "08:40"),
    ("remind_at", "how about 6", "06:00"),
    ("remind_at", "not before 10", "10:00"),
    ("remind_at", "when I run", "06:30"),
    ("remind_at", "two hours before my run", "04:30"),
    ("remind_days", "weekdays", [0, 1, 2, 3, 4]),
    ("remind_days", "all", [0, 1, 2, 3, 4, 5, 6]),
    ("remind_days", "7", [0, 1, 2, 3, 4, 5, 6]),
    ("remind_days", "fri through sun", [4, 5, 6]),
    ("remind_days", "no weekends", [0, 1, 2, 3, 4]),
    ("remind_days", "on my rest days", [1, 3, 4, 6]),
    ("remind_days", "the days I run", [0, 2, 5]),
    ("cue", "after my morning coffee", "coffee"),
    ("cue", "brushing my teeth", "teeth"),
    ("cue", "when I close my laptop", "work"),
    ("cue", "straight after a bath", "shower"),
    ("cue", "once I've put the kettle on", "coffee"),
    ("cue", "none of those", None),
]


@pytest.mark.parametrize(("question", "text", "value"), TAKEN)
def test_answers(question: str, text: str, value: Any) -> None:
    rival = meanings(text)[0]
    found = read_answer(question, text, NOW, known=KNOWN, rival=rival)
    assert isinstance(found, Answer), found
    assert found.value == value


FRAMES = [
    "{}",
    "um, {}",
    "ok so {}",
    "well, {}",
    "hmm {}",
    "hi, {}",
    "i'd say {}",
    "i think {}",
    "probably {}",
    "usually {}",
    "mostly {}",
    "maybe {}",
    "honestly, {}",
    "oh, {}",
    "so, {}",
    "{} i think",
    "{} i guess",
    "{} if that's ok",
    "{} lol",
    "{} haha",
    "{} please",
    "{}, thanks",
    "{}.",
    "{}!!",
    "{}?",
    "{} tbh",
    "{} for now",
    "{}, usually",
    "{} mate",
    "{} 🙂",
]
PLAIN = [
    ("sitting", "9 hours", "over-7"),
    ("sitting", "all day", "over-7"),
    ("spots", "hamstrings", ["hamstrings"]),
    ("spots", "quads and ankles", ["quads", "ankles"]),
    ("run_days", "tuesdays and fridays", [1, 4]),
    ("run_days", "weekends", [5, 6]),
    ("run_at", "6:40", "06:40"),
    ("run_at", "after work", "18:00"),
    ("kit", "a roller and a band", ["band", "roller"]),
    ("remind_at", "half past seven", "07:30"),
    ("remind_at", "19:30", "19:30"),
    ("remind_days", "monday to thursday", [0, 1, 2, 3]),
    ("cue", "my coffee", "coffee"),
]


@pytest.mark.parametrize("frame", FRAMES)
def test_an_answer_is_taken_however_it_is_put(frame: str) -> None:
    for question, said, value in PLAIN:
        text = frame.format(said)
        found = read_answer(question, text, NOW, rival=meanings(text)[0])
        assert isinstance(found, Answer), (text, found)
        assert found.value == value, text


def test_what_nothing_was_made_of_is_told() -> None:
    found = read_answer("remind_at", "20:15 but not while the baby sleeps", NOW)
    assert isinstance(found, Answer)
    assert found.value == "20:15"
    assert "baby" in found.left
    plain = read_answer("run_days", "monday", NOW)
    assert isinstance(plain, Answer)
    assert not plain.left


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("I'm in Glasgow", "Europe/London"),
        ("same as Rome", "Europe/Rome"),
        ("Stockhlm", "Europe/Stockholm"),
        ("Ireland", "Europe/Dublin"),
        ("a village near Lyon", "Europe/Paris"),
        ("just moved to Oslo, from Bergen", "Europe/Oslo"),
        ("europe/madrid", "Europe/Madrid"),
    ],
)
def test_places(text: str, zone: str) -> None:
    found = read_answer("zone", text, NOW, rival=meanings(text)[0])
    assert isinstance(found, Answer), found
    assert isinstance(found.value, Whereabouts)
    assert found.value.places[0].zone == zone


def test_a_clock_and_a_distance_tell_a_zone_too() -> None:
    clock = read_answer("zone", "my clock says 20 past 4 pm", NOW)
    assert isinstance(clock, Answer)
    assert f"{clock.value.clock:%H:%M}" == "16:20"
    distance = read_answer("zone", "utc-3", NOW)
    assert isinstance(distance, Answer)
    assert distance.value.offset is not None


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("skip", Aside.SKIP),
        ("Pass.", Aside.SKIP),
        ("?", Aside.SKIP),
        ("no idea", Aside.UNSURE),
        ("not sure", Aside.UNSURE),
        ("I'd rather not say", Aside.PRIVATE),
        ("none of your business", Aside.PRIVATE),
        ("you choose", Aside.CHOOSE),
        ("up to you", Aside.CHOOSE),
    ],
)
def test_a_runner_may_leave_any_question(question: str, text: str, aside: Aside) -> None:
    assert read_answer(question, text, NOW, rival=meanings(text)[0]) is aside
    assert aside in LEAVES


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("why do you want to know?", Aside.WHY),
        ("what's that for?", Aside.WHY),
        ("can I change that later?", Aside.LATER),
        ("is this final?", Aside.LATER),
        ("what do you recommend?", Aside.BEST),
        ("what's normal?", Aside.BEST),
        ("what do you mean?", Aside.MEANING),
        ("I don't understand the question", Aside.MEANING),
    ],
)
def test_questions_about_a_question(question: str, text: str, aside: Aside) -> None:
    assert read_answer(question, text, NOW, rival=meanings(text)[0]) is aside


@pytest.mark.parametrize(
    ("question", "text", "aside"),
    [
        ("sitting", "it depends", Aside.WHICH),
        ("run_days", "four times a week", Aside.WHICH),
        ("run_days", "whenever I find the time", Aside.WHICH),
        ("run_days", "my rota changes", Aside.WHICH),
        ("remind_days", "two days", Aside.WHICH),
        ("remind_at", "any time", Aside.WHICH),
        ("kit", "which one should I get?", Aside.BEST),
        ("remind_days", "is two enough?", Aside.BEST),
        ("remind_at", "no reminders", Aside.SKIP),
        ("cue", "when the bus comes", Aside.LOST),
    ],
)
def test_what_is_no_choice_yet(question: str, text: str, aside: Aside) -> None:
    assert read_answer(question, text, NOW, rival=meanings(text)[0]) is aside


OTHERS = [
    "done",
    "did half",
    "stretch for tight hip flexors",
    "what helps tight quads?",
    "who are you?",
    "delete my data",
    "undo that",
    "my groin hurts when I land",
    "couch stretch",
    "stop reminding me",
    "how am I doing?",
    "show me something for the glutes",
    "snooze 20",
    "",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("text", OTHERS)
def test_other_messages_are_no_answers(question: str, text: str) -> None:
    reading = read_answer(question, text, NOW, rival=meanings(text)[0])
    assert reading is None or (question.startswith("remind") and "remind" in text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("sitting", "remind me at 7"),
        ("sitting", "40 hours"),
        ("spots", "5 min for glutes"),
        ("run_days", "remind me on tuesday"),
        ("run_days", "did it on monday"),
        ("run_at", "25:00"),
        ("kit", "roll my quads"),
        ("run_at", "just ran 10k"),
        ("sitting", "ran 10k"),
        ("sitting", "thanks a lot"),
    ],
)
def test_near_answers_are_left_to_the_rest(question: str, text: str) -> None:
    assert not isinstance(read_answer(question, text, NOW, rival=meanings(text)[0]), Answer)


# What other messages would be taken for an answer, by question: most are one, such as a time or a
# day, and a place that is tight. Every thirtieth message of our own sets is put to each question.
SAMPLE = 30
SWALLOWED = {"spots": 25, "remind_at": 8, "run_at": 6, "remind_days": 8, "run_days": 6}
A_HANDFUL = 5


def test_few_other_messages_are_swallowed() -> None:
    asks = [ask for part in ("seen", "unseen") for group in read(part).values() for ask in group]
    sample = [(ask["say"], meanings(ask["say"])[0]) for ask in asks[::SAMPLE]]
    for question in QUESTIONS:
        taken = [
            text
            for text, rival in sample
            if isinstance(read_answer(question, text, NOW, rival=rival), Answer)
        ]
        print(f"{question}: {len(taken)} of {len(sample)} taken as an answer")
        assert len(taken) <= SWALLOWED.get(question, A_HANDFUL), (question, taken)


@pytest.mark.parametrize(
    ("question", "text", "before", "value"),
    [
        ("sitting", "actually 5", "over-7", "4-to-7"),
        ("run_days", "no wait, thursday too", [0, 2], [0, 2, 3]),
        ("run_days", "sorry, not monday", [0, 2], [2]),
        ("run_days", "I meant tuesdays", [0], [1]),
        ("spots", "oh, and the glutes as well", ["quads"], ["quads", "glutes"]),
        ("remind_at", "make that 8", "07:00", "08:00"),
        ("kit", "oops, also a band", ["roller"], ["roller", "band"]),
    ],
)
def test_what_was_just_answered_is_put_right(
    question: str, text: str, before: Any, value: Any
) -> None:
    found = corrected(question, text, NOW, known={question: before})
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["thursday too", "7", "actually, show me a stretch", "no"])
def test_what_is_no_correction(text: str) -> None:
    assert corrected("run_days", text, NOW, known={"run_days": [0]}) is None


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("I run mondays and thursdays now", "run_days", [0, 3]),
        ("I sit ten hours a day", "sitting", "over-7"),
    ],
)
def test_answers_out_of_turn(text: str, question: str, value: Any) -> None:
    found = told(text, NOW, rival=meanings(text)[0])
    assert found is not None
    assert (found[0], found[1].value) == (question, value)


def test_a_run_that_is_told_is_no_answer_out_of_turn() -> None:
    text = "I run the marathon on sunday, what now?"
    assert told(text, NOW, rival=Meaning(Intent.RUN_TOLD)) is None


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([*QUESTIONS, "body", "other"]), st.text(max_size=300))
def test_no_text_breaks_it(question: str, text: str) -> None:
    read_answer(question, text, NOW, rival=Meaning(Intent.UNKNOWN))
    corrected(question, text, NOW)
    told(text, NOW)


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        read_answer("kit", "nothing", datetime(2026, 11, 25))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("run_days", "martes a viernes", [1, 2, 3, 4]),
        ("run_days", "dienstag bis samstag", [1, 2, 3, 4, 5]),
        ("run_days", "nicht sonntags", [0, 1, 2, 3, 4, 5]),
        ("run_days", "wednesdays but sundays too", [2, 6]),
        ("run_days", "no tuesdays but saturdays", [5]),
        ("run_days", "all week but thursday", [0, 1, 2, 4, 5, 6]),
        ("run_days", "never on sunday, monday, tuesday, wednesday, friday", [3, 5]),
        ("run_days", "no. saturday", [5]),
        ("sitting", "weniger als drei stunden", "under-4"),
        ("sitting", "mas de nueve horas", "over-7"),
        ("remind_at", "a las nueve menos cuarto", None),
        ("remind_at", "once", None),
        ("kit", "keine rolle", None),
        ("zone", "vivo en el campo", None),
        ("zone", "mi cama", None),
    ],
)
def test_answers_in_other_words_are_taken_for_what_they_say(content, question, text, value) -> None:
    found = read_answer(question, text, NOW, lexicon=content.lexicon)
    assert getattr(found, "value", None) == value


OF_BOTH = {"sun, wed evening", "saturday with the club, otherwise random"}  # days, and when


@pytest.mark.parametrize(
    ("question", "text"), [(q, t) for q, t, _ in TAKEN if q in ORDER[:-1] and t not in OF_BOTH]
)
def test_no_words_are_the_answer_to_two_questions(question: str, text: str) -> None:
    first = read_answer(question, text, NOW)
    assert isinstance(first, Answer)
    following = ORDER[ORDER.index(question) + 1]
    assert also_answered(following, text, NOW, first, known=KNOWN) is None
