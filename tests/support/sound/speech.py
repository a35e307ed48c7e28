"""Voice messages that somebody speaks, synthesized: several speakers, quiet or amid noise."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import av
import numpy as np
import soundfile
from hibari import SAMPLE_RATE, Hibari

from bot.listening.sound import Samples

OPUS = 48_000  # what Telegram's apps send
COMPRESSION = 0.928  # 24 kbit/s


@dataclass(frozen=True)
class Speaker:
    """One voice made into several: higher or lower, faster or slower, over the telephone."""

    name: str
    pitch: float = 1.0
    speed: float = 1.0
    telephone: bool = False


SPEAKERS = (
    Speaker("plain"),
    Speaker("low", pitch=0.86),
    Speaker("high", pitch=1.14),
    Speaker("fast", pitch=1.05, speed=1.2),
    Speaker("slow", pitch=0.93, speed=0.85),
    Speaker("telephone", pitch=0.97, telephone=True),
)
PLAIN = SPEAKERS[0]


@lru_cache(maxsize=1)
def _voice() -> Hibari:
    return Hibari()


def spoken(text: str, speaker: Speaker = PLAIN) -> Samples:
    """The text as that speaker says it, as samples for Opus, with a breath before and after."""
    said = np.asarray(_voice()(text, speed=speaker.speed / speaker.pitch, seed=0), "float32")
    said = np.pad(said, SAMPLE_RATE // 4)
    sound = _at(said, round(SAMPLE_RATE * speaker.pitch))
    if speaker.telephone:
        sound = _between(sound, 300, 3400)
    return sound * np.float32(0.1 / np.sqrt(np.mean(sound**2)))


def _at(sound: Samples, rate: int) -> Samples:
    """As if it had been recorded at that rate, at ours now."""
    size = round(sound.size * OPUS / rate)
    spectrum = np.fft.rfft(sound)
    padded = np.pad(spectrum, (0, max(0, size // 2 + 1 - spectrum.size)))[: size // 2 + 1]
    return (np.fft.irfft(padded, size) * size / sound.size).astype("float32")


def _between(sound: Samples, low: int, high: int) -> Samples:
    spectrum = np.fft.rfft(sound)
    pitch = np.fft.rfftfreq(sound.size, 1 / OPUS)
    return np.fft.irfft(spectrum * ((pitch > low) & (pitch < high)), sound.size).astype("float32")


def note(sound: Samples) -> bytes:
    """The sound as the file of a voice message: Opus in Ogg."""
    file = BytesIO()
    soundfile.write(file, sound, OPUS, format="OGG", subtype="OPUS", compression_level=COMPRESSION)
    return file.getvalue()


def said(text: str, speaker: Speaker = PLAIN) -> bytes:
    """A voice message with that text."""
    return note(spoken(text, speaker))


def amid(sound: Samples, noise: Samples, decibels: float = 10) -> Samples:
    """The sound louder than the noise by that."""
    noise = np.resize(noise, sound.size)
    ratio = np.sqrt(np.mean(sound**2) / np.mean(noise**2)) / 10 ** (decibels / 20)
    mixed = sound + noise * np.float32(ratio)
    return mixed / max(1.0, float(np.abs(mixed).max()))


def pink(seconds: float, seed: int = 0) -> Samples:
    """Noise with as much power in each octave, as of wind and traffic."""
    size = int(seconds * OPUS)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(size))
    pitch = np.fft.rfftfreq(size, 1 / OPUS)
    sound: Samples = np.fft.irfft(spectrum / np.sqrt(np.maximum(pitch, 20)), size).astype(
        np.float32
    )
    return sound


def babble(texts: Iterable[str], voices: Iterable[Speaker] = SPEAKERS[:4]) -> Samples:
    """Several people who talk at once."""
    told = " . ".join(texts)
    talks = [np.roll(spoken(told, each), at * OPUS * 2) for at, each in enumerate(voices)]
    size = min(map(len, talks))
    sound: Samples = np.sum([each[:size] for each in talks], axis=0).astype(np.float32)
    return sound


def film(sound: Samples) -> bytes:
    """A round video with that sound: H.264 and AAC in MP4, as Telegram's apps make it."""
    file = BytesIO()
    with av.open(file, "w", format="mp4") as container:
        pictures = container.add_stream("libx264", rate=10)
        pictures.width = pictures.height = 64
        pictures.pix_fmt = "yuv420p"
        voice = container.add_stream("aac", rate=OPUS, layout="mono")
        for _ in range(sound.size * 10 // OPUS):
            black = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), "uint8"), format="rgb24")
            container.mux(pictures.encode(black))
        frame = av.AudioFrame.from_ndarray(sound[None], format="fltp", layout="mono")
        frame.sample_rate = OPUS
        container.mux(voice.encode(frame))
        for stream in (pictures, voice):
            container.mux(stream.encode(None))
    return file.getvalue()
