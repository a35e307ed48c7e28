"""The files of library/spoken/: read, and refused where the coach could not be heard."""

from collections.abc import Iterator, Mapping
from string import Formatter
from types import MappingProxyType
from typing import Any

from content.audio.spoken import Spoken
from content.authoring.document import ContentError, Document, File, Place, Problem
from content.authoring.shapes import Shape, items, record, table
from content.authoring.shapes import text as line
from content.authoring.yaml_reader import read_document

FOLDER = "spoken"
LINES, PRONUNCIATION = f"{FOLDER}/lines.yaml", f"{FOLDER}/pronunciation.yaml"
MOST_REPS = 30  # as many as a card may have

# The lines by name, each with the blanks that are filled in.
BLANKS: Mapping[str, frozenset[str]] = {
    "session": frozenset({"moves"}),
    "tones": frozenset(),
    "careful": frozenset(),
    "only": frozenset({"name"}),
    "first": frozenset({"name"}),
    "next": frozenset({"name"}),
    "last": frozenset({"name"}),
    "feel": frozenset(),
    "ready": frozenset(),
    "switch": frozenset(),
    "left": frozenset(),
    "right": frozenset(),
    "set": frozenset({"number", "sets"}),
    "set_more": frozenset(),
    "hold": frozenset({"seconds"}),
    "move": frozenset({"seconds"}),
    "reps": frozenset({"reps"}),
    "one_rep": frozenset(),
    "each_held": frozenset({"seconds"}),
    "lowered": frozenset({"seconds"}),
    "half": frozenset(),
    "last_rep": frozenset(),
    "rest": frozenset(),
    "end": frozenset(),
}


def read_spoken(root: File) -> Spoken:
    """What is said aloud, from that folder. Raises ContentError."""
    lines, said_as, problems = _read(root)
    if problems:
        raise ContentError(tuple(sorted(problems)))
    return Spoken(
        MappingProxyType(dict(lines.data["lines"])),
        tuple(lines.data["counts"]),
        MappingProxyType(dict(said_as.data or {})),
    )


def spoken_problems(root: File) -> list[Problem]:
    """What keeps the coach from being heard."""
    return _read(root)[2]


def _read(root: File) -> tuple[Document, Document, list[Problem]]:
    lines, broken = read_document(root.joinpath(*LINES.split("/")), LINES)
    said_as, mute = read_document(root.joinpath(*PRONUNCIATION.split("/")), PRONUNCIATION)
    problems = broken or [*SHAPE(lines, (), lines.data), *_too_few(lines)]
    return lines, said_as, [*problems, *(mute or table(line)(said_as, (), said_as.data or {}))]


def _filled(blanks: frozenset[str]) -> Shape:
    """One line of words with no other blanks than these."""

    def check(document: Document, place: Place, data: Any) -> Iterator[Problem]:
        faults = [*line(document, place, data)]
        yield from faults
        for blank in sorted(_blanks(data) - blanks) if not faults else ():
            known = ", ".join(f"{{{each}}}" for each in sorted(blanks)) or "none"
            fault = f"has a blank that is never filled in: {{{blank}}}"
            yield document.problem(place, fault, f"those of this line are: {known}")

    return check


SHAPE = record(
    {
        "lines": record({name: _filled(blanks) for name, blanks in BLANKS.items()}),
        "counts": items(line),
    }
)


def _blanks(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}  # a brace that is not closed


def _too_few(document: Document) -> Iterator[Problem]:
    counts = document.data.get("counts") if isinstance(document.data, dict) else None
    if isinstance(counts, list) and len(counts) < MOST_REPS:
        fault = f"counts to {len(counts)}, a card may have {MOST_REPS} repetitions"
        yield document.problem(("counts",), fault, "add the numbers that are missing")
