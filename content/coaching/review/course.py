"""A runner's own course: three questions of ours at the start, after 6 and after 12 weeks. Pure.

Nobody has tested these questions. One answer from 0 to 10 wobbles by a point or two from day to
day, so a change of one counts from three points on; and no change tells what it came from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEKS = (0, 6, 12)
MARGIN = 3  # points
HIGHEST = 10


class Item(StrEnum):
    """What is asked; less is better in each."""

    STIFF = "stiff"
    RUNNING = "running"
    DAILY = "daily"


class Change(StrEnum):
    LESS = "less"
    SAME = "same"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Told:
    """The answers of one day, 0 to 10 by item; one that broke off lacks some."""

    day: date
    amounts: Mapping[Item, int]

    @property
    def whole(self) -> bool:
        return len(self.amounts) == len(Item)


def open_item(told: Told | None) -> Item | None:
    """The first question that has no answer yet."""
    answered = told.amounts if told else {}
    return next((item for item in Item if item not in answered), None)


def due(told: Sequence[Told], today: date) -> bool:
    """Is another round of questions due? The first one is begun by the runner."""
    whole = [each.day for each in told if each.whole]
    if not whole or len(whole) >= len(WEEKS):
        return False
    return today - whole[0] >= timedelta(weeks=WEEKS[len(whole)])


def change(told: Sequence[Told], item: Item) -> Change | None:
    """From the first answer to the last, where that is more than wobble; None for a single one."""
    amounts = [each.amounts[item] for each in told if each.whole]
    if not amounts[1:]:
        return None
    by = amounts[-1] - amounts[0]
    if abs(by) < MARGIN:
        return Change.SAME
    return Change.LESS if by < 0 else Change.MORE
