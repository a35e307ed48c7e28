"""Sound in, a transcript out; and what becomes of the process that listens."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from bot.listening import listener, recogniser
from bot.listening.listener import MOST, CantListen, Listener, ears
from bot.listening.notes import REMEMBERED, Note, VoiceNotes
from bot.listening.sound import LONGEST, RATE, WINDOW, NoSound, resampled, samples, windows
from bot.listening.spectrogram import FRAMES, filters, spectrogram
from bot.listening.weights import described
from bot.listening.whisper import Heard
from content.hearing.transcript import Transcript
from content.workers.processes import Processes
from tests.support.sound import speech

ROOT = Path(__file__).parents[3]
PROMPTS = ("done, hip flexors",)
SAID = Transcript(("done",), -0.1, 0.0, 1.0)


def tone(pitch: float, seconds: float, rate: int) -> np.ndarray:
    return np.sin(2 * np.pi * pitch * np.arange(int(seconds * rate)) / rate).astype("float32")


@pytest.mark.parametrize("rate", [8000, 12000, 16000, 24000, 44100, 48000])
def test_sound_of_any_rate_keeps_its_pitch(rate: int):
    found = resampled(tone(440, 1, rate), rate)
    assert found.size == RATE
    assert np.abs(np.fft.rfft(found)).argmax() == 440


def test_what_is_too_high_for_our_rate_is_not_folded_back():
    assert np.abs(resampled(tone(9000, 1, 48000), 48000)).max() < 0.01


@given(st.lists(st.tuples(st.floats(0.3, 12), st.booleans()), min_size=1, max_size=6))
@hypothesis(max_examples=40)
def test_a_long_message_is_cut_into_windows_that_leave_nothing_out(parts):
    noise = np.random.default_rng(0)
    pieces = [noise.standard_normal(int(s * RATE)) * (0.5 if loud else 1e-4) for s, loud in parts]
    sound = np.concatenate(pieces).astype("float32")
    found = list(windows(sound))
    assert all(0 < each.size <= WINDOW * RATE for each in found)
    whole = np.concatenate(found)
    likely = np.flatnonzero(sound == whole[0])
    begin = next(at for at in likely if np.array_equal(sound[at : at + 9], whole[:9]))
    assert np.array_equal(sound[begin : begin + whole.size], whole)
    loudest = np.abs(sound).max()
    assert np.abs(np.r_[sound[:begin], sound[begin + whole.size :]]).max(initial=0) < loudest / 2


def test_a_message_is_cut_where_nobody_speaks():
    speech_ = np.random.default_rng(0).standard_normal(20 * RATE).astype("float32")
    speech_[int(11.8 * RATE) : int(12.2 * RATE)] = 0
    first, _ = windows(speech_)
    assert 11.8 < first.size / RATE < 12.2


@pytest.mark.parametrize("content", [b"", b"OggS", b"\0" * 999, b"\0\0\0\x18ftypisom" + b"x" * 99])
def test_what_is_no_sound_says_so(content: bytes):
    with pytest.raises(NoSound):
        samples(content)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content: bytes):
    with suppress(NoSound):
        assert samples(b"OggS" + content).size


def test_of_a_long_file_a_minute_is_read():
    hiss = np.random.default_rng(0).standard_normal(90 * speech.OPUS).astype("float32") * 0.1
    assert samples(speech.note(hiss)).size <= LONGEST * RATE


def test_the_sound_of_a_round_video_is_heard():
    found = recogniser.recognised(speech.film(speech.spoken("my foot has gone numb")), PROMPTS)
    assert found.texts[0] == "My foot has gone numb"


def test_a_window_is_as_whisper_takes_it():
    found = spectrogram(tone(1000, 1, RATE))
    assert found.shape == (80, FRAMES)
    assert found.dtype == np.float32
    heard, silent = found[:, :100].mean(axis=1), found[:, 200:]
    assert np.ptp(silent) == 0
    assert heard.argmax() == filters(80)[:, 25].argmax()  # a kilohertz, in steps of forty


@pytest.mark.parametrize("speaker", speech.SPEAKERS, ids=lambda each: each.name)
def test_every_speaker_is_heard(speaker: speech.Speaker):
    found = recogniser.recognised(
        speech.said("thank you very much for your help", speaker), PROMPTS
    )
    assert found.texts[0].lower() == "thank you very much for your help"
    assert found.score > -0.7
    assert found.no_speech < 0.5


def test_numbers_are_spelt_out_as_people_say_them():
    found = recogniser.recognised(speech.said("remind me at half past seven"), PROMPTS)
    assert not any(letter.isdigit() for text in found.texts for letter in text)


def test_a_long_message_is_heard_to_its_end():
    long = "I wanted to tell you how my week was. It was long and a bit dull at work. " * 3
    found = recogniser.recognised(speech.said(f"{long} And now my foot has gone numb"), PROMPTS)
    assert found.seconds > WINDOW
    assert found.texts[0].endswith("foot has gone numb")


def test_where_nobody_spoke_nothing_is_taken_from_what_was_said():
    said, noise = Heard(("my foot is numb",), -0.2, 0.01), Heard(("it hurts",), -2.6, 0.8)
    found = recogniser._joined([noise, said], 20)
    assert (found.texts, found.score, found.no_speech) == (("My foot is numb",), -0.2, 0.01)


def test_our_weights_are_those_of_their_makers_and_others_are_not(tmp_path: Path):
    assert described(None).startswith("the weights are Systran/faster-whisper-tiny.en")
    (tmp_path / "model.bin").write_bytes(b"another")
    assert described(tmp_path).startswith("weights that we don't know")


def test_the_bot_itself_loads_nothing_that_listens():
    loaded = "[n for n in ('ctranslate2', 'numpy', 'soundfile', 'tokenizers') if n in sys.modules]"
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys, bot.app, bot.cli.commands; print({loaded})"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert ran.stdout.strip() == "[]"


class Hearing:
    """Takes the place of the process: hears when it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.started = 0
        self.heard: list[bytes] = []

    def start(self) -> Executor:
        self.started += 1
        return ThreadPoolExecutor(1)

    def listen(self, content: bytes, *_: object) -> Transcript:
        self.let.wait(10)
        if content == b"fault":
            raise RuntimeError("my hip hurts")
        self.heard.append(content)
        return SAID


