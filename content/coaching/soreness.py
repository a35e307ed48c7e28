"""The traffic light of soreness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

HIGHEST = 10
EASE_FROM, STOP_FROM = 4, 6
EASED_FOR = timedelta(days=1)  # after the day of the answer


class Light(StrEnum):
    GO = "go"
    EASE = "ease"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Soreness:
    """An answer from 0 to 10 on a local day; `next_morning` if it was asked the day after."""

    day: date
    amount: float
    next_morning: bool = False


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

    Stop holds until a better answer, also where soreness has grown from one day to the next;
    ease is over after the day that follows.
    """
    if not told:
        return Light.GO
    latest, before = told[-1], told[-2] if told[1:] else None
    shown = light(latest.amount) or Light.GO
    if shown is Light.EASE and before and _grown(before, latest):
        return Light.STOP
    if shown is Light.EASE and day > latest.day + EASED_FOR:
        return Light.GO
    return shown


def _grown(before: Soreness, latest: Soreness) -> bool:
    """Worse on the next morning, or on the next day."""
    near = latest.day - before.day <= EASED_FOR
    return near and EASE_FROM <= before.amount < latest.amount


def ask_next_morning(amount: float) -> bool:
    return amount >= EASE_FROM
