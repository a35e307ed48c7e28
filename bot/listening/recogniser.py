"""From the file of a voice message to a transcript, where the model is loaded."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from bot.listening.sound import RATE, NoSound, samples, windows
from bot.listening.weights import own_weights
from bot.listening.whisper import Heard, Whisper
from content.hearing.spoken_text import as_typed
from content.hearing.transcript import Transcript, silent

NOTHING = Transcript((), -9.0, 1.0, 0.0)


def recognised(content: bytes, prompts: Sequence[str], folder: Path | None = None) -> Transcript:
    """What was said in that file; nothing at all where it holds no sound that can be read."""
    try:
        sound = samples(content)
    except NoSound:
        return NOTHING
    model = _loaded(folder or own_weights())
    heard = [model.hear(window, prompts) for window in windows(sound)]
    return _joined(heard, sound.size / RATE)


def _joined(heard: Sequence[Heard], seconds: float) -> Transcript:
    """One after the other, as sure as the least sure of them; where nobody spoke, none counts."""
    spoken = [each for each in heard if not silent(each.score, each.no_speech)] or heard
    longest = (as_typed(" ".join(texts)) for texts in zip_longest(*(h.texts for h in spoken)))
    return Transcript(
        tuple(longest),
        min(each.score for each in spoken),
        max(each.no_speech for each in spoken),
        seconds,
    )


@lru_cache(maxsize=1)
def _loaded(folder: Path) -> Whisper:
    return Whisper(folder)
