"""The first chat, as runners have it."""

import json
import re
from typing import Any

import pytest

from tests.support.chat import Chatroom, Runner


async def test_start_says_what_limber_does_and_asks_the_first_question(runner: Runner):
    answer = await runner.say("/start")
    (hello,) = runner.bot_messages
    assert "Limber" in hello.text
    assert "not a doctor" in hello.text
    assert "How many hours do you sit" in answer
    assert "1 of 10" in answer
    assert runner.buttons == ["Under 4", "4 to 7", "Over 7", "Skip"]


@pytest.mark.parametrize(
    "first", ["tap:Over 7", "tap:Skip", "nine hours", "hello", "/start", "/today", "later"]
)
async def test_the_introduction_stays_without_its_question(runner: Runner, first: str):
    await runner.say("/start")
    (hello,) = runner.bot_messages
    await (runner.tap(first[4:]) if first.startswith("tap:") else runner.say(first))
    assert "I'm Limber" in hello.text
    assert "not a doctor" in hello.text
    assert "How many hours" not in hello.text
    assert hello.buttons == []
    assert sum("1 of 10" in each.text for each in runner.bot_messages) <= 1


async def test_taps_edit_one_message_in_place(runner: Runner):
    await runner.say("/start")
    assert await runner.tap("Over 7") == "Got it"
    await runner.tap("Quads")
    await runner.tap("Front of hips")
    assert "✅ Quads" in runner.buttons
    await runner.tap("✅ Quads")
    await runner.tap("Continue ›")
    assert len(runner.bot_messages) == 2  # the greeting stays
    assert "Which days do you usually run?" in runner.reads


@pytest.mark.postgresql
async def test_typed_answers_work_as_well(runner: Runner):
    await runner.say("/start")
    assert "Where do you feel tight?" in await runner.say("about nine hours")
    assert "Which days" in await runner.say("hips and quads")
    assert "at what time do you run" in await runner.say("tue thu and sunday")
    assert "kit" in await runner.say("mornings")
    assert "Which city" in await runner.say("just a roller")
    assert "nudge you" in await runner.say("Berlin")
    assert "On which days" in await runner.say("6:45")
    assert "follow" in await runner.say("weekdays")
    assert "All set" in await runner.say("coffee")
    assert "Tuesday at 06:45" in runner.reads
    assert len(runner.bot_messages) == 2  # the greeting stays


async def test_every_question_can_be_skipped(runner: Runner):
    runner.body = None
    await runner.say("/start")
    for _ in range(9):
        assert await runner.tap("Skip") == "Skipped"
    assert "anything I should know about your body" in runner.reads
    await runner.say("skip")
    assert "All set" in runner.reads
    assert "No reminder for now" in runner.reads


async def test_back_shows_the_earlier_question_with_its_ticks(runner: Runner):
    await runner.say("/start")
    await runner.tap("4 to 7")
    await runner.tap("Ankles")
    await runner.tap("Continue ›")
    await runner.tap("‹ Back")
    assert "Where do you feel tight?" in runner.reads
    assert "✅ Ankles" in runner.buttons


async def test_start_again_resumes_at_the_open_question(runner: Runner):
    await runner.say("/start")
    await runner.tap("4 to 7")
    answer = await runner.say("/start")
    assert "2 of 10" in answer
    assert len([m for m in runner.bot_messages if "of 10" in m.text]) == 1


async def test_a_move_is_offered_before_all_is_answered(runner: Runner):
    await runner.say("/start")
    await runner.tap("Over 7")
    await runner.tap("Front of hips")
    await runner.tap("Continue ›")
    assert "▶️ Try one move first" not in runner.buttons
    await runner.tap("Weekdays")
    assert "enough for a first move" in runner.reads
    assert runner.person.last.buttons[0] == ["▶️ Try one move first"]
    assert {"After work", "Ask me the rest later"} <= set(runner.buttons)
    await runner.tap("▶️ Try one move first")
    assert "Good for: " in runner.reads
    assert "Why?" in runner.buttons


async def three_answers(runner: Runner) -> None:
    await runner.say("/start")
    await runner.tap("Over 7")
    await runner.tap("Front of hips")
    await runner.tap("Continue ›")
    await runner.tap("Weekdays")


async def test_the_rest_is_asked_once_a_first_session_is_in_the_log(runner: Runner):
    await three_answers(runner)
    await runner.tap("Ask me the rest later")
    assert "when I need it" in runner.reads
    assert runner.buttons == ["▶️ Try one move first", "Go on with the questions"]
    await runner.say("/today")
    assert "of 10" not in runner.reads
    await runner.say("done")
    assert "4 of 10" in runner.reads
    assert "Now that you have begun" in runner.reads
    assert "first move" not in runner.reads
    assert "▶️ Try one move first" not in runner.buttons
    await runner.tap("Ask me the rest later")
    await runner.say("did 5 minutes more")
    assert "of 10" not in runner.reads


