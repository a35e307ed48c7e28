"""Fewer messages, one step at a time: what is the next thing to leave out? Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

EVERY_OTHER = (0, 2, 4)  # Monday, Wednesday, Friday


def weekly_day(days: Collection[int], today: date) -> int:
    """Which of the weekdays stays, where one does: the last to come, so that the first reminder
    of once a week is as far off as can be.
    """
    return max(days, key=lambda day: (day - today.weekday() - 1) % 7)


class QuieterStep(StrEnum):
    """The loudest first, so that what matters most stays longest."""

    BREAKS = "breaks"
    REPEAT = "repeat"
    EXTRA = "extra"
    EVERY_OTHER = "every-other"
    RECAP = "recap"
    WEEKLY = "weekly"
    OFF = "off"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Messages:
    """What comes by itself: reminders a day, on how many days of the week, and all else."""

    breaks: bool
    repeats: bool
    reminders: int
    days: int
    recap: bool


def next_step(now: Messages) -> QuieterStep:
    """What to leave out next."""
    if now.breaks:
        return QuieterStep.BREAKS
    if not now.reminders:
        return QuieterStep.NOTHING
    if now.repeats:
        return QuieterStep.REPEAT
    if now.reminders > 1:
        return QuieterStep.EXTRA
    if now.days > len(EVERY_OTHER):
        return QuieterStep.EVERY_OTHER
    if now.recap:
        return QuieterStep.RECAP
    return QuieterStep.WEEKLY if now.days > 1 else QuieterStep.OFF
