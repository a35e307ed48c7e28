"""A program of the operator's that writes what it says into a WAV file: flite, piper, espeak."""

import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import soundfile

from content.audio.voice import CannotSpeak
from content.audio.waves import Wave, resampled

PATIENCE = 30  # seconds for a line


class CommandVoice:
    """`{wav}` in the command is the file, `{text}` the line, `{stretch}` how much slower.

    Without `{text}` the program reads the line. No shell is asked, so no line can be a command.
    """

    def __init__(self, command: str) -> None:
        self._words = shlex.split(command)

    def say(self, text: str, speed: float) -> Wave:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "line.wav"
            given = {"{wav}": str(file), "{text}": text, "{stretch}": f"{1 / speed:.2f}"}
            self._run([_filled(word, given) for word in self._words], text)
            if not file.is_file():
                raise CannotSpeak(f"{self._words[0]} wrote no file")
            samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
        return resampled(np.asarray(samples.mean(axis=1), np.float32), rate)

    def _run(self, words: list[str], text: str) -> None:
        try:
            subprocess.run(  # noqa: S603 - what the operator wants, and no shell
                words, input=text, text=True, check=True, capture_output=True, timeout=PATIENCE
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotSpeak(f"{self._words[0]} failed ({type(error).__name__})") from None


def _filled(word: str, given: dict[str, str]) -> str:
    for blank, value in given.items():
        if blank in word:
            return word.replace(blank, value)
    return word
