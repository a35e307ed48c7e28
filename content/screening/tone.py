"""How messages sound after a red flag: plain for days, silent after words of self-harm. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

PLAIN_FOR = timedelta(days=7)
SILENT_AFTER = frozenset({"self-harm"})

Told = tuple[date, str]  # the day of a flag, and its id


def is_plain(day: date, flags: Iterable[Told]) -> bool:
    """Is a flag so near that nothing shall sound cheerful?"""
    return any(_near(day, told) for told, _ in flags)


def is_silent(day: date, flags: Iterable[Told]) -> bool:
    """Shall no reminder come of itself? Who is in such need wants no word about hips."""
    return any(_near(day, told) and flag in SILENT_AFTER for told, flag in flags)


def _near(day: date, told: date) -> bool:
    return day - told < PLAIN_FOR
