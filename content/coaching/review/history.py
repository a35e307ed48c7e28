"""What a sheet for the physio tells, as plain values that can wait in a queue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from content.coaching.review.figures import MobilityResult

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Complaint:
    """What hurts, in the runner's `words`, told on a day; `areas` are those that rest for it.

    `answers` are what was said of it since: gone, still, cleared or not-it. `open` while it rests.
    """

    words: str
    told: date
    areas: tuple[str, ...] = ()
    open: bool = False
    answers: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """A week from its Monday: days with a session, kilometres run, minutes of each area by side."""

    monday: date
    days: int = 0
    km: float = 0.0
    minutes: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhysioHistory:
    """Complaints and notes newest first, weeks oldest first; `sore` is 0 to 10 by day.

    `about` pairs the name of an answer with the answer, `facts` are such pairs of what was told;
    `week` is which one of how many.
    """

    name: str
    today: date
    complaints: tuple[Complaint, ...] = ()
    notes: tuple[tuple[date, str], ...] = ()
    sore: Mapping[date, float] = field(default_factory=dict)
    weeks: tuple[WeekSummary, ...] = ()
    strength: int = 0
    trials: tuple[MobilityResult, ...] = ()
    margin: float = 0.0
    programme: str | None = None
    week: tuple[int, int] = (0, 0)
    resting: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        found: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return found

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "PhysioHistory":
        return _adapter().validate_python(stored)


@cache
def _adapter() -> "TypeAdapter[PhysioHistory]":
    from pydantic import TypeAdapter  # late: few runners ask for a sheet, and a start for none

    return TypeAdapter(PhysioHistory)
