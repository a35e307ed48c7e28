"""In which positions a move may be done: seated in a car, standing only, off the floor. Pure."""

from functools import reduce

from content.catalog.taxonomy import Position
from content.intents.moves.names import refused
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

SINCE = 5  # words between "after" and the "car" that it blames
BLAMED = ("been", "was", "were", "spent")  # where somebody was, and is no more


def positions(reading: ParsedMessage) -> frozenset[Position]:
    """The positions that are possible there; empty where any will do."""
    table = reading.tables["wishes"]["positions"]
    told = [(mark, mark.concept.partition(":")[2]) for mark in reading.all("position")]
    sets = [
        frozenset(Position) - left if refused(reading, mark) else left
        for mark, name in told
        if name in table and not _past(reading, mark)
        for left in [frozenset(map(Position, table[name]))]
    ]
    return reduce(_both, sets, frozenset())


def _both(one: frozenset[Position], other: frozenset[Position]) -> frozenset[Position]:
    """What suits both; of two that exclude each other the first."""
    return (one & other) or one or other


def _past(reading: ParsedMessage, mark: Mark) -> bool:
    """Where it comes from, and not where they are: "stiff from the plane"."""
    causes = reading.inside(reading.clause_of(mark), "grammar:cause")
    near = range(max(mark.start - SINCE, 0), mark.start)
    blamed = any(reading.word(at) in BLAMED for at in near)
    told = any(0 <= mark.start - cause.end <= SINCE for cause in causes)
    return (blamed or told) and not reading.has("grammar:here")
