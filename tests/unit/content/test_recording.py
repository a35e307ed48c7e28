"""A recording as a phone plays it: the work exact, not too loud, the same each time."""

import shlex
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.audio import recorder
from content.audio.loudness import CEILING, SILENCE, limited, loudness
from content.audio.ogg import packets, stream
from content.audio.pace import Pace
from content.audio.recorder import Recorder, file_name
from content.audio.recording import clip, coded, plan, record
from content.audio.script import Script, SpokenMove, Talk, script
from content.audio.timeline import STEP, Sound
from content.audio.voice import CannotSpeak, Speaker, speaker, voice_of
from content.audio.waves import RATE, resampled, tone, trimmed
from content.catalog.taxonomy import Sides
from tests.support.sound.audio import decoded, errors, true_peak
from tests.unit.content.test_audio import CLAM, COUCH, SPOKEN
from tests.unit.content.test_workers import names

OURS = speaker()
assert OURS
SHORT = replace(COUCH, dose=replace(COUCH.dose, hold_s=20, sets=1, lead_in_s=5))
DOSE = replace(CLAM.dose, reps=2, rep_hold_s=3, lead_in_s=5)
HELD = replace(CLAM, dose=DOSE, sides=Sides.BOTH)
HELLO = Script((Talk("Hold, and breathe."),))
HELLO_SLOWLY = replace(HELLO, pace=Pace.SLOW)

# Speaks a second of a tone into the file that is its last word, at 8 kHz.
PROGRAM = """
import math, struct, sys, wave
print(sys.argv[1:], sys.stdin.read())
with wave.open(sys.argv[-1], "wb") as out:
    out.setnchannels(1), out.setsampwidth(2), out.setframerate(8000)
    tone = [round(9000 * math.sin(n / 4)) for n in range(8000)]
    out.writeframes(struct.pack(f"<{len(tone)}h", *tone))
"""


def command(tmp_path: Path, program: str, words: str = "{text} {wav}") -> Speaker:
    (tmp_path / "speaks.py").write_text(program)
    python = shlex.quote(sys.executable)
    found = speaker(f"{python} {shlex.quote(str(tmp_path / 'speaks.py'))} {words}")
    assert found
    return found


def test_the_work_is_exact_in_the_file_and_easy_on_the_ear():
    told = script([SpokenMove(SHORT, known=True), SpokenMove(HELD, known=True)], SPOKEN)
    planned = plan(told, OURS)
    wave = decoded(record(told, OURS))
    assert len(wave) == planned.length * RATE // 1000
    assert len(planned.work) == 3
    assert max(map(abs, errors(wave, planned))) <= 2
    assert -18 < loudness(wave) < -15
    assert true_peak(wave) < -1


def test_the_same_script_sounds_the_same():
    assert record(HELLO, OURS) == record(HELLO, OURS)
    assert record(HELLO, OURS) != record(HELLO_SLOWLY, OURS)


