"""What was done in days that are over, added up."""

from dataclasses import dataclass
from datetime import date

from scheduler.log.entries import LogEntry


@dataclass(frozen=True, slots=True)
class PastDays:
    """Days from `first` to `last` (None: from the first log on); minutes of sessions, km of runs.

    `each` has the logged days one by one where the span is short.
    """

    first: date | None
    last: date
    done: int
    half: int
    minutes: int
    runs: int
    km: float
    each: tuple[LogEntry, ...]
