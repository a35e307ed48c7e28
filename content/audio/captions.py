"""All that a recording says, to be read along by who does not hear it. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from content.audio.script import LeadIn, Part, Script, Talk, Work
from content.audio.spoken import Spoken

MOST = 3600  # characters of one message, with room for what stands around them
COUNTED = 3  # repetitions that are written out


def as_written(spoken: Spoken) -> Spoken:
    """The lines with words as they are spelt, and not as a voice needs them."""
    return replace(spoken, said_as={})


def captions(told: Script) -> list[str]:
    """The lines in order, in as few texts as messages can hold."""
    texts = [""]
    for line in map(_line, told.parts):
        if len(f"{texts[-1]}\n{line}") > MOST:
            texts.append("")
        texts[-1] = f"{texts[-1]}\n{line}".strip()
    return texts


def _line(part: Part) -> str:
    match part:
        case Talk():
            return part.text
        case LeadIn():
            return " ".join(part.lines)
        case Work():
            return " ".join(_said_in(part))


def _said_in(work: Work) -> Iterator[str]:
    """Cues, half-way, or the repetitions, of which the first and the last stand for all."""
    yield from work.hints
    if work.half:
        yield work.half
    if len(work.counts) <= COUNTED + 1:
        yield from work.counts
    else:
        yield from (*work.counts[:COUNTED], "…", work.counts[-1])
