"""Asking again until it is done: only if the runner wants it, at most twice, never at night."""

from datetime import datetime, timedelta

from scheduler.calendar.quiet import Quiet
from scheduler.calendar.zones import aware

GAP = timedelta(hours=1)
MOST = 2


def next_repeat(told: datetime, asked: int, zone: str, quiet: Quiet) -> datetime | None:
    """When to ask once more after a reminder `told` at that instant and `asked` again before.

    None when it was asked often enough, or when that would be in quiet hours: what is left of
    the day belongs to the runner.
    """
    again = aware(told) + GAP
    return None if asked >= MOST or quiet.covers(again, zone) else again
