"""Unclear, unanswered and explained: what Limber does with words that it is not sure about."""

import re

import pytest

from tests.support.chat import Chatroom, Runner


async def test_a_bare_number_is_asked_about_and_a_tap_says_it(sam: Runner) -> None:
    assert "not sure" in await sam.say("7")
    assert sam.buttons == ["Remind me at 7:00", "Did 7 minutes", "Soreness 7", "Something else"]
    await sam.tap("Did 7 minutes")
    assert "Soreness" not in sam.reads
    assert "1 of 5" in sam.reads


async def kept(room: Chatroom) -> list[str]:
    heard = await room.limber.store.run(lambda work: work.unanswered.heard())
    return sorted(each.text for each in heard)


@pytest.mark.postgresql
async def test_a_likely_reading_is_asked_about_and_what_was_meant_is_kept(
    sam: Runner, room: Chatroom
) -> None:
    assert "Did you mean “there is a bug”?" in await sam.say("Sam here, your clock is an hour off")
    assert sam.buttons[-1] == "Something else"
    await sam.tap("There is a bug")
    assert "that should not happen" in sam.reads
    assert await kept(room) == [
        "… here, your clock is an hour off",
        "… here, your clock is an hour off → there is a bug",
    ]


async def test_something_else_says_what_there_is_and_keeps_that_too(
    sam: Runner, room: Chatroom
) -> None:
    await sam.say("7")
    await sam.tap("Something else")
    assert "moves for tight spots" in sam.reads
    assert sam.buttons == ["Today's session"]
    assert await kept(room) == []  # a mere number is not for authors
    await sam.say("that burns so nicely")
    await sam.tap("Something else")
    assert "that burns so nicely → something else" in await kept(room)


async def test_what_is_only_told_is_thanked_for_and_changes_nothing(sam: Runner) -> None:
    assert "nothing is logged or changed" in await sam.say("i bought a red scarf and two lemons")
    assert "didn't get that one" in await sam.say("red scarf")


async def test_a_question_with_one_known_word_is_no_wish_for_a_move(sam: Runner) -> None:
    assert "Did you mean" in await sam.say("which hip did I do more for this week")
    await sam.tap("My progress")
    assert "of 5 days" in sam.reads


async def test_why_tells_what_decided(sam: Runner) -> None:
    await sam.say("hip flexrs r so tihgt any strech")
    why = await sam.say("/why")
    assert "you would like a move" in why
    assert "hip flexrs" in why


async def test_why_before_any_message(room: Chatroom) -> None:
    new = room.runner(9, "Kim")
    assert "no message yet" in await new.say("/why")


async def test_the_one_from_before_is_found_by_its_description(sam: Runner) -> None:
    await sam.say("teach me the couch stretch")
    await sam.say("and clamshells?")
    assert "Couch stretch" in await sam.say("show me the one against the couch from before")


async def test_do_that_tomorrow_offers_to_ask_again(sam: Runner, room: Chatroom) -> None:
    await sam.say("teach me the couch stretch")
    assert "othing is logged" in await sam.say("I'll do that tomorrow")
    await sam.tap("Ask me again then")
    assert "07:00" in sam.reads


@pytest.mark.postgresql
async def test_what_nobody_understood_is_kept_without_a_name(room: Chatroom, sam: Runner) -> None:
    for text in ("a gate, says Sam", "A gate, says Sam", "Ms Xylo", "groin pain at every step"):
        await sam.say(text)
    heard = await room.limber.store.run(lambda work: work.unanswered.heard())
    assert [(each.text, each.count) for each in heard] == [("a gate, says …", 2)]
    await room.wait(days=31)
    await room.limber.heartbeat.tidy()
    assert await room.limber.store.run(lambda work: work.unanswered.heard()) == []


@pytest.mark.parametrize("text", ["/snooze my chest hurts", "/progress groin pain every step"])
async def test_a_flag_after_a_command_refers(sam: Runner, text: str) -> None:
    await sam.say(text)
    assert re.search(r"emergency|doctor", sam.reads)


async def test_a_flag_in_the_middle_of_the_questions_refers(room: Chatroom) -> None:
    kim = room.runner(9, "Kim")
    await kim.say("/start")
    assert "doctor" in await kim.say("about 9 hours, and my leg is numb and weak")


async def test_what_is_unclear_is_asked_alone_and_the_questions_go_on_after_it(room: Chatroom):
    kim = room.runner(9, "Kim")
    await kim.say("/start")
    assert "Before I pick a move" in await kim.say("about 9 hours, and my foot is numb")
    await kim.tap("None of these")
    assert "of 10" in kim.reads


async def test_a_general_question_gets_an_answer_with_its_source(sam: Runner):
    assert "Leppänen" in await sam.say("why strength?")
    assert "Nobody can promise that" in await sam.say("does stretching prevent injury")
    assert "keep moving" in await sam.say("before or after my run?")


async def test_harder_or_easier_without_a_card_is_a_wish_for_one(sam: Runner):
    await sam.say("that was brutal, softer please")
    assert "▶️ Start" in sam.buttons


async def test_an_answer_out_of_turn_changes_the_settings(sam: Runner):
    await sam.say("i run tue thu sat")
    assert "Run days: Tue, Thu, Sat" in sam.buttons
    await sam.say("I sit 3 hours a day now")
    assert "Sitting: Under 4" in sam.buttons


async def test_pain_that_is_gone_opens_nothing_and_unlocks_only_by_an_answer(sam: Runner):
    assert "Good to hear" in await sam.say("pain is gone!")
    await sam.say("sharp pain in my groin with every step")
    await sam.say("pain is gone!")
    assert "cleared" in " ".join(sam.buttons)
