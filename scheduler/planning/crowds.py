"""How crowded a moment is, looked up now and then, and where a reminder finds room near it."""

from datetime import datetime, timedelta

from scheduler.planning.memory import Reminder, ReminderMemory
from scheduler.planning.planner import Spread
from scheduler.planning.spread import TOLERANCE, countable, offset

FRESH = timedelta(minutes=1)


class Crowds:
    """Remembers how many are due around a moment for a minute: a thousand runners share it."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._counts: dict[datetime, int] = {}
        self._since: datetime | None = None

    def spread(self, reminders: ReminderMemory, now: datetime) -> Spread:
        """A function for `plan` that asks `reminders` where it has to."""
        if self._since is None or not timedelta(0) <= now - self._since < FRESH:
            self._counts, self._since = {}, now

        def place(reminder: Reminder, moment: datetime) -> datetime:
            if reminder.data.get("exact"):
                return moment
            if moment not in self._counts:
                self._counts[moment] = reminders.crowd(moment, TOLERANCE, countable(self._rate))
            self._counts[moment] += 1
            return moment + offset(reminder.runner_id, self._counts[moment], self._rate, TOLERANCE)

        return place
