"""The voice in the wheel: hibari-tts, which needs no network and no file of its own."""

import numpy as np
from hibari import Hibari

from content.audio.waves import Wave, resampled

SEED = 0  # the same words sound the same, so that a recording is what its name says


class HibariVoice:
    """With the model that it brings, or one of the same kind."""

    def __init__(self, model: str | None = None) -> None:
        self._voice = Hibari(model=model)

    def say(self, text: str, speed: float) -> Wave:
        wave = np.asarray(self._voice(text, speed=speed, seed=SEED), np.float32)
        return resampled(wave, self._voice.sample_rate)
