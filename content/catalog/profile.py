"""What is known about a runner when the coach decides."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from content.catalog.taxonomy import Area, Kit


class Sitting(StrEnum):
    """Hours a day in a chair. The cut-offs are those of R12 in the coaching rules."""

    UNDER_4 = "under-4"
    FROM_4_TO_7 = "4-to-7"
    OVER_7 = "over-7"


@dataclass(frozen=True, slots=True)
class Profile:
    """A runner's answers. None or empty means that nothing is known yet.

    `kit` None is "never said", an empty set is "has nothing"; `run_days` counts Monday as 0;
    `run_at` is the usual time of a run in the runner's own zone.
    """

    sitting: Sitting | None = None
    spots: tuple[Area, ...] = ()
    kit: frozenset[Kit] | None = None
    run_days: frozenset[int] = frozenset()
    run_at: time | None = None
