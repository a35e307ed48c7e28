"""What is no clear voice: a kind word, nothing acted on, and others are served."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest

from bot.listening.listener import Listener
from content.bundle import Content
from tests.support.chat import Chatroom, Runner, open_chatroom
from tests.support.sound import speech

UNCLEAR = "I couldn't make out the words."
ASKED = "Before I pick a move"
LOST = "I didn't get to hear that one."
STANDS = ("sessions", "reminders", "check_ins", "runs", "programme", "locked")
SPAN = np.arange(3 * speech.OPUS) / speech.OPUS
RANDOM = np.random.default_rng(0)


def hiss(level: float) -> Any:
    return (RANDOM.standard_normal(SPAN.size) * level).astype("float32")


def music() -> Any:
    chord = sum(np.sin(2 * np.pi * pitch * SPAN) for pitch in (220, 277, 330, 440))
    return (chord * (SPAN % 0.5 < 0.4) * 0.1).astype("float32")


def breath() -> Any:
    return (speech.pink(3) * np.clip(np.sin(2 * SPAN), 0, 1)).astype("float32") * 0.1


SOUNDS = {
    "silence": lambda: speech.note(np.zeros(SPAN.size, "float32")),
    "a quiet room": lambda: speech.note(hiss(0.0005)),
    "hiss": lambda: speech.note(hiss(0.05)),
    "music": lambda: speech.note(music()),
    "breath": lambda: speech.note(breath()),
    "a click": lambda: speech.note(np.r_[np.zeros(9000), 0.9, np.zeros(9000)].astype("float32")),
    "nothing": lambda: b"OggS",
    "no sound at all": lambda: b"%PDF-1.7 not a song" * 99,
    "a broken film": lambda: b"\0\0\0\x18ftypmp42" + b"\0" * 400,
    "its beginning": lambda: speech.said("remind me at nine in the evening")[:700],
}


async def stands(runner: Runner) -> dict[str, Any]:
    document = await runner.exported()
    profile = {k: v for k, v in document["profile"].items() if k != "understood"}
    return {"profile": profile, **{name: document[name] for name in STANDS}}


@pytest.mark.parametrize("sound", SOUNDS)
async def test_what_is_no_speech_is_told_so_and_changes_nothing(sam: Runner, sound: str):
    before = await stands(sam)
    answer = await sam.send_sound(SOUNDS[sound]())
    if not (sound == "music" and answer.startswith(ASKED)):  # it may sound like "it hurts"
        assert answer.startswith(UNCLEAR)
        assert "type" in answer
    assert await stands(sam) == before


async def test_another_language_changes_nothing(sam: Runner):
    before = await stands(sam)
    await sam.speak("Guten Morgen, wie geht es dir heute, kannst du mir bitte helfen")
    assert sam.reads.startswith("I answer in English so far")
    assert await stands(sam) == before


async def test_what_is_too_long_is_not_even_fetched(sam: Runner, room: Chatroom):
    answer = await sam.send_sound(b"OggS", seconds=1200)
    assert answer.startswith("That is longer than I can listen.")
    assert "If it hurts, type it." in answer
    answer = await sam.send_sound(b"O" * 3_000_000)
    assert answer.startswith("That is longer than I can listen.")
    assert "getfile" not in {each.method.lower() for each in room.fake.calls}


async def test_who_lies_about_the_length_is_heard_for_a_minute(sam: Runner):
    long = np.concatenate([speech.spoken("I finished my session"), np.zeros(90 * speech.OPUS)])
    await sam.send_sound(speech.note(long.astype("float32")))
    assert "🎙 I heard: “I finished my session”" in [each.text for each in sam.bot_messages]


async def test_a_song_and_a_broken_link_are_answered(sam: Runner, room: Chatroom):
    sam.person.send_audio()
    await room.settle()
    assert sam.reads.startswith("I don't listen to sound files")
    room.fake.faults.refuse(400, method="getFile")
    assert (await sam.speak("I finished my session")).startswith(LOST)
    assert (await sam.exported())["sessions"] == []
    await sam.speak("I finished my session")
    assert sam.reads.startswith("Done.")


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.optional_parts.can_listen", lambda folder: False)


@pytest.mark.postgresql
@pytest.mark.usefixtures("deaf")
async def test_without_the_extra_runners_are_asked_to_type(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        sam = room.runner()
        await sam.onboard()
        assert (await sam.speak("I finished my session")).startswith("I can't listen to voice")
        assert (await sam.exported())["sessions"] == []
        assert "getfile" not in {each.method.lower() for each in room.fake.calls}


@pytest.fixture
def own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that listens is this chat's own, so that it may die."""
    monkeypatch.setattr("bot.app.optional_parts.Listener", partial(Listener, patience=60))


@pytest.mark.usefixtures("own_process")
async def test_a_process_that_dies_harms_nobody(database_url: str, content: Content):
    async with open_chatroom(database_url, content) as room:
        sam, ann = room.runner(), room.runner(6, "Ann")
        await sam.onboard()
        await ann.onboard()
        await sam.speak("I finished my session")
        for process in _processes(room):
            process.kill()
            process.join()
        assert (await sam.speak("take that back")).startswith(LOST)
        assert (await sam.exported())["sessions"] != []
        await ann.speak("I finished my session")
        assert ann.reads.startswith("Done.")


def _processes(room: Chatroom) -> Iterator[Any]:
    voice = room.limber.voice
    assert voice
    yield from voice._listener._workers._pool._processes.values()
