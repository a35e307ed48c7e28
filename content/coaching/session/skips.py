"""What a skipped card means for the sessions to come. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from content.catalog.taxonomy import Area

A_DAY = timedelta(days=1)
HURT_RESTS = timedelta(days=14)  # a card that hurt is not offered again before
PAIN_RESTS = timedelta(days=3)  # an area that hurts outside a card is left out so long
FORGOTTEN = timedelta(days=7)  # after a week off nobody is short of time any more


class SkipReason(StrEnum):
    TIME = "time"
    HURTS = "hurts"
    KIT = "kit"
    DISLIKE = "dislike"
    ONCE = "once"  # no reason given


@dataclass(frozen=True, slots=True)
class Skipped:
    """A card that was skipped on a local day. For no time it is the session that ended there.

    `aches` is the area that ached in it; without a card, the area of a pain that was told.
    """

    day: date
    card: str
    why: str
    aches: Area | None = None


def shunned(skipped: Sequence[Skipped], day: date) -> frozenset[str]:
    """The cards that are not offered on that day: what hurt lately, what was skipped that day."""
    return frozenset(
        each.card
        for each in skipped
        if each.why != SkipReason.TIME
        and each.day <= day
        and (each.day == day or (each.why == SkipReason.HURTS and day - each.day < HURT_RESTS))
    )


def aching(skipped: Sequence[Skipped], day: date) -> frozenset[Area]:
    """The areas that ached in a card on that day, or that hurt in the days before."""
    return frozenset(
        each.aches
        for each in skipped
        if each.aches and timedelta(0) <= day - each.day < (A_DAY if each.card else PAIN_RESTS)
    )


def pressed(skipped: Sequence[Skipped], sessions: Sequence[date], day: date) -> bool:
    """Did time run out in the session before this day's? `sessions` are the days that had one."""
    hurried = [each.day for each in skipped if each.why == SkipReason.TIME and each.day < day]
    if not hurried or day - hurried[-1] > FORGOTTEN:
        return False
    return not any(hurried[-1] < other < day for other in sessions)
