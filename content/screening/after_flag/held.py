"""What all complaints of a runner come to: what rests, what is asked next, what returns. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from content.catalog.taxonomy import Area
from content.screening.after_flag.complaints import GRADED, Complaint
from content.screening.urgency import Urgency

REMEMBERED = timedelta(days=84)  # until nothing grows anew because of it


def open_ones(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Those that rest something, the gravest first, and of equals the oldest."""
    found = [each for each in complaints if each.open]
    return tuple(sorted(found, key=lambda each: (list(Urgency).index(each.urgency), each.since)))


def emergency(complaints: Iterable[Complaint]) -> Complaint | None:
    """What still has to be seen at once; of several, the one that was told last."""
    return next((each for each in reversed(tuple(complaints)) if each.emergency), None)


def resting(complaints: Iterable[Complaint]) -> tuple[Area, ...]:
    """All areas that rest, in the order of the areas."""
    found = {area for each in complaints if each.open for area in each.areas}
    return tuple(area for area in Area if area in found)


def due(complaints: Iterable[Complaint], day: date) -> Complaint | None:
    """The one to ask about on that day: the gravest whose day has come.

    A graver one that was never asked about speaks before it, though its own day is still to come,
    and an emergency always does.
    """
    held = tuple(complaints)
    found = [*open_ones(held), *(each for each in held if each.awaited and not each.open)]
    if all(each.ask_on > day for each in found):
        return None
    return next(each for each in found if each.ask_on <= day or not each.asked or each.emergency)


def next_question(complaints: Iterable[Complaint]) -> date | None:
    """The next day on which there is something to ask."""
    return min((each.ask_on for each in complaints if each.awaited), default=None)


def graded(complaints: Iterable[Complaint], day: date) -> Complaint | None:
    """The one that was cleared last and still comes back gradually."""
    found = [each for each in complaints if each.graded(day)]
    return max(found, key=lambda each: each.cleared or day, default=None)


def back_since(complaints: Iterable[Complaint]) -> date | None:
    """The day from which doses count anew, after the last clearance; None without one."""
    return max((each.cleared + GRADED for each in complaints if each.cleared), default=None)


def still_held(complaints: Iterable[Complaint], day: date) -> tuple[Complaint, ...]:
    """Without those that are over: open no more, and cleared so long ago that doses grew again."""
    return tuple(
        each
        for each in complaints
        if each.cleared is None or each.graded(day) or day < each.cleared + REMEMBERED
    )
