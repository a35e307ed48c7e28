"""What is worth a word of its own when a session is logged. Pure."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from scheduler.log.entries import ACTIVE, LogEntry, states, streak, week

A_MONTH = 4  # good weeks in a row
ROUND = 10  # sessions


class Milestone(StrEnum):
    """The rarest first: only one is told."""

    FIRST = "first"  # the first session ever
    MONTH = "month"  # as many good weeks in a row, with this one
    WEEK = "week"  # the week is full
    ROUND = "round"  # ten more sessions


def reached(
    before: Sequence[LogEntry], entry: LogEntry, since: date | None = None
) -> Milestone | None:
    """What is reached by an entry that was not there before, if it is of a session."""
    if entry.status not in ACTIVE:
        return None
    after = [*before, entry]
    count = sessions(after)
    if count == sessions(before):
        return _of_week(before, after, entry.day, since)
    if count == 1:
        return Milestone.FIRST
    found = _of_week(before, after, entry.day, since)
    return found or (Milestone.ROUND if count % ROUND == 0 else None)


def sessions(entries: Sequence[LogEntry]) -> int:
    """How many days have a session, half ones too."""
    return sum(each.status in ACTIVE for each in states(entries).values())


def _of_week(
    before: Sequence[LogEntry], after: Sequence[LogEntry], day: date, since: date | None
) -> Milestone | None:
    if week(before, day, since=since).met or not week(after, day, since=since).met:
        return None
    in_a_row = streak(after, day, since=since)
    return Milestone.MONTH if in_a_row % A_MONTH == 0 else Milestone.WEEK
