"""The sound of a message as samples, cut where nobody speaks."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RATE = 16_000  # samples a second, as Whisper was taught
WINDOW = 15  # seconds that are recognised at once
LONGEST = 60  # seconds of a message that are listened to
FRAME = RATE // 50
FILM = b"ftyp"  # how an MP4 begins, after the length of that
CALM = 0.02  # of the loudest: below it nobody speaks

Samples: TypeAlias = NDArray[np.float32]


class NoSound(ValueError):
    """It is no sound that can be read."""


def samples(content: bytes) -> Samples:
    """The sound in those bytes, in one channel at our rate. Raises NoSound."""
    sound = _of_film(content) if content[4:8] == FILM else _of_file(content)
    if not sound.size or not np.abs(sound).max():
        raise NoSound("silence")
    return sound


def _of_file(content: bytes) -> Samples:
    import soundfile  # late: whoever has samples already needs no library that reads files

    try:
        with soundfile.SoundFile(BytesIO(content)) as file:
            read = file.read(file.samplerate * LONGEST, dtype="float32", always_2d=True)
            return resampled(np.nan_to_num(read).mean(axis=1), file.samplerate)
    except (RuntimeError, ValueError, TypeError) as error:  # what the library raises
        raise NoSound(type(error).__name__) from None


def _of_film(content: bytes) -> Samples:
    """Of a round video; the library for that comes with another extra."""
    try:
        import av
    except ImportError:
        raise NoSound("no library for films") from None
    try:
        with av.open(BytesIO(content), "r") as film:
            to_ours = av.AudioResampler("flt", "mono", RATE)
            frames = islice(film.decode(audio=0), LONGEST * 50)
            pieces = [part.to_ndarray()[0] for frame in frames for part in to_ours.resample(frame)]
    except (av.FFmpegError, IndexError, ValueError) as error:
        raise NoSound(type(error).__name__) from None
    return np.concatenate(pieces or [np.empty(0, np.float32)])[: LONGEST * RATE]


def resampled(sound: Samples, rate: int) -> Samples:
    """The same at our rate, by its spectrum: whatever the rates, with nothing folded back."""
    if rate == RATE or not sound.size:
        return sound.astype(np.float32)
    size = round(sound.size * RATE / rate)
    spectrum = np.fft.rfft(sound)[: size // 2 + 1]
    padded = np.pad(spectrum, (0, size // 2 + 1 - spectrum.size))
    return (np.fft.irfft(padded, size) * size / sound.size).astype(np.float32)


def windows(sound: Samples) -> Iterator[Samples]:
    """Pieces that can be recognised at once; a longer message is cut in its longest calm."""
    rest = _trimmed(sound)
    while rest.size > WINDOW * RATE:
        at = _calmest(rest)
        yield rest[:at]
        rest = rest[at:]
    yield rest


def _trimmed(sound: Samples) -> Samples:
    """Without the silence before and after, but for a breath of it."""
    loud = np.flatnonzero(np.abs(sound) > CALM * np.abs(sound).max())
    return sound[max(loud[0] - RATE // 5, 0) : loud[-1] + RATE // 5]


def _calmest(sound: Samples) -> int:
    """Where the second half of a window is the most quiet."""
    start, end = WINDOW * RATE // 2, WINDOW * RATE
    power = (sound[start:end].reshape(-1, FRAME) ** 2).mean(axis=1)
    calm = np.convolve(power, np.ones(15) / 15, "valid")  # as long as a pause for breath
    return start + (int(calm.argmin()) + 7) * FRAME
