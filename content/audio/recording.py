"""A script as an Ogg file: spoken, put in place, as loud as it should be, coded.

This is for a process of its own: it loads a voice, and takes seconds. Each line and each tone is
coded once, and what lies between is the same packet of silence again and again: to code it all
would take six times as long.
"""

from functools import lru_cache
from io import BytesIO

import numpy as np
import soundfile

from content.audio.loudness import levelled
from content.audio.ogg import PACKET_MS, packets, stream
from content.audio.pace import Pace
from content.audio.script import Script
from content.audio.timeline import Cue, Sound, Timeline, timeline
from content.audio.voice import CannotSpeak, Speaker, Voice, voice_of
from content.audio.waves import PER_MS, RATE, Wave, tone, trimmed

BITRATE = 24_000
LOWEST, SPAN = 6_000, 250_000  # of Opus, as soundfile's compression level counts it
FADES = 2  # packets in which a sound dies away
SPARE = 3  # packets more, of which the last ones are not whole
HEADERS = 2
SETTLED = 30  # packets after which silence is coded as ever


def record(script: Script, speaker: Speaker) -> bytes:
    """The whole recording. Raises CannotSpeak."""
    return performed(plan(script, speaker), script.pace, speaker)


def plan(script: Script, speaker: Speaker) -> Timeline:
    """The timeline with that voice. Raises CannotSpeak."""
    return timeline(script, lambda line: len(clip(speaker, line, script.pace)) // PER_MS)


def performed(planned: Timeline, pace: Pace, speaker: Speaker) -> bytes:
    """Everything in its place, from packet to packet."""
    headers, silence = _silence()
    sound = [silence] * (planned.length // PACKET_MS + 1)
    for cue in planned.cues:
        coded, at = _coded_cue(cue, pace, speaker), cue.at // PACKET_MS
        sound[at : at + len(coded)] = coded
    return stream(headers, sound)


def _coded_cue(cue: Cue, pace: Pace, speaker: Speaker) -> tuple[bytes, ...]:
    if cue.sound is Sound.SPEECH:
        return _coded_line(speaker, cue.text, pace)
    return _coded_tone(cue.sound)


@lru_cache(1 << 9)  # sides, counts and cues come again and again, while the process lives
def clip(speaker: Speaker, line: str, pace: Pace) -> Wave:
    """One line, trimmed and at its level. Raises CannotSpeak."""
    said = trimmed(_voice(speaker).say(line, pace.speed))
    if not said.size:
        raise CannotSpeak(f"{speaker.name} says nothing for a line of {len(line)} characters")
    return levelled(said)


@lru_cache(1)
def _voice(speaker: Speaker) -> Voice:
    return voice_of(speaker)


@lru_cache(1 << 9)
def _coded_line(speaker: Speaker, line: str, pace: Pace) -> tuple[bytes, ...]:
    return coded(clip(speaker, line, pace))


@lru_cache(len(Sound))
def _coded_tone(sound: Sound) -> tuple[bytes, ...]:
    return coded(tone(sound))


def coded(wave: Wave) -> tuple[bytes, ...]:
    """The packets of one sound until it has died away."""
    length = len(wave) // (PACKET_MS * PER_MS) + FADES
    spare = np.zeros((FADES + SPARE) * PACKET_MS * PER_MS, np.float32)
    return tuple(_opus(np.concatenate([wave, spare]))[HEADERS : HEADERS + length])


@lru_cache(1)
def _silence() -> tuple[list[bytes], bytes]:
    """The headers of a file, and a packet in which nothing is heard."""
    found = _opus(np.zeros(2 * SETTLED * PACKET_MS * PER_MS, np.float32))
    return found[:HEADERS], found[SETTLED]


def _opus(wave: Wave) -> list[bytes]:
    """As Opus in Ogg, the one kind that Telegram shows as a voice message."""
    file = BytesIO()
    level = 1 - (BITRATE - LOWEST) / SPAN
    soundfile.write(file, wave, RATE, format="OGG", subtype="OPUS", compression_level=level)
    return packets(file.getvalue())
