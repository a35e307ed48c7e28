"""The first chat, as runners have it."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


async def test_start_says_what_limber_does_and_asks_the_first_question(runner: Runner):
    answer = await runner.say("/start")
    assert "Limber" in answer
    assert "not a doctor" in answer
    assert "How many hours do you sit" in answer
    assert "1 of 9" in answer
    assert runner.buttons == ["Under 4", "4 to 7", "Over 7", "Skip"]


async def test_taps_edit_one_message_in_place(runner: Runner):
    await runner.say("/start")
    assert await runner.tap("Over 7") == "Got it"
    await runner.tap("Quads")
    await runner.tap("Front of hips")
    assert "✅ Quads" in runner.buttons
    await runner.tap("✅ Quads")
    await runner.tap("Continue ›")
    assert len(runner.bot_messages) == 1
    assert "Which days do you usually run?" in runner.reads


@pytest.mark.postgresql
async def test_typed_answers_work_as_well(runner: Runner):
    await runner.say("/start")
    assert "Where do you feel tight?" in await runner.say("about nine hours")
    assert "Which days" in await runner.say("hips and quads")
    assert "at what time do you run" in await runner.say("tue thu and sunday")
    assert "kit" in await runner.say("mornings")
    assert "What time is it" in await runner.say("just a roller")
    assert "nudge you" in await runner.say("Berlin")
    assert "On which days" in await runner.say("6:45")
    assert "follow" in await runner.say("weekdays")
    assert "All set" in await runner.say("coffee")
    assert "Tuesday at 06:45" in runner.reads
    assert len(runner.bot_messages) == 1


async def test_every_question_can_be_skipped(runner: Runner):
    await runner.say("/start")
    for _ in range(9):
        assert await runner.tap("Skip") == "Skipped"
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
    assert "2 of 9" in answer
    assert len([m for m in runner.bot_messages if "of 9" in m.text]) == 1


async def test_a_move_is_offered_before_all_is_answered(runner: Runner):
    await runner.say("/start")
    await runner.tap("Over 7")
    await runner.tap("Front of hips")
    await runner.tap("Continue ›")
    await runner.tap("▶️ Try one move first")
    assert "1 of" in runner.reads
    assert "Next ›" in runner.buttons


async def test_the_clock_on_the_wall_leads_to_a_city(runner: Runner):
    await to_zone(runner)
    await runner.tap(re.compile("09:00"))
    assert "nearest to you" in runner.reads
    await runner.tap(re.compile("Berlin|Paris|Madrid|Rome"))
    assert "nudge you" in runner.reads


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
    assert "didn't get that" in runner.reads
    await runner.say("hips")
    assert "Which days" in runner.reads


async def test_settings_change_one_answer_and_come_back(runner: Runner):
    await runner.onboard()
    await runner.say("/settings")
    await runner.tap(re.compile("^Sitting"))
    await runner.tap("Under 4")
    assert "Your settings" in runner.reads
    assert "Sitting: Under 4" in runner.buttons


async def test_an_old_button_still_works(runner: Runner, room: Chatroom):
    await runner.say("/start")
    first = runner.person.last
    await runner.tap("Over 7")
    tap = runner.person.tap_data(first, "q:sitting:under-4")
    await room.settle()
    assert tap.toast == "Got it"
    assert "Where do you feel tight?" in runner.reads
