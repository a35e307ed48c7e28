"""Soreness changes the next session and says why; a red flag rests the area until an answer."""

import pytest

from tests.support.chat import Chatroom, Runner


async def test_one_tap_after_a_session_is_a_check_in(sam: Runner):
    assert "How sore are your hips" in await sam.say("done")
    log = sam.person.last
    assert await sam.tap("2") == "Got it"
    assert "green light" in log.text
    found = (await sam.exported())["check_ins"]
    assert found == [{"date": "2026-11-16", "kind": "soreness", "key": "after", "amount": 2}]


async def test_two_taps_count_once_and_the_last_one_counts(sam: Runner):
    await sam.say("done")
    scale = sam.person.last
    await sam.tap("5")
    await sam.say("soreness 3")
    assert scale
    found = (await sam.exported())["check_ins"]
    assert [each["amount"] for each in found] == [3]


async def test_a_sore_day_is_asked_about_next_morning_and_makes_it_gentle(
    room: Chatroom, sam: Runner
):
    await sam.say("done")
    await sam.tap("5")
    assert "amber" in sam.reads
    assert "ask again tomorrow" in sam.reads
    await room.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips a 5 of 10" in sam.reads
    await sam.tap("4")
    assert "gets gentle" in sam.reads
    await sam.tap("Today's session")
    assert "you were sore, so it is gentle" in sam.reads


async def test_worse_next_morning_stops_until_it_is_better(room: Chatroom, sam: Runner):
    await sam.say("done")
    await sam.tap("4")
    await room.wait_until("07:00", days=1)
    await sam.tap("5")
    assert "one spot" in sam.reads
    await sam.tap("One spot, or one side")
    assert "stop sign, because it has grown" in sam.reads
    assert "Today you gave your hips a 5" in await sam.say("/today")
    await room.wait_until("07:00", days=1)
    assert "How sore are they now" in sam.reads  # in place of the reminder
    await sam.tap("1")
    assert "green light" in sam.reads
    assert "min" in await sam.say("/today")


async def test_green_last_night_and_amber_this_morning_is_red(room: Chatroom, sam: Runner):
    await sam.say("soreness 2")
    await room.wait_until("07:00", days=1)
    assert "one spot" in await sam.say("soreness 5")
    assert "How sore are they now" in await sam.say("/today")  # unanswered, it stops


async def test_trained_muscles_on_both_sides_need_no_doctor(room: Chatroom, sam: Runner):
    await sam.say("done")
    await sam.tap("4")
    await room.wait_until("07:00", days=1)
    await sam.tap("5")
    await sam.tap("Muscles, on both sides")
    assert "amber" in sam.reads
    assert "second day" in sam.reads
    assert "doctor" not in sam.reads
    assert "min" in await sam.say("/today")


async def test_very_sore_muscles_rest_for_a_day(room: Chatroom, sam: Runner):
    await sam.say("soreness 8")
    await sam.tap("Muscles, on both sides")
    assert "is a rest day" in sam.reads
    assert "Dark urine" in sam.reads
    assert "Today you gave your hips an 8 of 10" in await sam.say("/today")
    await room.wait_until("07:00", days=1)
    assert "Yesterday you gave your hips an 8 of 10" in sam.reads
    await room.wait_until("07:00", days=1)
    assert "2 days ago you gave your hips an 8 of 10" in await sam.say("/today")


@pytest.mark.parametrize("text", ["soreness eleven", "soreness 11"])
async def test_a_number_off_the_scale_is_asked_for_again(sam: Runner, text: str):
    assert "from 0 (nothing) to 10" in await sam.say(text)
    assert "10" in sam.buttons


async def test_without_a_reminder_the_morning_still_asks(room: Chatroom, sam: Runner):
    await sam.say("no more reminders please")
    await sam.say("soreness 5")
    await room.wait_until("09:00", days=1)
    assert "Yesterday you gave your hips a 5 of 10" in sam.reads


RED_FLAG = "sharp pain in my groin with every step when I run"


@pytest.mark.postgresql
async def test_a_red_flag_rests_the_area_and_is_asked_about_next_day(room: Chatroom, sam: Runner):
    answer = await sam.say(RED_FLAG)
    assert "doctor" in answer
    assert "I rest" in answer
    assert "I rest" in await sam.say("tight hip flexors")
    assert "Seen, and cleared to move" in sam.buttons
    await room.wait_until("07:00", days=1)
    assert RED_FLAG in sam.reads
    assert "even if it eased" in sam.reads  # easing is no all-clear for a bone
    assert "It is gone" not in sam.buttons
    await room.wait_until("07:00", days=1)
    await sam.tap("Not seen yet")
    assert "It rests on" in sam.reads
    await room.wait_until("07:00", days=2)
    await sam.tap("Seen, and cleared to move")
    assert "What did the doctor, midwife or physio allow?" in sam.reads
    await sam.tap("All of it, running too")
    assert "For two weeks" in sam.reads
    assert "Run 1 minute, walk 4" in sam.reads
    assert "Because it works on your hip flexors" in await sam.say("tight hip flexors")
    assert (await sam.exported())["locked"] is None


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("Still pregnant", "which suit you now, and I'll ask again"),
        ("No longer pregnant", "A body needs time after a pregnancy"),
    ],
)
async def test_a_pregnancy_is_asked_about_as_a_state(
    room: Chatroom, sam: Runner, answer: str, reply: str
):
    await sam.say("I'm 34 weeks pregnant")
    await room.wait_until("07:00", days=1)
    assert "has your midwife or doctor said which moves suit you?" in sam.reads
    assert "It is gone" not in sam.buttons
    await sam.tap(answer)
    assert reply in sam.reads
    assert [each["flag"] for each in (await sam.exported())["complaints"]] == ["pregnancy-check"]


async def test_a_red_flag_is_asked_about_even_if_reminders_were_ended_since(
    room: Chatroom, sam: Runner
):
    await sam.say(RED_FLAG)
    await sam.say("no more reminders please")
    await room.wait_until("09:00", days=1)
    assert RED_FLAG in sam.reads


async def test_what_rests_is_in_no_session(sam: Runner):
    await sam.say("pins and needles running down my leg into the foot")
    answer = await sam.say("/today")
    assert "rest until somebody has had a look" in answer
    assert "Figure-four" not in answer


async def test_everything_goes_with_delete(sam: Runner):
    await sam.say("soreness 5")
    await sam.say(RED_FLAG)
    await sam.say("/delete")
    await sam.tap("Yes, delete everything")
    await sam.say("/start")
    found = await sam.exported()
    assert found["check_ins"] == found["runs"] == []
    assert found["locked"] is None
