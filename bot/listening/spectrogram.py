"""Sound as Whisper takes it: how much of each pitch, every hundredth of a second."""

from functools import lru_cache

import numpy as np

from bot.listening.sound import RATE, WINDOW, Samples

SPAN, STEP = 400, 160  # samples that are looked at together, and how far on the next ones are
FRAMES = WINDOW * RATE // STEP
BEND = 15  # the mel above which pitches grow by ratio
TOP = 45.245640471924965  # the mel of half our rate


def spectrogram(sound: Samples, bands: int = 80) -> Samples:
    """The logarithm of the power in each band, for a whole window; what is short is silent after.

    Equal to the filters and the scale that Whisper was trained with, to a millionth.
    """
    long = np.pad(sound[: FRAMES * STEP], (0, max(0, FRAMES * STEP - sound.size)))
    framed = np.lib.stride_tricks.sliding_window_view(
        np.pad(long, SPAN // 2, mode="reflect"), SPAN
    )[::STEP][:FRAMES]
    hann = np.hanning(SPAN + 1)[:-1].astype(np.float32)
    power = np.abs(np.fft.rfft(framed * hann, axis=1)) ** 2
    scale = np.log10(np.maximum(power @ filters(bands).T, 1e-10)).T
    return np.ascontiguousarray((np.maximum(scale, scale.max() - 8) + 4) / 4, dtype=np.float32)


@lru_cache
def filters(bands: int) -> Samples:
    """Triangles of one area each, evenly spread as the ear hears."""
    mels = np.linspace(0.0, TOP, bands + 2)
    pitches = np.where(mels < BEND, mels * 200 / 3, 1000 * np.exp((mels - BEND) * np.log(6.4) / 27))
    widths = np.diff(pitches)
    from_each = pitches[:, None] - np.fft.rfftfreq(SPAN, 1 / RATE)[None]
    rising, falling = -from_each[:-2] / widths[:-1, None], from_each[2:] / widths[1:, None]
    triangles = np.maximum(0, np.minimum(rising, falling))
    even: Samples = triangles * (2 / (pitches[2:] - pitches[:-2]))[:, None]
    return even.astype(np.float32)
