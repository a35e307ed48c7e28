"""The traffic light of soreness."""

from enum import StrEnum

HIGHEST = 10
EASE_FROM, STOP_FROM = 4, 6


class Light(StrEnum):
    GO = "go"
    EASE = "ease"
    STOP = "stop"


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
