"""Sound as samples: tones, and clips without the silence around them. Needs numpy."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from content.audio.timeline import STEP, TONE, Sound

RATE = 24_000  # samples a second; Opus takes it as it is
PER_MS = RATE // 1000
SILENT = 0.01  # of full scale: what is softer at the ends of a clip is cut off
BEFORE, AFTER = 20 * PER_MS, 50 * PER_MS  # of it that stay
LOUD = 0.18  # of a tone, at its peak; louder ones overshoot once they are coded
RISE, FALL = 0.015, 0.06  # seconds

# The notes of each tone, in Hz; one after the other where there are two.
NOTES = {
    Sound.TICK: (784,),
    Sound.GO: (1175,),
    Sound.REP: (659,),
    Sound.TOP: (988,),
    Sound.DOWN: (587,),
    Sound.END: (1175, 784),
}

Wave = NDArray[np.float32]


@lru_cache(16)
def tone(sound: Sound) -> Wave:
    """A tone of its length, soft at both ends."""
    notes = NOTES[sound]
    parts = [_note(note, TONE[sound] / 1000 / len(notes)) for note in notes]
    return np.concatenate(parts)


def _note(pitch: float, seconds: float) -> Wave:
    at = np.arange(round(RATE * seconds)) / RATE
    rise, fall = np.clip(at / RISE, 0, 1), np.clip((seconds - at) / FALL, 0, 1)
    soft = np.sin(rise * np.pi / 2) ** 2 * np.sin(fall * np.pi / 2) ** 2
    wave = np.sin(2 * np.pi * pitch * at) + 0.2 * np.sin(4 * np.pi * pitch * at)
    return np.asarray(LOUD * soft * wave, np.float32)


def trimmed(wave: Wave) -> Wave:
    """Without the silence around the words, filled up to a whole step; empty if there are none."""
    heard = np.flatnonzero(np.abs(wave) > SILENT)
    if not heard.size:
        return np.zeros(0, np.float32)
    words = wave[max(0, heard[0] - BEFORE) : heard[-1] + AFTER]
    return np.pad(words, (0, -len(words) % (STEP * PER_MS)))


def resampled(wave: Wave, rate: int) -> Wave:
    """The same at our rate: through its spectrum, so that nothing above what we keep folds back."""
    if rate == RATE:
        return wave
    size = round(len(wave) * RATE / rate)
    spectrum, bins = np.fft.rfft(wave), size // 2 + 1
    kept = np.zeros(bins, spectrum.dtype)
    shared = min(bins, len(spectrum))
    kept[:shared] = spectrum[:shared]
    return np.asarray(np.fft.irfft(kept, size) * (size / len(wave)), np.float32)
