"""The send budget: how many messages may leave now. Pure; the state is one instant."""

from datetime import datetime, timedelta


def reserve(free_at: datetime, now: datetime, wanted: int, rate: float) -> tuple[int, datetime]:
    """How many of `wanted` messages may leave now, and the budget's next state.

    A generic cell rate algorithm: `free_at` is when the next message would be on time, `rate`
    is messages a second, and a tenth of a second's worth may leave in one burst.
    """
    interval = timedelta(seconds=1 / rate)
    burst = max(1, round(rate / 10))
    start = max(free_at, now - interval * (burst - 1))
    room = (now - start) // interval + 1 if start <= now else 0
    granted = max(0, min(wanted, room))
    return granted, start + interval * granted
