"""Which day and which week a moment belongs to, for logging and streaks."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from scheduler.calendar.zones import local

DAY_ENDS = timedelta(hours=4)


@lru_cache(256)  # a story asks in many places
def logging_day(now: datetime, zone: str) -> date:
    """The runner's day, which ends at 04:00 on the local clock. Reminders don't follow it."""
    return (local(now, zone) - DAY_ENDS).date()


def week_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())
