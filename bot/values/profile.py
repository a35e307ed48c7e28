"""Stored answers as words for the runner."""

from datetime import time
from typing import Any

from content.catalog.questions import Question
from content.wording.messages import Wording
from storage.answers import EVERY_DAY, NONE, UNSAID

WEEKDAYS = list(range(5))
WEEKEND = [5, 6]


def spoken(wording: Wording, question: Question, value: Any) -> str:
    """An answer in the words that were on its button."""
    if value is None or value == []:
        return wording.term("settings", "empty")
    if question.kind == "days":
        return days_spoken(wording, value)
    if question.kind == "body":
        return _body_spoken(wording, value)
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(question.options.get(each, str(each)) for each in chosen)


def _body_spoken(wording: Wording, value: list[str]) -> str:
    if value in ([NONE], [UNSAID]):
        return wording.term("settings", "no_conditions" if value == [NONE] else "unsaid")
    return ", ".join(wording.term("conditions", each) for each in value)


def said_back(wording: Wording, question: Question, value: Any) -> str:
    """An answer as one says it back: "Mon, Wed and Sat"."""
    if value == []:
        return wording.term("settings", "none")
    if not isinstance(value, list):
        return spoken(wording, question, value)
    if question.kind == "days" and sorted(value) in (EVERY_DAY, WEEKDAYS, WEEKEND):
        return days_spoken(wording, value)
    names = (
        [wording.words["weekdays"][day] for day in sorted(value)]
        if question.kind == "days"
        else [question.options.get(each, str(each)) for each in value]
    )
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


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
