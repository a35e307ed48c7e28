"""How is it today? What is open after red flags and soreness."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AreasRest:
    """These areas rest since those words."""

    words: str
    areas: Sequence[str]


@dataclass(frozen=True, slots=True)
class ProgrammeRests:
    """The programme waits until somebody qualified had a look."""


@dataclass(frozen=True, slots=True)
class WasSore:
    """So sore, on the scale of soreness, when it was last told."""

    amount: float


CareQuestion = AreasRest | ProgrammeRests | WasSore
