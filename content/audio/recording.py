"""A script as an Ogg file: spoken, put in place, as loud as it should be, coded.

This is for a process of its own: it loads a voice, and takes seconds.
"""

from functools import lru_cache
from io import BytesIO

import soundfile

from content.audio.loudness import levelled
from content.audio.pace import Pace
from content.audio.script import Script
from content.audio.timeline import Timeline, timeline
from content.audio.voice import CannotSpeak, Speaker, Voice, voice_of
from content.audio.waves import PER_MS, RATE, Wave, mixed, trimmed

BITRATE = 24_000
LOWEST, SPAN = 6_000, 250_000  # of Opus, as soundfile's compression level counts it


def record(script: Script, speaker: Speaker) -> bytes:
    """The whole recording. Raises CannotSpeak."""
    return coded(levelled(performed(script, speaker)[1]))


def performed(script: Script, speaker: Speaker) -> tuple[Timeline, Wave]:
    """The timeline of that voice, and what sounds."""
    clips = {line: clip(speaker, line, script.pace) for line in script.lines}
    plan = timeline(script, lambda line: len(clips[line]) // PER_MS)
    return plan, mixed(plan, clips)


@lru_cache(1 << 9)  # sides, counts and cues come again and again, while the process lives
def clip(speaker: Speaker, line: str, pace: Pace) -> Wave:
    """One line, trimmed and at its level."""
    said = trimmed(_voice(speaker).say(line, pace.speed))
    if not said.size:
        raise CannotSpeak(f"{speaker.name} says nothing for a line of {len(line)} characters")
    return said


@lru_cache(1)
def _voice(speaker: Speaker) -> Voice:
    return voice_of(speaker)


def coded(wave: Wave) -> bytes:
    """As Opus in Ogg, the one kind that Telegram shows as a voice message."""
    file = BytesIO()
    soundfile.write(
        file,
        wave,
        RATE,
        format="OGG",
        subtype="OPUS",
        compression_level=1 - (BITRATE - LOWEST) / SPAN,
    )
    return file.getvalue()
