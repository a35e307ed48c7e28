"""Typed answers in the first chat: taken, said back, put right; and what comes in between."""

import re

import pytest

from tests.support.chat import Chatroom, Runner

SITTING = "How many hours do you sit"
SPOTS = "Where do you feel tight?"
RUN_DAYS = "Which days do you usually run?"
RUN_AT = "at what time do you run"
KIT = "What kit do you have?"
ZONE = "Which city are you in, or near?"
REMIND_AT = "When shall I nudge you?"
REMIND_DAYS = "On which days?"
CUE = "What shall it follow?"
BEFORE = ["9 hours", "quads", "mon and thu", "6:30", "a roller", "Berlin", "7:15", "weekdays"]
ASKED = [SITTING, SPOTS, RUN_DAYS, RUN_AT, KIT, ZONE, REMIND_AT, REMIND_DAYS, CUE]


async def at(runner: Runner, question: str) -> None:
    """Answer until that question is open."""
    await runner.say("/start")
    for answer in BEFORE[: ASKED.index(question)]:
        await runner.say(answer)
    assert question in runner.reads


async def test_an_answer_is_said_back_above_the_next_question(runner: Runner):
    await at(runner, RUN_DAYS)
    answer = await runner.say("thursdays, mondays and the odd sunday")
    assert "Mon, Thu and Sun" in answer
    assert RUN_AT in answer


async def test_what_nothing_was_made_of_is_left_and_the_rest_taken(runner: Runner):
    await at(runner, REMIND_AT)
    answer = await runner.say("21:15 unless the neighbours complain")
    assert "I took 21:15." in answer
    assert REMIND_DAYS in answer


@pytest.mark.postgresql
async def test_the_answer_just_before_can_be_put_right(runner: Runner):
    await at(runner, RUN_DAYS)
    await runner.say("mon and wed")
    answer = await runner.say("no wait, friday too")
    assert "Changed: Mon, Wed and Fri." in answer
    assert RUN_AT in answer
    await runner.say("after work")
    assert "Changed: 06:40." in await runner.say("actually 6:40")
    assert (await runner.exported())["profile"]["run_at"] == "06:40"


async def test_the_last_answer_can_be_put_right_after_all_were_given(runner: Runner):
    runner.body = None
    await at(runner, CUE)
    await runner.say("coffee")
    assert "Changed: My shower." in await runner.say("oh no wait, the shower")
    assert (await runner.exported())["profile"]["cue"] == "shower"


@pytest.mark.parametrize(
    ("question", "asked", "answer"),
    [
        (SITTING, "why do you ask?", "front of the hips"),
        (SITTING, "what counts as sitting?", "chair, a car or on a sofa"),
        (SPOTS, "how many can I choose?", "One or two"),
        (RUN_DAYS, "can I change that later?", "any time"),
        (RUN_DAYS, "twice a week", "Which days are those"),
        (KIT, "do I need anything at all?", "You need none"),
        (ZONE, "I'd rather not share where I am", "No need to say"),
        (REMIND_AT, "what works best?", "follows something you do"),
        (REMIND_AT, "whenever", "7:00 suits many"),
        (REMIND_DAYS, "how many are enough?", "Five days a week is plenty"),
        (REMIND_DAYS, "you choose", "I'd take weekdays"),
        (CUE, "follow what?", "Something you already do"),
        (CUE, "when the postman rings", "only know these six"),
    ],
)
async def test_a_question_about_the_question_is_answered_and_it_stays(
    runner: Runner, question: str, asked: str, answer: str
):
    await at(runner, question)
    said = await runner.say(asked)
    assert answer in said
    assert question in said


@pytest.mark.parametrize("text", ["skip", "no idea", "none of your business"])
async def test_who_does_not_answer_goes_on(runner: Runner, text: str):
    await at(runner, SPOTS)
    assert RUN_DAYS in await runner.say(text)
    assert (await runner.exported())["profile"]["spots"] is None


async def test_the_question_before_is_there_again_in_words(runner: Runner):
    await at(runner, RUN_DAYS)
    assert SPOTS in await runner.say("go back one please")
    assert SITTING in await runner.say("back")
    assert SITTING in await runner.say("previous question")
    assert RUN_DAYS in await runner.say("5 hours")
    profile = (await runner.exported())["profile"]
    assert (profile["sitting"], profile["spots"]) == ("4-to-7", ["quads"])


