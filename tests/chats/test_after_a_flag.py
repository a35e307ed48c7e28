"""What a red flag says: what to do in which hours, when to call; and how the days after sound."""

import pytest

from content.bundle import Content
from content.screening.tone import is_plain, is_silent
from content.screening.urgency import Urgency
from tests.support.chat import Chatroom, Runner
from tests.support.clock import MONDAY_MORNING

NET = ("emergency", "A&E", "unit now", "today", "at once")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("my testicle is swollen and hurts", ["emergency department now", "six hours"]),
        ("fever and my hip is hot and swollen", ["within hours", "If you shiver"]),
        ("my calf is swollen after the flight", ["within hours", "If you get short of breath"]),
        ("there is blood in my urine", ["within hours", "If it does not stop"]),
        ("pain in my chest when I run uphill", ["at once", "do not drive yourself"]),
        ("my leg is numb and I keep tripping over my foot", ["two or three days", "bladder"]),
        ("deep groin pain, worse with every step", ["within two days", "put weight on it"]),
    ],
)
@pytest.mark.postgresql
async def test_each_flag_names_the_hours_and_when_to_call(sam: Runner, text: str, says: list[str]):
    answer = await sam.say(text)
    assert "severe" not in answer
    assert [each for each in says if each not in answer] == []


def test_every_urgent_flag_says_how_soon_and_what_makes_it_sooner(content: Content):
    flags = content.lexicon.tables["flags"]["flags"]
    said = content.wording.words["flags"]
    urgent = [each["id"] for each in flags if each["urgency"] in (Urgency.NOW, Urgency.DAYS)]
    assert [each for each in urgent if not any(word in said[each] for word in NET)] == []
    assert [each for each, text in said.items() if "severe" in text] == []


async def test_words_of_self_harm_get_a_line_to_call_and_quiet(room: Chatroom, sam: Runner):
    answer = await sam.say("I want to kill myself")
    assert "findahelpline.com" in answer
    assert "local emergency number" in answer
    assert "coach" not in answer
    assert "stretch" not in answer
    before = len(sam.bot_messages)
    for _ in range(6):
        await room.wait_until("07:00", days=1)
        await room.wait_until("18:00")
    assert [each.text for each in sam.bot_messages[before:] if "min:" in each.text] == []
    assert not any("Your week" in each.text for each in sam.bot_messages[before:])


async def test_openers_stay_plain_for_a_week_after_a_flag(
    room: Chatroom, sam: Runner, content: Content
):
    await sam.say("deep groin pain, worse with every step")
    plain = content.wording.openers["plain"]
    assert (await sam.say("done")).startswith("Noted.")
    await room.wait_until("09:00", days=3)
    assert (await sam.say("did half")).startswith("Noted.")
    await room.wait_until("09:00", days=4)
    answer = await sam.say("done")
    assert not any(each in answer for each in plain)


@pytest.mark.parametrize(
    ("ago", "flag", "plain", "silent"),
    [
        (0, "clot", True, False),
        (6, "clot", True, False),
        (7, "clot", False, False),
        (0, "self-harm", True, True),
        (6, "self-harm", True, True),
        (7, "self-harm", False, False),
    ],
)
def test_how_long_it_lasts(ago: int, flag: str, plain: bool, silent: bool):
    day = MONDAY_MORNING.date()
    told = [(day.fromordinal(day.toordinal() - ago), flag)]
    assert (is_plain(day, told), is_silent(day, told)) == (plain, silent)


@pytest.mark.parametrize("text", ["how long until I can run again", "how often should I stretch?"])
async def test_general_advice_is_not_for_who_rests(sam: Runner, text: str):
    await sam.say("sharp groin pain with every step")
    answer = await sam.say(text)
    assert "doctor or physio" in answer
    assert "Today's session" not in sam.buttons


async def test_who_told_no_place_is_asked_a_day_later(room: Chatroom):
    kim = room.runner(7, "Kim")
    await kim.say("/start")
    await kim.say("deep groin pain, worse with every step")
    await room.wait(hours=23)
    assert "Has a doctor, midwife or physio had a look?" not in kim.reads
    await room.wait(hours=1)
    assert "Has a doctor, midwife or physio had a look?" in kim.reads


async def test_a_promised_question_that_we_missed_is_asked_a_day_later(room: Chatroom, sam: Runner):
    await sam.say("no more reminders please")
    await sam.say("deep groin pain, worse with every step")
    await room.wait_until("21:00", days=2)  # we were down
    assert "Has a doctor, midwife or physio had a look?" not in sam.reads
    await room.wait_until("09:00", days=1)
    assert "Has a doctor, midwife or physio had a look?" in sam.reads