def test_between_two_sounds_nothing_is_heard_and_each_sounds_as_if_it_were_alone():
    told = script([SpokenMove(SHORT, known=True)], SPOKEN)
    planned = plan(told, OURS)
    wave = decoded(record(told, OURS))
    for one, other in pairwise(planned.cues):
        begin, end = (at * RATE // 1000 for at in (one.end + 2 * STEP, other.at - STEP // 2))
        assert not wave[begin:end].any() or np.abs(wave[begin:end]).max() < 1e-6
    go = next(cue for cue in planned.cues if cue.sound is Sound.GO)
    heard = wave[go.at * 24 : go.end * 24]
    assert np.corrcoef(heard, tone(Sound.GO))[0, 1] > 0.9


packed = st.lists(st.binary(min_size=1, max_size=600), min_size=1, max_size=130)


@given(packed)
def test_packets_come_out_of_a_file_as_they_went_in(sound):
    headers = [b"OpusHead\1\1" + bytes([56, 1]) + bytes(7), b"OpusTags"]
    assert packets(stream(headers, sound)) == [*headers, *sound]


def test_a_file_is_whole_for_who_reads_it():
    wave = np.tile(tone(Sound.END), 9)
    headers = packets(record(HELLO, OURS))[:2]
    file = stream(headers, coded(wave))  # pages whose sum is wrong would be left out
    assert len(decoded(file)) == len(wave) + RATE // 50  # as long as it is, and dying away


@pytest.mark.parametrize("sound", [each for each in Sound if each is not Sound.SPEECH])
def test_a_tone_begins_and_ends_softly(sound):
    wave = tone(sound)
    assert abs(wave[0]) < 0.001
    assert abs(wave[-1]) < 0.001
    assert 0.1 < np.abs(wave).max() < 0.3


@given(st.lists(st.floats(-3, 3, width=32), min_size=1, max_size=400))
def test_nothing_is_above_the_ceiling_and_what_is_below_stays(samples):
    wave = np.array(samples, np.float32)
    quiet = np.clip(wave, -CEILING, CEILING)
    assert np.abs(limited(wave)).max() <= CEILING * 1.0001
    assert np.allclose(limited(quiet), quiet)


def test_loudness_is_that_of_the_standard():
    at = np.arange(RATE * 4) / RATE
    sine = np.sin(2 * np.pi * 997 * at).astype(np.float32)  # which the standard gives as -3.01
    assert loudness(sine) == pytest.approx(-3.01, abs=0.1)
    assert loudness(sine / 10) == pytest.approx(-23.01, abs=0.1)
    with_pauses = np.concatenate([sine, np.zeros_like(sine)])
    assert loudness(with_pauses) == pytest.approx(-3.01, abs=0.3)
    assert loudness(np.zeros(100, np.float32)) == SILENCE


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_a_voice_of_another_rate_keeps_its_pitch_and_length(rate):
    second = np.sin(2 * np.pi * 1000 * np.arange(rate) / rate).astype(np.float32)
    ours = resampled(second, rate)
    assert len(ours) == RATE
    assert np.argmax(np.abs(np.fft.rfft(ours))) == 1000
    assert np.abs(ours[100:-100]).max() == pytest.approx(1, abs=0.01)


def test_silence_around_words_is_cut_and_whole_packets_are_left():
    words = 0.5 * np.sin(np.arange(RATE) / 5).astype(np.float32)
    quiet = np.zeros(RATE, np.float32)
    found = trimmed(np.concatenate([quiet, words, quiet]))
    assert RATE <= len(found) < RATE * 1.1
    assert len(found) % (STEP * RATE // 1000) == 0
    assert np.abs(found).max() == np.abs(words).max()
    assert not trimmed(quiet).size


def test_a_program_of_the_operators_speaks(tmp_path: Path):
    theirs = command(tmp_path, PROGRAM)
    assert len(clip(theirs, "Half way.", Pace.NORMAL)) == pytest.approx(RATE, rel=0.01)
    assert record(HELLO, theirs).startswith(b"OggS")


def test_a_program_gets_the_line_as_one_word_or_to_read_and_no_shell(tmp_path: Path):
    line = "Half way; {wav} $(true) 'and' \"so\""
    theirs = command(tmp_path, PROGRAM + "\nassert sys.argv[1] == " + repr(line))
    assert len(voice_of(theirs).say(line, 1.0)) == RATE
    reads = command(
        tmp_path, PROGRAM.replace("print", "assert 'Half' in sys.stdin.read() or print"), "{wav}"
    )
    assert len(voice_of(reads).say("Half way.", 1.0)) == RATE


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("raise SystemExit(3)", "failed .CalledProcessError."),
        ("pass", "wrote no file"),
        (PROGRAM.replace("9000", "0"), "says nothing for a line of 9 characters"),
    ],
)
def test_a_program_that_fails_is_named_and_its_words_are_not(tmp_path: Path, program, why):
    with pytest.raises(CannotSpeak, match=why) as told:
        clip(command(tmp_path, program), "Half way.", Pace.NORMAL)
    assert "Half" not in str(told.value)


def test_the_best_voice_there_is_speaks(monkeypatch: pytest.MonkeyPatch):
    assert OURS.name == "hibari"
    assert speaker("better.onnx").model == "better.onnx"
    assert speaker("no-such-program -o {wav}") is None
    monkeypatch.setattr("content.audio.voice.OWN", ("no_such_package",))
    monkeypatch.setattr("content.audio.voice.FLITE", "cat {text} {wav}")
    monkeypatch.setattr("shutil.which", {"flite": "/usr/bin/flite"}.get)
    assert speaker().name == "flite"
    monkeypatch.setattr("content.audio.voice.NEEDED", ("no_such_package",))
    assert speaker() is None
    assert speaker("cat {wav}") is None


async def test_recordings_are_made_elsewhere_and_kept(tmp_path: Path):
    studio = Recorder(tmp_path, OURS)
    try:
        assert await studio.record(HELLO) == record(HELLO, OURS)
        assert names(tmp_path) == {await studio.name(HELLO)}
    finally:
        await studio.close()
    kept = Recorder(tmp_path, OURS)
    assert (await kept.record(HELLO)).startswith(b"OggS")
    assert not kept._workers.started


def test_a_name_tells_what_is_heard(monkeypatch: pytest.MonkeyPatch):
    other = replace(OURS, version="0")
    found = {file_name(*each) for each in ((HELLO, OURS), (HELLO_SLOWLY, OURS), (HELLO, other))}
    monkeypatch.setattr(recorder, "engine", lambda: "another")
    assert len(found | {file_name(HELLO, OURS)}) == 4


def test_the_bot_itself_loads_no_voice():
    names = "'hibari', 'numpy', 'onnxruntime', 'soundfile'"
    code = f"""
import sys, content.audio.recorder
from content.audio.voice import speaker
assert speaker(), "there is a voice"
print([each for each in ({names}) if each in sys.modules])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