@pytest.mark.parametrize(
    ("question", "text", "key", "value"),
    [
        (SITTING, "the whole bloody day, I code", "sitting", "over-7"),
        (REMIND_DAYS, "weekdays. leave me in peace at the weekend", "remind_days", [0, 1, 2, 3, 4]),
        (KIT, "I have a Rolle, that is it, done", "kit", ["roller"]),
        (RUN_DAYS, "tue and sun, if my legs aren't dead by then", "run_days", [1, 6]),
    ],
)
async def test_an_answer_with_words_of_another_matter_is_the_answer_alone(
    runner: Runner, question: str, text: str, key: str, value: object
):
    await at(runner, question)
    await runner.say(text)
    kept = await runner.exported()
    assert kept["profile"].get(key) == value
    assert not kept["sessions"]


async def test_an_exception_that_names_no_day_leaves_the_question_open(runner: Runner):
    await at(runner, REMIND_DAYS)
    answer = await runner.say("every day except on match days")
    assert "Which days shall it be?" in answer
    assert REMIND_DAYS in answer


REQUESTS = [
    ("/help", "a move"),
    ("/progress", "week"),
    ("a stretch for my calves please", "Next"),
    ("who are you?", "Limber"),
    ("thanks", ""),
    ("done", "Logged"),
    ("what can you do?", ""),
    ("does stretching prevent injuries?", "promise"),
]


async def test_a_referral_stands_last_and_the_next_word_brings_the_question_back(runner: Runner):
    await at(runner, KIT)
    assert "I won't send a move" in await runner.say("sharp groin pain with every step")
    assert KIT not in runner.reads
    assert KIT in await runner.say("thanks")


@pytest.mark.parametrize("question", [SITTING, RUN_DAYS, KIT, REMIND_AT, CUE])
async def test_after_every_side_trip_the_question_is_there_again(room: Chatroom, question: str):
    for number, (text, _) in enumerate(REQUESTS):
        runner = room.runner(100 + number)
        await at(runner, question)
        before = len(runner.bot_messages)
        await runner.say(text)
        assert question in runner.bot_messages[-1].text, text
        assert len(runner.bot_messages) > before, text
        asked = [each for each in runner.bot_messages if question in each.text]
        assert len(asked) == 1, text


PLAIN = {
    SITTING: "about 8",
    SPOTS: "hips mostly, hamstrings sometimes",
    RUN_DAYS: "tue and sat",
    RUN_AT: "mornings, most of the time",
    KIT: "a ball and that's it",
    ZONE: "I'm in Hamburg",
    REMIND_AT: "half 8 in the morning",
    REMIND_DAYS: "mon to thu",
    CUE: "after my run",
}


async def test_what_answers_the_next_question_too_is_taken_at_once(runner: Runner):
    await runner.say("/start")
    assert "3 of 10" in await runner.say("9 hours, and my quads are the worst")
    answer = await runner.say("tue and thu, before work")
    assert "Tue and Thu, noted. Early morning, noted." in answer
    assert "5 of 10" in answer
    profile = (await runner.exported())["profile"]
    assert (profile["sitting"], profile["spots"]) == ("over-7", ["quads"])
    assert (profile["run_days"], profile["run_at"]) == ([1, 3], "07:00")


async def test_who_does_not_run_is_not_asked_when(runner: Runner):
    await runner.say("/start")
    await runner.say("8")
    await runner.say("hips")
    assert "What kit do you have" in await runner.say("not running at present")
    await runner.say("/settings")
    await runner.tap(re.compile("^Run days"))
    await runner.say("fridays")
    assert (await runner.exported())["profile"]["run_days"] == [4]


async def test_an_answer_changes_nothing_else(runner: Runner):
    await runner.say("/start")
    for question, text in PLAIN.items():
        assert question in runner.reads
        await runner.say(text)
    runner.body = None
    told = await runner.exported()
    profile = told["profile"]
    assert profile["sitting"] == "over-7"
    assert profile["run_days"] == [1, 5]
    assert profile["run_at"] == "07:00"
    assert profile["kit"] == ["ball"]
    assert profile["zone"] == "Europe/Berlin"
    assert profile["cue"] == "run"
    assert not told["sessions"]
    assert not told["runs"]
    assert told["programme"] is None
    (reminder,) = [each for each in told["reminders"] if each["slot"] == "daily"]
    assert (reminder["at"], reminder["days"]) == ("08:30", [0, 1, 2, 3])


async def test_a_question_opened_in_the_settings_takes_words_too(sam: Runner):
    await sam.say("/settings")
    await sam.tap(next(each for each in sam.buttons if each.startswith("Run days")))
    answer = await sam.say("fridays and the weekend")
    assert "Fri, Sat and Sun, noted." in answer
    assert "Your settings" in answer


async def test_an_answer_out_of_turn_is_kept_and_the_open_question_stays(runner: Runner):
    await at(runner, KIT)
    answer = await runner.say("I run tuesdays and sundays now")
    assert "Tue and Sun, noted." in answer
    assert KIT in answer


