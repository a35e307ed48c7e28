"""How much one chat may say in a short while. Pure: the moments are passed in."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

BURST = 10  # updates at once
EVERY = timedelta(seconds=1)  # one more
MANY = 10_000  # chats to remember before those that have all of it again are forgotten
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that has come: when we saw it, and when it was sent, if Telegram says so.

    What waits at Telegram while we are down comes all at once, and is no flood.
    """

    update_id: int
    seen: datetime
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a chat may still say, as its last update left it."""

    left: float
    last: Arrival


def grown(before: Allowance, arrival: Arrival, burst: int, every: timedelta) -> float:
    """What there is when the next one arrives. A clock that was put back takes nothing away."""
    passed = max(arrival.seen - before.last.seen, _between(before.last, arrival), NOTHING)
    return min(burst, before.left + passed / every)


def _between(before: Arrival, after: Arrival) -> timedelta:
    return after.sent - before.sent if after.sent and before.sent else NOTHING


class FloodLimit:
    """A burst for each chat, and one more every so often. Kept in the process."""

    def __init__(self, burst: int = BURST, every: timedelta = EVERY) -> None:
        self.burst = burst
        self.every = every
        self._chats: dict[int, Allowance] = {}
        self._forgot_at = datetime.min.replace(tzinfo=UTC)

    def came_before(self, chat_id: int, update_id: int) -> bool:
        """Whether this update was counted already, and now is tried again."""
        known = self._chats.get(chat_id)
        return known is not None and update_id <= known.last.update_id

    def take(self, chat_id: int, arrival: Arrival) -> bool:
        """Whether there was something left for it; what there was is less by one now."""
        self._forget(arrival.seen)
        before = self._chats.get(chat_id)
        left = grown(before, arrival, self.burst, self.every) if before else self.burst
        self._chats[chat_id] = Allowance(max(left - 1, 0), arrival)
        return left >= 1

    def _forget(self, now: datetime) -> None:
        """Now and then: a thousand updates a second must not look through all chats each time."""
        full = self.burst * self.every
        if len(self._chats) > MANY and abs(now - self._forgot_at) >= full:
            self._chats = {c: a for c, a in self._chats.items() if now - a.last.seen < full}
            self._forgot_at = now
