"""All reminders of a runner at once."""

from dataclasses import dataclass
from datetime import date, datetime

from scheduler.calendar.quiet import Quiet
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.desk_breaks import Breaks


@dataclass(frozen=True)
class Overview:
    """All that is set for a runner, and when the next of it comes."""

    rules: dict[str, RecurrenceRule]
    once: list[datetime]
    due: datetime | None
    paused_until: date | None
    away: date | None
    breaks: Breaks | None
    quiet: Quiet