async def test_going_on_stays_open_after_later(runner: Runner):
    await three_answers(runner)
    await runner.tap("Ask me the rest later")
    await runner.tap("Go on with the questions")
    assert "4 of 10" in runner.reads


async def test_all_set_says_back_what_was_understood_and_each_is_a_tap_to_mend(sam: Runner):
    assert "All set" in sam.reads
    for line in ["Sitting: Over 7", "Run days: weekdays", "Kit: Foam roller", "Reminder: 7:00"]:
        assert line in sam.reads
    assert sam.buttons[0] == "▶️ Start today's session"
    await sam.tap("✏️ Sitting")
    await sam.tap("Under 4")
    assert "Sitting: Under 4" in sam.buttons


async def test_the_greeting_comes_once(runner: Runner):
    await runner.say("/start")
    await runner.say("/start")
    hellos = [each for each in runner.bot_messages if "not a doctor" in each.text]
    assert len(hellos) == 1


async def test_the_clock_on_the_wall_leads_to_a_city(runner: Runner):
    await to_zone(runner)
    assert len(runner.buttons) <= 14
    await runner.tap("Other…")
    assert "08:00 London" in runner.buttons
    await runner.tap("09:00 Berlin")
    assert "nearest to you" in runner.reads
    assert not any("Kinshasa" in each for each in runner.buttons)
    await runner.tap(re.compile("Berlin"))
    assert "nudge you" in runner.reads


async def test_a_city_that_people_know_is_one_tap(runner: Runner):
    await to_zone(runner)
    await runner.tap("New York City")
    assert "nudge you" in runner.reads
    assert (await runner.exported())["profile"]["zone"] == "America/New_York"


@pytest.mark.postgresql
async def test_a_shared_location_is_turned_into_a_zone(runner: Runner):
    await to_zone(runner)
    await runner.tap("📍 Share location")
    await runner.press("📍 Share my location")
    assert "nudge you" in runner.reads
    assert any("Europe/Berlin" in m.text for m in runner.bot_messages)


async def to_zone(runner: Runner) -> None:
    await runner.say("/start")
    for _ in range(5):
        await runner.tap("Skip")


async def test_nonsense_in_the_middle_keeps_the_question_open(runner: Runner):
    await runner.say("/start")
    await runner.tap("Over 7")
    await runner.say("blub blub")
    assert "can't fit that to this question" in runner.reads
    await runner.say("hips")
    assert "Which days" in runner.reads


async def test_settings_change_one_answer_and_come_back(sam: Runner):
    await sam.say("/settings")
    await sam.tap(re.compile("^Sitting"))
    await sam.tap("Under 4")
    assert "Your settings" in sam.reads
    assert "Sitting: Under 4" in sam.buttons


async def test_an_old_button_still_works(runner: Runner, room: Chatroom):
    await runner.say("/start")
    first = runner.person.last
    await runner.tap("Over 7")
    tap = runner.person.tap_data(first, "q:sitting:under-4")
    await room.settle()
    assert tap.toast == "Got it"
    assert "Where do you feel tight?" in runner.reads


async def to_the_body(room: Chatroom) -> Runner:
    """A runner who is asked about the body, the last question."""
    runner = room.runner()
    runner.body = None
    await runner.onboard()
    assert "10 of 10" in runner.reads
    return runner


@pytest.mark.parametrize(
    "words",
    ["none of these", "no", "nothing", "none", "None of the above!", "no problems", "all good"],
)
async def test_nothing_to_leave_out_can_be_typed(room: Chatroom, words: str):
    runner = await to_the_body(room)
    assert "All set" in await runner.say(words)
    assert runner.reads.count("nothing to leave out") == 1
    assert await conditions(runner) == ["none"]


@pytest.mark.parametrize("words", ["rather not say", "I'd rather not say", "skip", "pass"])
async def test_who_would_rather_not_say_reads_cautions(room: Chatroom, words: str):
    runner = await to_the_body(room)
    assert "All set" in await runner.say(words)
    assert "for whom it is not" in runner.reads
    assert await conditions(runner) == ["unsaid"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("i'm 30 weeks pregnant", ["pregnant"]),
        ("I'm 16", ["under-18"]),
        ("blood thinners and osteoporosis", ["thin-bones", "blood-thinners"]),
    ],
)
async def test_what_lasts_can_be_typed(room: Chatroom, words: str, told: list[str]):
    runner = await to_the_body(room)
    assert "All set" in await runner.say(words)
    assert "Noted: " in runner.reads
    assert await conditions(runner) == told


async def test_what_lasts_is_ticked_on_two_pages_and_the_summary_follows(room: Chatroom):
    runner = await to_the_body(room)
    await runner.tap("I take blood thinners")
    await runner.tap("Strains and sore tendons ›")
    await runner.tap("Kneecap")
    assert "10 of 10" in runner.reads
    await runner.tap("Continue ›")
    assert "All set" in runner.reads
    assert await conditions(runner) == ["blood-thinners", "sore-kneecap"]
    await runner.say("/settings")
    assert "Your body: blood thinners, a sore kneecap" in runner.buttons


