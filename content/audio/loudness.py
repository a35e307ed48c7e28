"""How loud a recording is to the ear (ITU-R BS.1770), and how it gets as loud as it should be."""

import numpy as np
from numpy.typing import NDArray

from content.audio.waves import PER_MS, RATE, Wave

WANTED = -15.5  # LUFS of a line; with the tones, a recording has about -17, near a podcast
CEILING = 0.55  # of full scale: Opus adds to peaks
TURNS = 3  # of level and limiter, which takes some of the level away
HOP, HOPS = 100 * PER_MS, 4  # blocks of 400 ms that overlap by three quarters
SILENCE, QUIET = -70.0, -10.0  # LUFS of a block that does not count; LU below the rest
STEP = 2 * PER_MS  # samples over which a limiter turns

Levels = NDArray[np.float64]
Spectrum = NDArray[np.complex128]
Taps = tuple[float, float, float]  # of a filter, on one side of its fraction


def loudness(wave: Wave) -> float:
    """The integrated loudness in LUFS; blocks that are silent or much quieter do not count.

    The filters weigh each tenth of a second by its spectrum, which no ear tells from the real ones.
    """
    padded = np.pad(wave, (0, max(-len(wave) % HOP, HOPS * HOP - len(wave))))
    spectra = np.fft.rfft(padded.reshape(-1, HOP))
    hops = (np.abs(spectra) ** 2) @ _weights() * 2 / HOP**2  # both halves of it, as a mean square
    power = np.convolve(hops, np.full(HOPS, 1 / HOPS), "valid")
    counted = power[_lufs(power) > SILENCE]
    if not counted.size:
        return SILENCE
    return float(_lufs(counted[_lufs(counted) > _lufs(counted.mean()) + QUIET].mean()))


def levelled(wave: Wave) -> Wave:
    """A line as loud as all others are, with no peak above the ceiling."""
    for _ in range(TURNS):
        wave = limited(wave * np.float32(10 ** ((WANTED - loudness(wave)) / 20)))
    return wave


def limited(wave: Wave) -> Wave:
    """Turned down around its peaks, and only there, ahead of time so that nothing clicks."""
    padded = np.pad(np.abs(wave), (0, -len(wave) % STEP)).reshape(-1, STEP)
    peaks = np.pad(padded.max(axis=1), 1)
    around = np.maximum(np.maximum(peaks[:-2], peaks[2:]), peaks[1:-1])
    gains = np.minimum(1, CEILING / np.maximum(around, 1e-9))
    middles = (np.arange(len(gains)) + 0.5) * STEP
    return np.asarray(wave * np.interp(np.arange(len(wave)), middles, gains), np.float32)


def _lufs(power: Levels) -> Levels:
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(power, 1e-12)))


def _weights() -> Levels:
    """How much each frequency counts: the standard's two filters, a head and a low cut."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(HOP))
    return np.abs(_head(z) * _low_cut(z)) ** 2


def _head(z: Spectrum) -> Spectrum:
    """From about 1.7 kHz on, 4 dB more."""
    k, q = np.tan(np.pi * 1681.974450955533 / RATE), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    top = (high + middle * k / q + k * k, 2 * (k * k - high), high - middle * k / q + k * k)
    return _filter(z, top, _poles(k, q))


def _low_cut(z: Spectrum) -> Spectrum:
    """Little from below some 40 Hz."""
    k, q = np.tan(np.pi * 38.13547087602444 / RATE), 0.5003270373238773
    scale = 1 + k / q + k * k
    return _filter(z, (scale, -2 * scale, scale), _poles(k, q))


def _poles(k: float, q: float) -> Taps:
    return 1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k


def _filter(z: Spectrum, top: Taps, bottom: Taps) -> Spectrum:
    above, below = (taps[0] + taps[1] * z + taps[2] * z * z for taps in (top, bottom))
    return above / below
