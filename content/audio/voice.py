"""Who speaks: a voice in a wheel, a model of the operator's, or a command; and which there is.

To find out which there is loads none of them: that is for the process that speaks.
"""

import shlex
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from content.audio.waves import Wave

NEEDED = ("numpy", "soundfile")  # whoever speaks
OWN = ("hibari", "onnxruntime")
FLITE = "flite --setf duration_stretch={stretch} -t {text} -o {wav}"
MODEL = ".onnx"


class Voice(Protocol):
    """Speaks one line."""

    def say(self, text: str, speed: float) -> "Wave":
        """The line as samples at `waves.RATE`. Raises CannotSpeak."""


class CannotSpeak(Exception):
    """The voice said nothing; the text tells why."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Which voice it is: `model` is a file for the one in the wheel, `command` another program.

    `version` tells two apart that do not sound the same.
    """

    name: str
    version: str = ""
    model: str | None = None
    command: str | None = None


def speaker(wanted: str | None = None) -> Speaker | None:
    """The voice that was `wanted`, else the best one there is; None if there is none.

    `wanted` is a model for the voice in the wheel, which ends in .onnx, or a command that holds
    {wav}, and {text} unless it reads what to say.
    """
    if not all(map(find_spec, NEEDED)):
        return None
    own = all(map(find_spec, OWN))
    if wanted is None:
        return _hibari() if own else _command("flite", FLITE)
    if wanted.endswith(MODEL):
        return _hibari(wanted) if own else None
    return _command(shlex.split(wanted)[0], wanted)


def voice_of(speaker: Speaker) -> Voice:
    """The voice itself, loaded here and now."""
    if speaker.command:
        from content.audio.command_voice import CommandVoice

        return CommandVoice(speaker.command)
    from content.audio.hibari_voice import HibariVoice

    return HibariVoice(speaker.model)


def _hibari(model: str | None = None) -> Speaker:
    from importlib.metadata import version  # late: who has no voice need not pay for it

    return Speaker("hibari", version("hibari-tts"), model=model)


def _command(program: str, command: str) -> Speaker | None:
    return Speaker(program, command=command) if shutil.which(program) else None
