"""Quiet hours: when nothing comes but what the runner has set for that very time.

They hold back desk breaks, repeats and other nudges. A reminder that was set to 23:00 comes at
23:00, and a snooze comes when it was asked for.
"""

from dataclasses import dataclass
from datetime import datetime, time

from scheduler.calendar.recurrence import DAY, fire
from scheduler.calendar.zones import local


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `start` up to, but not including, `end` on the runner's clock; alike means never."""

    start: time = time(22)
    end: time = time(6)

    def covers(self, moment: datetime, zone: str) -> bool:
        at = local(moment, zone).time()
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def over(self, moment: datetime, zone: str) -> datetime:
        """The moment itself, or the end of the quiet hours that it falls into, in UTC."""
        if not self.covers(moment, zone):
            return moment
        day = local(moment, zone).date()
        today = fire(day, self.end, zone)
        return today if today > moment else fire(day + DAY, self.end, zone)


QUIET = Quiet()
