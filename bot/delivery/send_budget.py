"""The budget that all replicas share, as this one saw it last."""

from datetime import datetime

from scheduler.planning.budget import Places, reserve
from storage.store import UnitOfWork


class SendBudget:
    """Places to send at, taken by comparing the budget with what was seen of it before.

    It is read again only when another replica has taken places since: mostly nobody has, so it
    costs one statement to send and none to look for something.
    """

    def __init__(self) -> None:
        self._seen: tuple[datetime, datetime | None] | None = None

    def offer(self, work: UnitOfWork, now: datetime, wanted: int, rate: float) -> Places:
        """Places that are free as far as is known; none of them is taken yet."""
        self._seen = self._seen or work.outbox.budget()
        free_at, paused_until = self._seen
        return reserve(free_at, now, wanted, rate, paused_until)

    def take(self, work: UnitOfWork, offered: Places, now: datetime, rate: float) -> Places:
        """The places that are ours now: those offered, or later and perhaps fewer ones."""
        end = offered[offered.count]
        if self._seen and work.outbox.spend_if(*self._seen, end):
            self._seen = (end, self._seen[1])
            return offered
        free_at, paused_until = work.outbox.budget()
        places = reserve(free_at, now, offered.count, rate, paused_until)
        if places.count:
            free_at = places[places.count]
            work.outbox.spend(free_at)
        self._seen = (free_at, paused_until)
        return places

    def pause(self, work: UnitOfWork, until: datetime) -> None:
        """Nothing leaves before, from whichever replica."""
        work.outbox.pause(until)
        self._seen = None