async def test_without_a_reminder_it_is_asked_until_answered_but_not_for_ever(
    room: Chatroom, sam: Runner
):
    await sam.say("no more reminders please")
    await sam.say("deep groin pain, worse with every step")
    asked = []
    for _ in range(5):
        before = len(sam.bot_messages)
        await room.wait_until("12:00", days=1)
        asked.append(sum("had a look?" in each.text for each in sam.bot_messages[before:]))
    assert asked == [1, 1, 1, 0, 0]
    assert "had a look?" in await sam.say("/today")


async def test_an_answer_in_between_sets_the_next_question(room: Chatroom, sam: Runner):
    await sam.say("no more reminders please")
    await sam.say("deep groin pain, worse with every step")
    await room.wait_until("12:00", days=1)
    await sam.tap("Not seen yet")
    before = len(sam.bot_messages)
    for _ in range(5):
        await room.wait_until("12:00", days=1)
    assert sum("had a look?" in each.text for each in sam.bot_messages[before:]) == 3


async def test_a_fever_ends_by_the_runners_word_and_comes_back_slowly(room: Chatroom, sam: Runner):
    answer = await sam.say("i've got a fever since lunch, can i stretch?")
    assert "no training" in answer
    assert "until it is over" in answer
    assert "min" not in await sam.say("couch stretch")
    await room.wait_until("12:00", days=4)
    await sam.say("/today")
    await sam.tap("It is gone")
    assert "after an illness" in sam.bot_messages[-1].text


async def test_low_spirits_get_kind_words_and_no_move(room: Chatroom, sam: Runner):
    answer = await sam.say("nothing gives me joy any more, i cry every evening")
    assert answer.startswith("I am glad that you told me.")
    assert "doctor" in answer
    assert "findahelpline.com" in answer
    assert "stay quiet" not in answer
    assert "coach" not in answer
    await room.wait_until("12:00", days=1)
    assert not any("cry every evening" in each.text for each in sam.bot_messages)


@pytest.mark.parametrize("told", ["the fever is gone", "flu is over, no fever for 3 days"])
async def test_whoever_is_well_again_says_so_and_the_rest_of_a_fever_ends(
    room: Chatroom, sam: Runner, told: str
):
    await sam.say("got a fever of 39")
    await room.wait(days=4)
    await sam.say(told)
    assert "I rest everything" not in await sam.say("/today")
    assert "▶️ Start" in sam.buttons


async def test_the_end_of_a_cold_frees_nothing_that_a_clinician_has_to_see(
    room: Chatroom, sam: Runner
):
    await sam.say("sharp groin pain with every step")
    await room.wait(days=1)
    await sam.say("the flu is over")
    await sam.say("/today")
    assert "Since then I rest everything" in sam.reads


async def test_a_bit_better_is_not_over(room: Chatroom, sam: Runner):
    await sam.say("got a fever of 39")
    await room.wait(days=1)
    await sam.say("feeling a bit better")
    await sam.say("/today")
    assert "Since then I rest everything" in sam.reads


async def test_no_run_is_told_of_before_running_is_allowed(room: Chatroom, sam: Runner):
    await sam.say("i'll run tomorrow at 6pm")
    await sam.say("sharp groin pain with every step when I run")
    await sam.say("the physio says I may only cycle and do yoga")
    await sam.tap("Easy moves, no running yet")
    await room.wait_until("07:00", days=1)
    assert "You run today" not in sam.reads
    assert "min:" in sam.reads


@pytest.mark.parametrize(
    "text",
    [
        "what should I do if my ankle swells on a run?",
        "what if my leg goes numb?",
        "what happens if my groin hurts during the race",
    ],
)
async def test_what_if_is_answered_and_rests_nothing(sam: Runner, text: str):
    assert "If that comes, stop" in await sam.say(text)
    await sam.say("/today")
    assert "▶️ Start" in sam.buttons


@pytest.mark.parametrize(
    "text",
    [
        "what should I do if my ankle is swollen since yesterday?",
        "what do I do if my calf is hot and swollen, it is now",
        "what if I just kill myself?",
        "my ankle is swollen. what if it swells more?",
    ],
)
async def test_what_is_so_already_is_no_mere_question(sam: Runner, text: str):
    assert "If that comes" not in await sam.say(text)
    assert "That's not it" in sam.buttons


async def test_what_if_it_hurts_again_is_no_step_back(sam: Runner):
    await sam.say("deep groin pain, worse with every step")
    await sam.say("a doctor saw me")
    await sam.tap("All of it, running too")
    assert "If that comes, stop" in await sam.say("what if it hurts again?")
    await sam.say("/today")
    assert "▶️ Start" in sam.buttons
    assert "step back" in await sam.say("it hurts again")
