"""The sheet for a physio: a page to print, in the runner's own words, and the same as text."""

import pytest

from bot.dispatch.conversation import Conversation
from bot.services.history.physio_history import history_of
from storage.store import UnitOfWork
from tests.support.chat import Chatroom, Runner

RED_FLAG = "sharp pain in my groin with every step when I run"


@pytest.mark.parametrize(
    "text", ["/physio", "make a sheet for my physio", "what should I tell my physio?"]
)
async def test_a_page_for_the_physio(sam: Runner, text: str):
    await sam.say("done")
    await sam.tap("3")
    answer = await sam.say(text)
    page = sam.person.last.media
    assert page.content.startswith(b"\x89PNG")
    assert page.name == "hip-sheet-2026-11-16.png"
    assert "Nothing is on it that hurts" in answer
    assert "Six weeks: 1 day with a session" in answer
    assert "hip flexors:" in answer
    assert "Soreness last time 3 of 10" in answer


async def test_what_hurts_stands_there_in_own_words_with_what_became_of_it(
    room: Chatroom, sam: Runner
):
    await sam.say(RED_FLAG)
    await sam.tap("📄 Sheet for a physio")
    assert f"“{RED_FLAG}” (16 November, rests since)" in sam.reads
    assert "Rests now: " in sam.reads
    await room.wait_until("07:00", days=1)
    await sam.tap("Not seen yet")
    await sam.tap("📄 Sheet for a physio")
    assert "rests since" in sam.reads
    await room.wait_until("07:00", days=1)
    await sam.tap("Seen, and cleared to move")
    await sam.tap("All of it, running too")
    answer = await sam.say("/physio")
    assert f"“{RED_FLAG}” (16 November)" in answer
    assert "Rests now" not in answer
    answers = [each for each in (await sam.exported())["check_ins"] if each["kind"] == "answer"]
    assert [each["key"] for each in answers] == ["still", "cleared"]


async def test_words_after_the_command_go_onto_it_and_come_off_again(sam: Runner):
    line = "left hip <clicks> on stairs since May"
    assert f"“{line}” (16 November)" in await sam.say(f"/physio {line}")
    assert line in str((await sam.exported())["check_ins"])
    await sam.say("/physio")
    assert "Take that line off" not in str(sam.buttons)
    await sam.say(f"/physio {line}")
    assert await sam.tap("↩️ Take that line off") == "Taken back"
    assert "clicks" not in await sam.say("/physio")
    assert "clicks" not in str(await sam.exported())


async def test_a_red_flag_after_the_command_is_screened_first(sam: Runner):
    assert "doctor" in await sam.say(f"/physio {RED_FLAG}")
    assert f"“{RED_FLAG}”" in await sam.say("/physio")


@pytest.mark.postgresql
async def test_notes_about_the_body_are_on_the_page(room: Chatroom, sam: Runner):
    await sam.say("did half, my left hip felt tight")
    await sam.say("done and off to work now")

    def drawn(work: UnitOfWork) -> tuple[str, ...]:
        known = work.runners.get(5)
        assert known
        chat = Conversation(
            work=work,
            runner=known,
            content=room.limber.dispatcher.content,
            now=room.clock.now(),
        )
        return tuple(text for _, text in history_of(chat).notes)

    assert await room.limber.store.run(drawn) == ("did half, my left hip felt tight",)


async def test_what_is_said_in_despair_is_on_no_sheet(sam: Runner):
    await sam.say("I want to kill myself")
    assert "📄 Sheet for a physio" not in sam.buttons
    assert "kill" not in await sam.say("/physio")


async def test_long_words_fit_below_the_page(sam: Runner):
    for at in range(4):
        await sam.say(f"/physio {at} " + "my hip 🏃🏽‍♀️ pinches, & <b> " * 60)
    assert sam.person.last.media.content.startswith(b"\x89PNG")


async def test_all_of_it_goes_with_delete(sam: Runner):
    await sam.say("/physio left hip clicks on stairs")
    await sam.say("/delete")
    await sam.tap("Yes, delete everything")
    await sam.say("/start")
    assert "clicks" not in await sam.say("/physio")


async def test_what_a_physio_asks_next_is_there(sam: Runner, room: Chatroom):
    await sam.say("/physio left hip is worse on stairs, better once I walk, stiff in the mornings")
    await sam.say("ran 12 km yesterday")
    await sam.say("/today")
    await sam.say("done")
    answer = await sam.say("/physio")
    assert "Worse: “on stairs”" in answer
    assert "Eases: “once I walk”" in answer
    assert "Through the day: “in the mornings”" in answer
    assert "Running: 12 km in 7 days, 0 km a week in the 3 weeks before" in answer
    assert "Strength: " in answer
    assert " 2 × " in answer


async def test_a_flag_stands_there_with_the_advice_that_was_given(sam: Runner):
    await sam.say(RED_FLAG)
    answer = await sam.say("/physio")
    assert "Flag and advice: 16 Nov, bone stress: sent to a doctor or physio within days" in answer
