"""What a logged session is praised for, if it is more than the day itself."""

from dataclasses import dataclass

from scheduler.log.milestones import Milestone


@dataclass(frozen=True, slots=True)
class Praise:
    """The milestone, if one is reached, and how many sessions there were up to now."""

    milestone: Milestone | None = None
    number: int = 0


NO_PRAISE = Praise()
