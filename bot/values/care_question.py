"""How is it today? What is open after red flags and soreness."""

from dataclasses import dataclass

from content.screening.after_flag.complaints import Complaint


@dataclass(frozen=True, slots=True)
class AreasRest:
    """Areas rest since this was told."""

    complaint: Complaint


@dataclass(frozen=True, slots=True)
class ProgrammeRests:
    """The programme waits until somebody qualified had a look."""


@dataclass(frozen=True, slots=True)
class WasSore:
    """So sore, on the scale of soreness, when it was last told, so many days ago."""

    amount: float
    days_ago: int


CareQuestion = AreasRest | ProgrammeRests | WasSore
