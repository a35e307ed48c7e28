"""What can be measured in a recording, as a runner's phone would play it."""

from io import BytesIO

import numpy as np
import soundfile

from content.audio.timeline import Sound, Timeline
from content.audio.waves import PER_MS, RATE, Wave, tone

AROUND = 200  # milliseconds in which a tone is looked for
OVERSAMPLED = 4


def decoded(ogg: bytes) -> Wave:
    wave, rate = soundfile.read(BytesIO(ogg), dtype="float32")
    assert rate == RATE
    return wave


def heard_at(wave: Wave, sound: Sound, near: int) -> float:
    """When that tone begins, in milliseconds: where half its height is reached, as in the tone.

    Its waves can't be compared one by one, for Opus shifts them against each other.
    """
    begin = max(0, (near - AROUND) * PER_MS)
    piece = wave[begin : near * PER_MS + len(tone(sound))]
    return (begin + _rises(piece) - _rises(tone(sound))) / PER_MS


def _rises(wave: Wave) -> int:
    """The first sample at half the height of the envelope."""
    spectrum = np.fft.fft(wave)
    spectrum[len(wave) // 2 :] = 0
    envelope = np.abs(np.fft.ifft(spectrum))
    return int(np.argmax(envelope > envelope.max() / 2))


def errors(wave: Wave, plan: Timeline) -> list[float]:
    """By how many milliseconds each stretch of work is too long, from tone to tone."""
    return [
        heard_at(wave, Sound.END, end) - heard_at(wave, Sound.GO, begin) - (end - begin)
        for begin, end in plan.work
    ]


def true_peak(wave: Wave) -> float:
    """The highest point between the samples as well, in dB of full scale."""
    spectrum = np.fft.rfft(wave)
    size = len(wave) * OVERSAMPLED
    finer = np.fft.irfft(spectrum, size) * OVERSAMPLED
    return float(20 * np.log10(np.abs(finer).max()))
