"""Stored answers read back: as a profile for the coach, as words for the runner."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from content.catalog.profile import Profile, Sitting
from content.catalog.questions import Question
from content.catalog.taxonomy import Area, Kit
from content.wording.messages import Wording

EVERY_DAY = list(range(7))
WEEKDAYS = list(range(5))
WEEKEND = [5, 6]


def profile(answers: Mapping[str, Any]) -> Profile:
    """What the coach decides with. An answer that was skipped counts as not known."""
    kit = answers.get("kit")
    sitting = answers.get("sitting")
    return Profile(
        sitting=Sitting(sitting) if sitting else None,
        spots=tuple(Area(each) for each in answers.get("spots") or ()),
        kit=None if kit is None else frozenset(Kit(each) for each in kit if each != "nothing"),
        run_days=frozenset(answers.get("run_days") or ()),
        run_at=clock(answers.get("run_at")),
    )


def hidden(answers: Mapping[str, Any]) -> frozenset[str]:
    """Cards that the runner never wants to see."""
    return frozenset(answers.get("hidden") or ())


def clock(value: str | None) -> time | None:
    """A stored "HH:MM"; None for no answer or "varies"."""
    return time.fromisoformat(value) if value and value[0].isdigit() else None


def spoken(wording: Wording, question: Question, value: Any) -> str:
    """An answer in the words that were on its button."""
    if value is None or value == []:
        return wording.term("settings", "empty")
    if question.kind == "days":
        return days_spoken(wording, value)
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(question.options.get(each, str(each)) for each in chosen)


def days_spoken(wording: Wording, days: list[int]) -> str:
    if sorted(days) == EVERY_DAY:
        return wording.term("settings", "every_day")
    if sorted(days) == WEEKDAYS:
        return wording.term("settings", "weekdays")
    if sorted(days) == WEEKEND:
        return wording.term("settings", "weekend")
    return ", ".join(wording.words["weekdays"][day] for day in sorted(days))


def hours_spoken(wording: Wording, start: time, end: time) -> str:
    return wording.term("settings", "hours").format(start=f"{start:%H:%M}", end=f"{end:%H:%M}")
