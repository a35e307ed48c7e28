"""What was done in days that are over, added up."""

from dataclasses import dataclass
from datetime import date

from content.coaching.session.runs import Run
from scheduler.log.entries import LogEntry


@dataclass(frozen=True, slots=True)
class PastDays:
    """Days from `first` to `last` (None: from the first log on), minutes of sessions, and `ran`,
    the runs in the order of their days.

    `each` has the logged days one by one where the span is short, and `empty` those without
    one that are over.
    """

    first: date | None
    last: date
    done: int
    half: int
    minutes: int
    ran: tuple[Run, ...]
    each: tuple[LogEntry, ...]
    empty: tuple[date, ...]

    @property
    def runs(self) -> int:
        return len(self.ran)

    @property
    def km(self) -> float:
        return round(sum(each.km or 0 for each in self.ran), 1)

    @property
    def longest(self) -> Run | None:
        return max((each for each in self.ran if each.km), key=_km, default=None)


def _km(run: Run) -> float:
    return run.km or 0
