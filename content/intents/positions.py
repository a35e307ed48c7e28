"""In which positions a move may be done: seated in a car, standing only, off the floor. Pure."""

from functools import reduce

from content.catalog.taxonomy import Position
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

SINCE = 5  # words between "after" and the "car" that it blames
BLAMED = ("been", "was", "were", "spent")  # where somebody was, and is no more


def positions(reading: ParsedMessage) -> frozenset[Position]:
    """The positions that are possible there; empty where any will do."""
    table = reading.tables["wishes"]["positions"]
    names = [mark.concept.partition(":")[2] for mark in _told(reading)]
    sets = [frozenset(map(Position, table[name])) for name in names if name in table]
    return reduce(_both, sets, frozenset())


def _both(one: frozenset[Position], other: frozenset[Position]) -> frozenset[Position]:
    """What suits both; of two that exclude each other the first."""
    return (one & other) or one or other


def _told(reading: ParsedMessage) -> list[Mark]:
    return [m for m in reading.all("position") if not reading.negated(m) and not _past(reading, m)]


def _past(reading: ParsedMessage, mark: Mark) -> bool:
    """Where it comes from, and not where they are: "stiff from the plane"."""
    causes = reading.inside(reading.clause_of(mark), "grammar:cause")
    near = range(max(mark.start - SINCE, 0), mark.start)
    blamed = any(reading.word(at) in BLAMED for at in near)
    told = any(0 <= mark.start - cause.end <= SINCE for cause in causes)
    return (blamed or told) and not reading.has("grammar:here")