async def test_the_way_back_from_the_body_leads_to_the_question_before(room: Chatroom):
    runner = await to_the_body(room)
    await runner.tap("‹ Back")
    assert "What shall it follow?" in runner.reads
    await runner.tap("Lunch")
    assert "10 of 10" in runner.reads
    await runner.tap("None of these is true")
    assert "All set" in runner.reads


async def test_the_body_is_changed_in_the_settings(sam: Runner):
    sam.body = None
    await sam.say("/settings")
    await sam.tap("Your body: nothing to leave out")
    await sam.tap("A heart condition")
    await sam.tap("Continue ›")
    assert "Noted: a heart condition" in sam.reads
    assert "Your body: a heart condition" in sam.buttons


async def test_who_tries_a_move_first_is_asked_before_it_and_not_again(runner: Runner):
    runner.body = None
    await runner.say("/start")
    await runner.tap("Over 7")
    await runner.tap("Front of hips")
    await runner.tap("Continue ›")
    await runner.tap("Weekdays")
    await runner.tap("▶️ Try one move first")
    assert "anything I should know about your body" in runner.reads
    await runner.say("none of these")
    assert "Good for: " in runner.reads
    assert "Why?" in runner.buttons
    await runner.say("/start")
    assert "4 of 10" in runner.reads
    for _ in range(6):
        await runner.tap("Skip")
    assert "All set" in runner.reads


async def test_an_answer_to_a_later_question_is_not_taken_for_the_body(runner: Runner):
    runner.body = None
    await runner.say("/start")
    await runner.tap("Over 7")
    await runner.tap("Front of hips")
    await runner.tap("Continue ›")
    await runner.tap("Weekdays")
    first = runner.person.last
    await runner.tap("▶️ Try one move first")
    await runner.tap_old("It varies", first)
    assert "conditions" not in await profile(runner)
    await runner.say("none")
    answers = await profile(runner)
    assert answers["kit"] == ["nothing"]
    assert "conditions" not in answers


async def profile(runner: Runner) -> dict[str, Any]:
    await runner.say("/export")
    found: dict[str, Any] = json.loads(runner.file)["profile"]
    return found


async def conditions(runner: Runner) -> list[str]:
    found: list[str] = (await profile(runner))["conditions"]
    return found


ASKED = "How many hours do you sit"


async def test_a_referral_in_the_first_chat_stands_last(room: Chatroom):
    runner = room.runner()
    await runner.say("/start")
    assert ASKED in runner.reads
    assert "emergency number" in await runner.say("i have crushing chest pain")
    assert ASKED in await runner.say("hello")


async def test_nobody_is_held_up_by_a_question(runner: Runner):
    await runner.say("/start")
    await runner.tap("Over 7")
    assert "2 of 10" in await runner.say("it is a long story about a cupboard")
    answer = await runner.say("my cupboard again")
    assert "leave that one open" in answer
    assert "3 of 10" in answer


async def test_a_question_is_repeated_once_below_something_else_and_then_waits(runner: Runner):
    await runner.say("/start")
    await runner.tap("Over 7")
    assert "2 of 10" in await runner.say("/progress")
    assert "I ask for the rest when I need it" in await runner.say("/progress")
    before = len(runner.bot_messages)
    await runner.say("/progress")
    shown = [message.text for message in runner.bot_messages[before:]]
    assert not any("2 of 10" in text or "I ask for the rest" in text for text in shown)
    assert "2 of 10" in await runner.say("/start")


@pytest.mark.parametrize(
    ("question", "said", "told"),
    [
        ("spots", "you know when I stand up, it is my glutes that complain", "Glutes"),
        ("zone", "I grew up in Lyon but I've been living in Dublin since 2009", "Dublin"),
        ("remind_at", "I'm up at six with the dog, but let's say quarter past seven", "07:15"),
        ("remind_days", "not at the weekend, leave me alone then", "Weekdays"),
    ],
)
async def test_an_answer_in_a_longer_sentence_is_said_back(
    runner: Runner, question: str, said: str, told: str
):
    await runner.say("/start")
    for name in ("sitting", "spots", "run_days", "run_at", "kit", "zone", "remind_at"):
        if name == question:
            break
        await (runner.say("Berlin") if name == "zone" else runner.tap(FIRST_TAPS[name]))
        if name in ("spots", "kit"):
            await runner.tap("Continue ›")
    assert told in await runner.say(said)


FIRST_TAPS = {
    "sitting": "Over 7",
    "spots": "Front of hips",
    "run_days": "Weekdays",
    "run_at": "After work",
    "kit": "Foam roller",
    "remind_at": "7:00",
}
