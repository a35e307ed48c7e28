"""The playground's clock: the time that it is given plus an offset that people move."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

FARTHEST = timedelta(days=400)
_TOMORROW = re.compile(r"tomorrow (\d\d:\d\d)")


class Clock:
    """Goes on by itself like any clock; `move` is the only way to jump.

    A machine whose own time is set back does not drag it back: it waits instead.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._ahead = timedelta()
        self._latest = now()

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        self._latest = max(self._latest, self._now() + self._ahead)
        return self._latest

    def move(self, by: timedelta) -> None:
        """Jumps forwards, or backwards when `by` is negative."""
        self._ahead += by
        self._latest += by


def moment(words: str, zone: ZoneInfo, now: datetime) -> datetime:
    """The UTC moment of "tomorrow 07:00" or an ISO date and time, read in `zone` if naive.

    Raises ValueError for anything else.
    """
    if match := _TOMORROW.fullmatch(words):
        day = now.astimezone(zone).date() + timedelta(days=1)
        words = f"{day}T{match[1]}"
    read = datetime.fromisoformat(words)
    return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)


def step(to: datetime, now: datetime) -> timedelta:
    """How far the clock moves to be at `to`; ValueError for the past and the far future."""
    if to < now:
        raise ValueError("That moment has passed. The clock only moves forward.")
    if to - now > FARTHEST:
        raise ValueError(f"The clock moves at most {FARTHEST.days} days at once.")
    return to - now
