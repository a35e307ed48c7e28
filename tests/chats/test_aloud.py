"""Talked through it: one voice message, its words to read, the same moves as in the walk."""

from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.recordings import script_of
from content.audio.recorder import Recorder
from content.catalog.card import Card, Dose
from content.wording.telegram_html import CAPTION_UNITS, units
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.support.sound.audio import decoded

TALK = "🎧 Talk me through it"
SHORT, FULL, SLOW, USUAL = "Fewer words", "Every step", "🐢 Slower", "🐇 Usual pace"
NOT_HERE = "My voice is not here right now"
CARD = "high knees"  # its recording is short


def voices(sam: Runner) -> list[Any]:
    return [each for each in sam.bot_messages if each.kind == "voice"]


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call does not wait for long here: the message does, as that of any long session."""
    monkeypatch.setattr("bot.delivery.recordings.PATIENCE", 5.0)


async def listen(sam: Runner, count: int = 1) -> Any:
    """The newest of so many recordings, once it is there."""
    for _ in range(40):
        if len(voices(sam)) >= count:
            return voices(sam)[-1]
        await sam.room.wait(seconds=6)
    raise AssertionError(f"never heard:\n{sam.person.screen()}")


def read_before(sam: Runner) -> str:
    """What can be read of the newest recording: its caption and the messages before it."""
    heard = next(n for n, each in enumerate(sam.person.messages) if each is voices(sam)[-1])
    return "\n".join(each.text for each in sam.person.messages[max(0, heard - 3) : heard + 1])


def held(text: str, card: Card) -> bool:
    """Does the text hold all that a runner has to know of the card?"""
    said = (card.name, *card.setup, *card.steps, card.feel, card.not_feel, card.stop)
    return all(each in text for each in (*said, *card.weighty))


@pytest.mark.postgresql
async def test_a_card_is_read_aloud_and_can_be_read(room: Chatroom, sam: Runner):
    await sam.open("high-knees")
    assert await sam.tap(TALK) == "🎧 One moment"
    voice = await listen(sam)
    assert sam.person.last is voice
    assert voice.media.content.startswith(b"OggS")
    seconds = voice.media.details["duration"]
    assert seconds == pytest.approx(len(decoded(voice.media.content)) / 24_000, abs=1)
    assert held(read_before(sam), room.limber.dispatcher.content.library.cards["high-knees"])
    assert units(voice.text) <= CAPTION_UNITS


async def test_all_that_is_said_can_be_read_along(room: Chatroom, sam: Runner):
    await sam.say("talk me through the bodyweight squat")
    told = next(each.text for each in sam.bot_messages if "Read along" in each.text)
    assert "Three short tones count you in." in told
    assert "Get ready. Set 1 of 2." in told
    assert "One. Two. Three. … Last one." in told
    assert "And rest.\nThat's it. Well done." in told
    assert "Bodyweight squat" in told  # as it is spelt, and not as it is pronounced


async def test_bytes_go_up_once_for_all(room: Chatroom, sam: Runner):
    await sam.open("high-knees")
    await sam.tap(TALK)
    uploaded = (await listen(sam)).media
    kim = room.runner(6, "Kim")
    await kim.onboard()
    await kim.say(CARD)
    await kim.tap("▶️ Start")
    await kim.tap(TALK)
    assert (await listen(kim)).media is uploaded
    room.fake.files._files.clear()  # Telegram forgets it
    await kim.say("read it to me")
    again = (await listen(kim, 2)).media
    assert again is not uploaded
    assert again.content == uploaded.content


async def test_the_length_and_the_pace_are_chosen_below_it(sam: Runner):
    await sam.open("high-knees")
    await sam.tap(TALK)
    await listen(sam)
    await sam.tap(SHORT)
    await listen(sam, 2)
    first, short = (each.media.details["duration"] for each in voices(sam))
    assert short < first
    assert FULL in sam.buttons
    await sam.tap(SLOW)
    assert (await listen(sam, 3)).media.details["duration"] > short
    assert sam.buttons[1:] == [FULL, USUAL]
    await sam.say("talk me through high knees")  # the pace is kept, and all steps are back
    assert (await listen(sam, 4)).media.details["duration"] > first
    assert (await sam.exported())["profile"]


async def test_who_has_done_a_card_hears_less_of_it(room: Chatroom, sam: Runner):
    await sam.say("did high knees")
    await sam.say("talk me through high knees")
    await listen(sam)
    assert sam.buttons == ["It hurts", FULL, SLOW]


async def test_a_session_is_that_of_the_walk(room: Chatroom, sam: Runner):
    await sam.say("/today")
    offered = sam.reads
    await sam.tap(TALK)
    await listen(sam)
    cards = room.limber.dispatcher.content.library.cards.values()
    moves = [card for card in cards if f". {card.name}\n" in f"{offered}\n"]
    assert len(moves) == 3
    assert all(held(read_before(sam), card) for card in moves)
    assert [card.name for card in moves if card.name not in sam.person.last.text] == []
    await sam.tap("✅ Done")
    assert "Done." in "\n".join(each.text for each in sam.bot_messages[-2:])


def test_a_recording_has_the_dose_that_was_meant(content: Any):
    grown = asdict(Dose(reps=20, sets=3, rep_hold_s=2))
    wanted = {"moves": [["clamshell", grown, "left", False, True]], "pace": "slow"}
    lines = script_of(wanted, content).lines
    said = ("20 times, slowly.", "Hold each one for 2 seconds.", "Set 3 of 3.")
    assert [each for each in said if each not in lines] == []
    wanted["moves"].append(["no-such-card", grown, "left", False, True])
    assert script_of(wanted, content) is None


async def test_a_reminder_has_it_too(room: Chatroom, sam: Runner):
    await room.wait_until("07:00", days=1)
    await sam.tap(TALK)
    await listen(sam)


SAID = ["talk me through it", "read it to me", "could you say it aloud", "read the steps out loud"]


@pytest.mark.parametrize("words", SAID)
async def test_words_do_what_the_button_does(sam: Runner, words: str):
    await sam.open("high-knees")
    await sam.say(words)
    await listen(sam)
    assert "High knees" in sam.reads


async def test_a_session_can_be_asked_for_whatever_is_on_the_screen(sam: Runner):
    await sam.open("high-knees")
    await sam.say("talk me through today's session")
    await listen(sam)
    assert "✅ Done" in sam.buttons


async def test_a_clock_that_runs_waits_meanwhile(sam: Runner):
    await sam.open("high-knees")
    await sam.tap("▶️ Start")
    await sam.say("talk me through it")
    await listen(sam)
    await sam.say("go on")
    assert "⏸ Pause" in sam.buttons


async def test_what_rests_is_not_read_aloud(sam: Runner):
    await sam.say("/today")
    await sam.unfold(TALK)
    old = sam.person.last
    await sam.say("sharp pain in my groin with every step")
    await sam.tap_old(TALK, old)
    await sam.say("talk me through high knees")
    await sam.say("talk me through today's session")
    assert not voices(sam)


async def test_the_question_about_the_body_comes_first(room: Chatroom):
    kim = room.runner(6, "Kim")
    kim.body = None
    await kim.say("talk me through high knees")
    assert "I'd rather not say" in kim.buttons
    assert not voices(kim)


async def test_a_flag_beside_the_wish_is_answered_alone(sam: Runner):
    await sam.say("my chest feels tight when i run, talk me through it")
    assert not voices(sam)


async def test_without_a_voice_there_is_no_button_and_the_words_are_kind(
    database_url: str, content: Any, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.app.optional_parts.speaker", lambda wanted: None)
    async with open_chatroom(database_url, content) as room:
        sam = room.runner()
        await sam.onboard()
        await sam.open("high-knees")
        assert TALK not in sam.buttons
        await sam.say("talk me through it")
        assert NOT_HERE in sam.reads
        assert held(sam.reads, room.limber.dispatcher.content.library.cards["high-knees"])
        assert FULL not in sam.buttons


class Dead(Executor):
    """The process that speaks was killed."""

    def submit(self, *work: Any, **more: Any) -> Future[Any]:
        raise BrokenProcessPool("killed")


async def test_a_voice_that_dies_leaves_the_words(
    database_url: str, content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.app.optional_parts.Recorder", partial(Recorder, start=Dead))
    async with open_chatroom(database_url, content, data_dir=tmp_path) as room:
        sam = room.runner()
        await sam.onboard()
        await sam.open("high-knees")
        await sam.tap(TALK)
        assert NOT_HERE in sam.reads
        await sam.say("/help")
        assert NOT_HERE not in sam.reads


async def test_a_full_disk_costs_the_work_and_not_the_voice(
    database_url: str, content: Any, tmp_path: Path
):
    (tmp_path / "recordings").write_text("no room here")
    async with open_chatroom(database_url, content, data_dir=tmp_path) as room:
        sam = room.runner()
        await sam.onboard()
        await sam.open("high-knees")
        await sam.tap(TALK)
        await listen(sam)


async def test_who_wants_no_voice_messages_gets_the_words(room: Chatroom, sam: Runner):
    await sam.open("high-knees")
    await sam.tap(TALK)
    await listen(sam)
    refused = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
    room.fake.faults.refuse(400, refused, method="sendVoice")
    await sam.say("talk me through it")
    assert NOT_HERE in sam.reads


async def test_a_long_recording_is_waited_for_and_others_are_served(
    database_url: str, content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.delivery.recordings.PATIENCE", 0.0)
    async with open_chatroom(database_url, content, data_dir=tmp_path) as room:
        sam, kim = room.runner(), room.runner(6, "Kim")
        await sam.onboard()
        await sam.open("high-knees")
        await sam.tap(TALK)
        assert not voices(sam)
        assert "I'm Limber" in await kim.say("who are you")
        monkeypatch.setattr("bot.delivery.recordings.PATIENCE", 5.0)
        await listen(sam)
