"""What a day's session belongs to: a week of a programme, and the run of the day."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class ProgrammeWeek:
    """The week that a runner is in; `focus` is what the programme has the day for."""

    name: str
    number: int
    total: int
    focus: str


@dataclass(frozen=True, slots=True)
class DayOfProgramme:
    """`run` says that there is one today, `run_at` when, where that is known."""

    programme: ProgrammeWeek | None
    run: bool
    run_at: time | None
