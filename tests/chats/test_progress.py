"""Progress as a picture whose caption says the same; the look back on Sunday, and its answers."""

import pytest

from storage.queries.operations import Operations
from tests.support.chat import Chatroom, Runner


async def test_progress_is_a_picture_with_the_same_in_words(sam: Runner):
    await sam.say("done")
    answer = await sam.say("/progress")
    assert sam.person.last.media.content.startswith(b"\x89PNG")
    assert "1 of 5 days" in answer
    assert "hip flexors: 1" in answer
    assert "Strength: 1 of 2 days" in answer
    await sam.tap("🌙 Dark")
    assert "☀️ Light" in sam.buttons
    assert sam.person.last.media.content.startswith(b"\x89PNG")


async def sunday(room: Chatroom) -> None:
    await room.wait_until("18:00", days=6)


@pytest.mark.postgresql
async def test_sunday_looks_back_with_one_finding_and_one_question(room: Chatroom, sam: Runner):
    await sam.say("done")
    await sunday(room)
    assert "Your week" in sam.reads
    assert "1 of 5 days" in sam.reads
    assert "One idea" in sam.reads
    assert sam.person.last.media.content.startswith(b"\x89PNG")
    await sam.tap("It went well")
    assert "The same again next week" in sam.reads


async def test_an_empty_week_gets_one_kind_question_and_no_zeros(room: Chatroom, sam: Runner):
    asked = []
    for _ in range(4):
        await sunday(room)
        assert sam.person.last.media is None
        assert (sam.reads.count("?"), "0" in sam.reads) == (1, False)
        assert "It went well" not in sam.buttons
        asked.append(sam.reads)
        await sam.tap("Something got in the way")
        await room.wait_until("12:00", days=1)
    assert len(set(asked)) == 4


async def test_a_week_that_began_on_friday_asks_for_what_is_left_of_it(room: Chatroom):
    await room.wait_until("09:00", days=4)
    kim = room.runner(6, "Kim")
    await kim.onboard()
    assert "➖➖➖➖🟩⬜⬜  1 of 2 days" in await kim.say("done")
    await room.wait_until("09:00", days=1)
    assert "2 of 2 days" in await kim.say("done")
    assert "That makes a full week" in kim.reads


async def test_nobody_is_told_to_do_four_days_on_the_last_one(room: Chatroom, sam: Runner):
    await room.wait_until("09:00", days=6)
    assert "Every day still counts" in await sam.say("done")
    assert "Every day still counts" in await sam.say("/progress")


def reactions(sam: Runner) -> list[str]:
    found = (each.reactions.values() for each in sam.person.messages)
    return [mark for given in found for marks in given for mark in marks]


async def test_a_first_session_and_a_full_week_are_noticed_each_its_own_way(
    room: Chatroom, sam: Runner
):
    first = await sam.say("done")
    assert "Your first session is in" in first
    for _ in range(3):
        await room.wait_until("06:30", days=1)
        assert "🏅" not in await sam.say("done")
    await room.wait_until("06:30", days=1)
    full = await sam.say("done")
    assert "That makes a full week" in full
    assert "Week goal met" not in full
    await room.wait_until("06:30", days=1)
    assert "Week goal met" in await sam.say("done")
    assert reactions(sam) == ["🎉", "🔥"]


async def dead(room: Chatroom) -> list[str]:
    found = await room.limber.store.run(lambda work: Operations(work.transaction).unsent_letters(9))
    return [each.state for each in found if each.state == "dead"]


async def test_a_reaction_that_telegram_refuses_takes_nothing_from_the_log(
    room: Chatroom, sam: Runner
):
    room.fake.faults.refuse(400, method="setMessageReaction")
    assert "Your first session is in" in await sam.say("done")
    assert reactions(sam) == []
    assert await dead(room) == []


async def test_half_a_first_session_is_a_first_session(sam: Runner):
    assert "Your first session is in" in await sam.say("did half")
    assert "first session" not in await sam.say("done")
    assert reactions(sam) == ["🎉"]


async def test_no_more_is_offered_to_who_is_too_sore(sam: Runner):
    await sam.say("done")
    log = sam.person.last
    await sam.tap("9")
    assert log.buttons == [["↩️ Undo", "My week"]]
    assert "One more?" not in sam.buttons


async def test_the_done_message_stays_and_its_question_becomes_the_answer(sam: Runner):
    await sam.say("done")
    log, text = sam.person.last, sam.reads
    await sam.tap("2")
    told, _, asked = text.rpartition("\n\n")
    assert asked.startswith("How sore")
    assert log.text.startswith(f"{told}\n\n2 of 10: green light.")
    assert log.buttons == [["One more?"], ["↩️ Undo", "My week"]]
    await sam.tap("↩️ Undo")
    assert "Taken back" in log.text


async def test_what_got_in_the_way_changes_the_plan(room: Chatroom, sam: Runner):
    await sunday(room)
    await sam.tap("Something got in the way")
    await sam.tap("No time")
    assert "about 5 minutes on weekdays" in sam.reads
    await room.wait_until("08:00", days=1)
    assert "about 5 min" in (await sam.say("/today")) or "about 4 min" in sam.reads


async def test_sore_weeks_get_a_gentle_one(room: Chatroom, sam: Runner):
    await sunday(room)
    await sam.tap("Something got in the way")
    await sam.tap("Sore")
    await room.wait_until("08:00", days=1)
    answer = await sam.say("/today")
    assert "strength" not in answer


async def test_the_look_back_can_be_refused(room: Chatroom, sam: Runner):
    await sunday(room)
    await sam.tap("No more weekly looks back")
    assert "No more looks back" in sam.reads
    await room.wait_until("18:00", days=7)
    assert "Your week" not in sam.reads


async def test_a_past_week_knows_nothing_of_what_was_sore_later(room: Chatroom, sam: Runner):
    await sam.say("soreness 2")
    await room.wait(days=7)
    await sam.say("soreness 5")
    assert "5 of 10" in await sam.say("my progress")
    last = await sam.say("and last week?")
    assert "2 of 10" in last
    assert "5 of 10" not in last
