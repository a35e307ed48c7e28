"""One thing that a week shows, and the one suggestion that follows from it. Pure."""

from dataclasses import dataclass

from content.coaching.review.figures import Bar, ProgressFigures
from content.coaching.soreness import EASE_FROM

LATELY = 7  # days
QUIET = "quiet"  # nothing was done


@dataclass(frozen=True, slots=True)
class Finding:
    """A key for the words; `area` where it is about one, `minutes` how many it had."""

    key: str
    area: str | None = None
    minutes: float = 0.0


def finding(figures: ProgressFigures) -> Finding:
    """What matters most: soreness, then strength, then minutes, then the days themselves."""
    if not figures.done and not figures.bars:
        return Finding(QUIET)
    if _sore(figures):
        return Finding("sore")
    if figures.strength < figures.strength_days:
        return Finding("strength")
    fullest = max(figures.bars, key=_weaker, default=None)
    if fullest and _weaker(fullest) < figures.floor:
        return Finding("short", fullest.area, _weaker(fullest))
    if figures.done >= figures.goal:
        return Finding("full", fullest.area if fullest else None)
    return Finding("steady")


def _sore(figures: ProgressFigures) -> bool:
    lately = [a for day, a in figures.sore.items() if (figures.today - day).days < LATELY]
    return max(lately, default=0) >= EASE_FROM


def _weaker(bar: Bar) -> float:
    return min(bar.left, bar.right)