async def test_a_clock_that_is_told_leads_to_a_city(runner: Runner):
    await at(runner, ZONE)
    assert "nearest to you" in await runner.say("it's twenty past nine here")
    assert "nearest to you" in await runner.say("gmt + 1")
    assert "Bordeaux" in await runner.say("a small place near Bordeaux")
    assert (await runner.exported())["profile"]["zone"] == "Europe/Paris"


ABROAD = [
    "neun stunden am tag",
    "cuadriceps y gluteos",
    "lundi, mercredi et samedi",
    "um halb sieben",
    "niente",
    "vivo en Sevilla",
    "o siódmej rano",
    "todos los días menos domingos",
    "nach dem duschen",
]


async def test_answers_in_other_languages_are_taken(runner: Runner):
    await runner.say("/start")
    for answer in ABROAD:
        await runner.say(answer)
    profile = (await runner.exported())["profile"]
    assert profile["sitting"] == "over-7"
    assert set(profile["spots"]) == {"quads", "glutes"}
    assert profile["run_days"] == [0, 2, 5]
    assert profile["run_at"] == "06:30"
    assert profile["zone"] == "Europe/Madrid"
    assert (profile["remind_at"], profile["remind_days"]) == ("07:00", [0, 1, 2, 3, 4, 5])
    assert profile["cue"] == "shower"


async def test_new_run_days_are_kept_beside_another_wish(sam: Runner):
    await sam.say("I run mondays and fridays now, and how's my progress")
    assert "0 of 5 days" in sam.reads
    assert (await sam.exported())["profile"]["run_days"] == [0, 4]
    await sam.say("done. also I run on sundays as well")
    told = await sam.exported()
    assert told["profile"]["run_days"] == [0, 4, 6]
    assert [each["status"] for each in told["sessions"]] == ["done"]


async def test_no_is_not_said_of_days_in_another_clause(sam: Runner):
    await sam.say("no time, I run on mondays now")
    assert (await sam.exported())["profile"]["run_days"] == [0]


PASSING = [
    "I run on thursday, which stretch comes first?",
    "leave today out, I run on sunday",
    "if I run on tuesdays, what is best today?",
    "shall I run on saturdays, or is that too much?",
    "I run on sundays, but just this once",
    "I run on saturdays with my sister, she is slow",
    "I run tomorrow at 7, what helps?",
    "I sit 11 hours tomorrow, anything for that?",
    "I run saturday, could you move the reminder to 8?",
    "I run saturday, could you send it at 8?",
]


@pytest.mark.parametrize("text", PASSING)
async def test_what_is_said_in_passing_changes_no_answer(sam: Runner, text: str):
    before = (await sam.exported())["profile"]
    await sam.say(text)
    after = (await sam.exported())["profile"]
    kept = ("run_days", "run_at", "sitting")
    assert [after[each] for each in kept] == [before[each] for each in kept]


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        (SITTING, "8 or so, is it a lot?", "Over 7"),
        (SPOTS, "all of it, mainly quads", "Quads, noted"),
        (
            KIT,
            "a firm ball somewhere by the bed, oh and a couch of course",
            "Small firm ball and A couch",
        ),
        (KIT, "just a fascia roller", "Foam roller"),
        (KIT, "nothing here, the office has everything on tuesdays", "I took Nothing."),
    ],
)
async def test_an_answer_is_taken_beside_what_belongs_to_it(
    runner: Runner, question: str, words: str, told: str
):
    await at(runner, question)
    assert told in await runner.say(words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (SITTING, "15 minutes"),
        (RUN_DAYS, "not this monday though"),
        (ZONE, "no"),
        (ZONE, "yes"),
        (ZONE, "what"),
        (ZONE, "ok"),
        (REMIND_AT, "whenever I'm off"),
        (KIT, "the gym has everything"),
    ],
)
async def test_what_is_no_answer_yet_leaves_the_question_open(
    runner: Runner, question: str, words: str
):
    await at(runner, question)
    assert question in await runner.say(words)


@pytest.mark.parametrize("question", [SPOTS, RUN_DAYS, RUN_AT, KIT, CUE])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("i'm in lisbon now", "Got it: Lisbon"),
        ("i am back already, carry on again", "Good to hear"),
    ],
)
async def test_a_request_gets_through_and_the_question_stays(
    runner: Runner, question: str, words: str, told: str
):
    await at(runner, question)
    await runner.say(words)
    assert any(told in each.text for each in runner.bot_messages)
    assert question in runner.reads


async def test_a_day_that_is_cancelled_is_no_day_that_is_picked(runner: Runner):
    await at(runner, RUN_DAYS)
    assert RUN_DAYS in await runner.say("cancel thursdays")
    for answer in BEFORE[2:]:
        await runner.say(answer)
    await runner.say("cancel thursdays")
    assert any("Mon, Tue, Wed, Fri" in each.text for each in runner.bot_messages)
