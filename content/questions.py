"""The questions of the first chat, and which one is open. Pure, but for reading the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Literal

import yaml


@dataclass(frozen=True)
class Question:
    """One thing to know about a runner. `options` maps a value to its label."""

    id: str
    kind: Literal["one", "many", "days", "zone"]
    ask: str
    hint: str
    columns: int = 2
    options: Mapping[str, str] = field(default_factory=dict)


def load_questions() -> tuple[Question, ...]:
    text = resources.files("content").joinpath("questions.yaml").read_text("utf-8")
    return tuple(Question(**each) for each in yaml.load(text, Loader=yaml.CSafeLoader))


def open_question(
    questions: Sequence[Question], answers: Mapping[str, Any], editing: str | None
) -> Question | None:
    """The question being changed, else the first that was neither answered nor skipped."""
    if editing:
        return next((each for each in questions if each.id == editing), None)
    return next((each for each in questions if each.id not in answers), None)


def before(questions: Sequence[Question], question: Question) -> Question | None:
    """The question that comes before this one."""
    at = questions.index(question)
    return questions[at - 1] if at else None


def toggled(ticked: Sequence[Any], value: Any) -> list[Any]:
    """Tick or untick. "nothing" stands alone."""
    if value in ticked:
        return [each for each in ticked if each != value]
    if value == "nothing":
        return [value]
    return [*(each for each in ticked if each != "nothing"), value]
