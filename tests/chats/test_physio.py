"""The sheet for a physio: a page to print, in the runner's own words, and the same as text."""

import json
from typing import Any

import pytest

from bot.dispatch.conversation import Conversation
from bot.services.history.physio_history import history_of
from storage.store import UnitOfWork
from tests.support.chat import Chatroom, Runner

RED_FLAG = "sharp pain in my groin with every step when I run"


@pytest.fixture
async def runner(room: Chatroom) -> Runner:
    runner = room.runner()
    await runner.onboard()
    return runner


async def exported(runner: Runner) -> Any:
    await runner.say("/export")
    return json.loads(runner.person.last.media.content)


@pytest.mark.parametrize(
    "text", ["/physio", "make a sheet for my physio", "what should I tell my physio?"]
)
async def test_a_page_for_the_physio(runner: Runner, text: str):
    await runner.say("done")
    await runner.tap("3")
    answer = await runner.say(text)
    page = runner.person.last.media
    assert page.content.startswith(b"\x89PNG")
    assert page.name == "hip-sheet-2026-11-16.png"
    assert "Nothing is on it that hurts" in answer
    assert "Six weeks: 1 day with a session" in answer
    assert "hip flexors:" in answer
    assert "Soreness last time 3 of 10" in answer


async def test_what_hurts_stands_there_in_own_words_with_what_became_of_it(
    room: Chatroom, runner: Runner
):
    await runner.say(RED_FLAG)
    await runner.tap("📄 Sheet for a physio")
    assert f"“{RED_FLAG}” (16 November, rests since)" in runner.reads
    assert "Rests now: " in runner.reads
    await room.wait_until("07:00", days=1)
    await runner.tap("Still there")
    await runner.tap("📄 Sheet for a physio")
    assert "rests since" in runner.reads
    await room.wait_until("07:00", days=1)
    await runner.tap("Seen, and cleared to move")
    await runner.tap("All of it, running too")
    answer = await runner.say("/physio")
    assert f"“{RED_FLAG}” (16 November)" in answer
    assert "Rests now" not in answer
    answers = [each for each in (await exported(runner))["check_ins"] if each["kind"] == "answer"]
    assert [each["key"] for each in answers] == ["still", "cleared"]


async def test_words_after_the_command_go_onto_it_and_come_off_again(runner: Runner):
    line = "left hip <clicks> on stairs since May"
    assert f"“{line}” (16 November)" in await runner.say(f"/physio {line}")
    assert line in str((await exported(runner))["check_ins"])
    await runner.say("/physio")
    assert "Take that line off" not in str(runner.buttons)
    await runner.say(f"/physio {line}")
    assert await runner.tap("↩️ Take that line off") == "Taken back"
    assert "clicks" not in await runner.say("/physio")
    assert "clicks" not in str(await exported(runner))


async def test_a_red_flag_after_the_command_is_screened_first(runner: Runner):
    assert "doctor" in await runner.say(f"/physio {RED_FLAG}")
    assert f"“{RED_FLAG}”" in await runner.say("/physio")


@pytest.mark.postgresql
async def test_notes_about_the_body_are_on_the_page(room: Chatroom, runner: Runner):
    await runner.say("did half, my left hip felt tight")
    await runner.say("done and off to work now")

    def drawn(work: UnitOfWork) -> tuple[str, ...]:
        known = work.runners.get(5)
        assert known
        chat = Conversation(work, known, room.limber.dispatcher.content, room.clock.now())
        return tuple(text for _, text in history_of(chat).notes)

    assert await room.limber.store.run(drawn) == ("did half, my left hip felt tight",)


async def test_what_is_said_in_despair_is_on_no_sheet(runner: Runner):
    await runner.say("I want to kill myself")
    assert "📄 Sheet for a physio" not in runner.buttons
    assert "kill" not in await runner.say("/physio")


async def test_long_words_fit_below_the_page(runner: Runner):
    for at in range(4):
        await runner.say(f"/physio {at} " + "my hip 🏃🏽‍♀️ pinches, & <b> " * 60)
    assert runner.person.last.media.content.startswith(b"\x89PNG")


async def test_all_of_it_goes_with_delete(runner: Runner):
    await runner.say("/physio left hip clicks on stairs")
    await runner.say("/delete")
    await runner.tap("Yes, delete everything")
    await runner.say("/start")
    assert "clicks" not in await runner.say("/physio")