@pytest.fixture
def hearing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hearing]:
    found = Hearing()
    monkeypatch.setattr(listener, "listen", found.listen)
    yield found
    found.let.set()


@pytest.fixture
async def listening(hearing: Hearing) -> Listener:
    return Listener(lambda: PROMPTS, start=hearing.start)


async def test_nothing_starts_before_the_first_message(listening: Listener, hearing: Hearing):
    assert hearing.started == 0
    hearing.let.set()
    assert await listening.hear(b"1") == SAID
    assert await listening.hear(b"2") == SAID
    assert hearing.started == 1
    listening.close()


async def test_what_was_heard_is_remembered_until_it_is_served(
    listening: Listener, hearing: Hearing
):
    async def fetch(file_id: str, most: int) -> bytes:
        return file_id.encode()

    hearing.let.set()
    notes, note = VoiceNotes(fetch, listening), Note("file", 3, 100)
    assert await notes.heard(note) == await notes.heard(note) == SAID
    assert hearing.heard == [b"file"]
    notes.forget(note)
    await notes.heard(note)
    assert hearing.heard == [b"file"] * 2
    for number in range(REMEMBERED + 1):
        await notes.heard(Note(str(number), 3, 100))
    await notes.heard(Note("0", 3, 100))
    assert hearing.heard.count(b"0") == 2
    notes.close()


async def test_when_many_wait_the_next_is_told_at_once(listening: Listener, hearing: Hearing):
    waiting = [asyncio.create_task(listening.hear(b"%d" % at)) for at in range(MOST)]
    await asyncio.sleep(0)
    with pytest.raises(CantListen, match="many"):
        await listening.hear(b"one more")
    hearing.let.set()
    assert await asyncio.gather(*waiting) == [SAID] * MOST
    listening.close()


async def test_what_takes_too_long_is_given_up_and_the_next_is_heard(hearing: Hearing):
    slow = Listener(lambda: PROMPTS, start=hearing.start, patience=0.01)
    with pytest.raises(CantListen, match="long"):
        await slow.hear(b"1")
    hearing.let.set()
    patient = Listener(lambda: PROMPTS, start=hearing.start)
    assert await patient.hear(b"2") == SAID
    assert hearing.started == 2
    patient.close()


async def test_a_fault_is_told_without_a_word_of_it(listening: Listener, hearing: Hearing):
    hearing.let.set()
    with pytest.raises(CantListen) as told:
        await listening.hear(b"fault")
    assert str(told.value) == "RuntimeError"
    assert await listening.hear(b"2") == SAID
    assert hearing.started == 2
    listening.close()


@pytest.mark.parametrize("limit", ["IDLE", "OLD"])
async def test_it_is_let_go_when_idle_or_old(
    limit: str, hearing: Hearing, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(listener, limit, 0)
    listening = Listener(lambda: PROMPTS, start=hearing.start)
    hearing.let.set()
    await listening.hear(b"1")
    for _ in range(2):  # timers come after what is ready
        await asyncio.sleep(0)
    await listening.hear(b"2")
    assert hearing.started == 2
    listening.close()


async def test_the_process_ends_with_the_bot_whatever_it_is_at():
    started: list[Processes] = []

    def start() -> Processes:
        started.append(ears())
        return started[0]

    real = Listener(lambda: PROMPTS, start=start, patience=60)
    task = asyncio.create_task(real.hear(speech.said("done")))
    await asyncio.sleep(0)
    (process,) = started[0]._processes.values()
    real.close()
    with pytest.raises(CantListen):
        await task
    process.join(20)
    assert process.exitcode
