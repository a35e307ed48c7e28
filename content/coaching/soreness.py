"""The traffic light of soreness (rule R14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

HIGHEST = 10
EASE_FROM, STOP_FROM = 4, 6
LASTS, OFTEN = timedelta(days=14), 5  # of soreness in every answer, and days with one
EASED_FOR = timedelta(days=1)  # after the day of the answer


class Light(StrEnum):
    GO = "go"
    EASE = "ease"
    STOP = "stop"


class Place(StrEnum):
    """Trained muscles ache on both sides and peak after a day or two; an injury is in one spot."""

    MUSCLES = "muscles"
    SPOT = "spot"


@dataclass(frozen=True, slots=True)
class Soreness:
    """An answer from 0 to 10 on a local day.

    `place` is None while nobody has said where it is: then the strict rule holds.
    """

    day: date
    amount: float
    place: Place | None = None


def light(amount: float) -> Light | None:
    """What soreness of 0 to 10 asks for; None for a number off the scale.

    Clinics differ; these are the strictest limits in use: up to 3 go on, 4 and 5 ease off and
    ask again, from 6 stop and see someone.
    """
    if not 0 <= amount <= HIGHEST:
        return None
    if amount >= STOP_FROM:
        return Light.STOP
    return Light.EASE if amount >= EASE_FROM else Light.GO


def light_of(day: date, told: Sequence[Soreness]) -> Light:
    """The light for a day, from the answers in the order in which they were given.

    Stop holds until a better answer, also where a spot is sorer than the day before; ease is
    over after the day that follows.
    """
    if not told:
        return Light.GO
    latest = told[-1]
    shown = light(latest.amount) or Light.GO
    if shown is Light.EASE and latest.place is not Place.MUSCLES and has_grown(told):
        return Light.STOP
    if shown is Light.EASE and day > latest.day + EASED_FOR:
        return Light.GO
    return shown


def has_grown(told: Sequence[Soreness]) -> bool:
    """Is the latest answer above the last one of the day before it?"""
    latest = told[-1]
    before = [each for each in told if each.day == latest.day - EASED_FOR]
    return bool(before) and latest.amount > before[-1].amount


def lasts(told: Sequence[Soreness]) -> bool:
    """Has the latest answer made it a fortnight of soreness, so that somebody should look?

    It is so once for each such time, and not again the day after.
    """
    return _sore_for_long(told) and not _sore_for_long(told[:-1])


def _sore_for_long(told: Sequence[Soreness]) -> bool:
    on_end = takewhile(lambda each: each.amount >= EASE_FROM, reversed(told))
    days = [each.day for each in on_end]
    return len({*days}) >= OFTEN and days[0] - days[-1] >= LASTS


def asks_where(told: Sequence[Soreness]) -> bool:
    """Does it matter for the light, or for whom to see, where the latest soreness is?"""
    return told[-1].place is None and light_of(told[-1].day, told) is Light.STOP


def ask_next_morning(amount: float) -> bool:
    return amount >= EASE_FROM
