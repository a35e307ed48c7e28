"""The send budget: when each message may leave. Pure; the state is one instant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

AHEAD = timedelta(milliseconds=200)  # places given away in advance, so that few trips are needed
HEADROOM = 1.03  # what leaves evenly arrives a little unevenly, and must not look like more
LATE = timedelta(milliseconds=25)  # of a departure; within HEADROOM, so no second holds too many
LONGEST_LAG = timedelta(seconds=1)  # between the look at the clock and the first departure
RECOVERY = timedelta(minutes=1)
SLOWEST = 4  # intervals: the last place may have been given away at a lower rate


@dataclass(frozen=True, slots=True)
class Places:
    """Evenly spaced departures: `count` of them, the first at `start`."""

    start: datetime
    interval: timedelta
    count: int

    def __getitem__(self, place: int) -> datetime:
        return self.start + self.interval * place


def reserve(
    free_at: datetime,
    now: datetime,
    wanted: int,
    rate: float,
    paused_until: datetime | None = None,
) -> Places:
    """Places for at most `wanted` messages, from `now` on and no further than AHEAD after it.

    `free_at` is the budget's state: the first place that nobody has. `rate` is messages a second.
    Whoever needs a while until a message can leave adds that lag to `now`.
    A state that lies further ahead than places are given away comes from a clock that was put
    back since, and counts for nothing.
    """
    interval = timedelta(seconds=HEADROOM / rate)
    furthest = AHEAD + LONGEST_LAG + SLOWEST * interval
    start = max(free_at, now) if free_at - now <= furthest else now
    start = max(start, paused_until or start)
    room = (now + AHEAD - start) // interval + 1 if start <= now + AHEAD else 0
    return Places(start, interval, max(0, min(wanted, room)))


def slowed(rate: float, flooded_at: datetime | None, now: datetime) -> float:
    """The rate after Telegram said that all of it is too much: half, and back within a minute."""
    if flooded_at is None or not timedelta(0) <= now - flooded_at < RECOVERY:
        return rate
    return rate * (0.5 + 0.5 * ((now - flooded_at) / RECOVERY))
