"""Smooth mornings: who asked for "around 7" makes room when more is due than may leave. Pure."""

from datetime import timedelta
from zlib import crc32

TOLERANCE = timedelta(minutes=10)  # to both sides, unless the runner asked for the exact minute
UNNOTICED = timedelta(minutes=1)  # nobody minds a queue that is gone by then


def offset(runner_id: int, crowd: int, rate: float, tolerance: timedelta) -> timedelta:
    """How far from its moment a reminder is planned, when `crowd` others are due around it.

    `rate` is messages a second that may leave. The window is only as wide as the crowd needs,
    and a runner's place in it is always the same, whichever zone they are in.
    """
    needed = timedelta(seconds=crowd / rate)
    if needed <= UNNOTICED:
        return timedelta(0)
    place = crc32(str(runner_id).encode()) / 2**32  # from 0 to 1, and evenly so
    return min(tolerance, needed / 2) * (2 * place - 1)


def countable(rate: float) -> int:
    """The crowd beyond which the window gets no wider."""
    return round(2 * TOLERANCE.total_seconds() * rate)
