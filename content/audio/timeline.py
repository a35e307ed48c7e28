"""When everything in a recording sounds, in milliseconds from its start. Pure.

Speech is as long as the voice makes it; the work is exact. In the work a line is said only where
it ends before the next thing that has its own moment, and left out otherwise. Nothing overlaps.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from content.audio.script import LeadIn, Script, Talk, Work
from content.catalog.guide import LONG_S

STEP = 20  # in which all is counted, as Opus does: each sound begins with a packet of its own
START, TAIL = 300, 600  # of silence
GAP = 400  # between the lines of a lead-in, and between speech and what has its own moment
HINT_GAP = 1200
TICKS, TICK_EVERY = 3, 1000
SHORTEST_TICKED = 6000  # of work; in less, nothing is said
TOP = 2000  # of a repetition
APART = 60  # at least, between two sounds

LengthOf = Callable[[str], int]  # of a spoken line


class Sound(StrEnum):
    """What sounds; the tones are as long as the value of TONE says."""

    SPEECH = "speech"
    TICK = "tick"  # one of the last three seconds
    GO = "go"  # the work begins
    REP = "rep"  # the next repetition begins
    TOP = "top"  # hold it here
    DOWN = "down"  # and down again
    END = "end"  # the work is over


TONE = {
    Sound.TICK: 100,
    Sound.GO: 360,
    Sound.REP: 100,
    Sound.TOP: 120,
    Sound.DOWN: 120,
    Sound.END: 560,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound with its start and its length."""

    at: int
    length: int
    sound: Sound
    text: str = ""

    @property
    def end(self) -> int:
        return self.at + self.length


@dataclass(frozen=True, slots=True)
class Timeline:
    """All sounds in order; from when to when each stretch of work goes; the length of it all."""

    cues: tuple[Cue, ...]
    work: tuple[tuple[int, int], ...]
    length: int


def timeline(script: Script, length_of: LengthOf) -> Timeline:
    """The script with exact starts. `length_of` says how long the voice takes for a line."""
    writer = _Writer(length_of, script.pace.breath)
    for part in script.parts:
        match part:
            case Talk():
                writer.talk(part)
            case LeadIn():
                writer.lead_in(part)
            case Work():
                writer.work(part)
    return writer.written()


@dataclass
class _Writer:
    """Puts sounds in place; `at` is where the next part begins."""

    length_of: LengthOf
    breath: float
    at: int = START
    cues: list[Cue] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)

    def talk(self, part: Talk) -> None:
        self.at = self._say(part.text, self.at) + round(part.pause * self.breath)

    def lead_in(self, part: LeadIn) -> None:
        """The lines, then three ticks; the work begins on the fourth."""
        begun, said = self.at, self.at
        for text in part.lines:
            said = self._say(text, said) + round(GAP * self.breath)
        self.at = max(begun + part.length, said + TICKS * TICK_EVERY)
        self._ticks(self.at)

    def work(self, part: Work) -> None:
        begin, end = self.at, self.at + part.length
        self._tone(Sound.GO, begin)
        if part.counts:
            self._repetitions(part, begin)
        else:
            self._filled(part, begin, end)
        self._tone(Sound.END, end)
        self.stretches.append((begin, end))
        self.at = end + TONE[Sound.END] + round(GAP * self.breath)

    def _filled(self, part: Work, begin: int, end: int) -> None:
        """Hints, half-way where it is long, the last three seconds; all of it where it fits."""
        if part.length < SHORTEST_TICKED:
            return
        last = end - TICKS * TICK_EVERY
        half = begin + part.length // 2
        told = part.length >= LONG_S * 1000 and self._fits(part.half, half, last)
        free = self._hints(part.hints, begin + TONE[Sound.GO] + GAP, half if told else last)
        if told:
            said = self._say(part.half, half)
            self._hints(part.hints[free:], said + HINT_GAP, last)
        self._ticks(end)

    def _hints(self, hints: Iterable[str], at: int, before: int) -> int:
        """Say as many as fit between; how many that was."""
        said = 0
        for text in hints:
            if not self._fits(text, at, before):
                break
            at = self._say(text, at) + round(HINT_GAP * self.breath)
            said += 1
        return said

    def _repetitions(self, part: Work, begin: int) -> None:
        for number, count in enumerate(part.counts):
            at = begin + number * part.rep
            if number:
                self._tone(Sound.REP, at)
            said = at + (TONE[Sound.REP] if number else TONE[Sound.GO]) + APART
            top = at + TOP
            if self._fits(count, said, top):
                self._say(count, said)
            if part.held:
                self._tone(Sound.TOP, top)
            if part.held or part.down:
                self._tone(Sound.DOWN, top + part.held)

    def _fits(self, text: str, at: int, before: int) -> bool:
        return bool(text) and at + self.length_of(text) + GAP <= before

    def _say(self, text: str, at: int) -> int:
        """Put a line there; where it ends."""
        self.cues.append(Cue(at, self.length_of(text), Sound.SPEECH, text))
        return self.cues[-1].end

    def _ticks(self, end: int) -> None:
        for number in range(TICKS, 0, -1):
            self._tone(Sound.TICK, end - number * TICK_EVERY)

    def _tone(self, sound: Sound, at: int) -> None:
        self.cues.append(Cue(at, TONE[sound], sound))

    def written(self) -> Timeline:
        cues = tuple(sorted(self.cues, key=lambda cue: cue.at))
        return Timeline(cues, tuple(self.stretches), max(cue.end for cue in cues) + TAIL)
