"""The questions of the first chat, and which one is open. Pure, but for reading the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from content.authoring.document import ContentError, Document, File, Problem, library_folder
from content.authoring.model import Model

QUESTIONS = "questions.yaml"


class Question(Model):
    """One thing to know about a runner. `options` maps a value to its label.

    `asides` is what is said about the question, by content/intents/answers/answer.py. Who answered
    "none" to the question `with_any` is not asked this one.
    """

    id: str
    kind: Literal["one", "many", "days", "zone", "body"]
    ask: str
    hint: str
    columns: int = 2
    with_any: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    asides: Mapping[str, str] = field(default_factory=dict)


def load_questions(root: File | None = None) -> tuple[Question, ...]:
    """The questions in their order. Raises ContentError."""
    found, problems = read_questions(root or library_folder())
    if problems:
        raise ContentError(tuple(problems))
    return found


def read_questions(root: File) -> tuple[tuple[Question, ...], list[Problem]]:
    """The questions that can be read, and what is wrong with the others."""
    from content.authoring.validation import parse  # late: see content/kept.py
    from content.authoring.yaml_reader import read_document

    document, problems = read_document(root / QUESTIONS, QUESTIONS)
    if not isinstance(document.data, list):
        mend = "begin each question with “- id: …”"
        return (), problems or [document.problem((), "does not hold questions", mend)]
    read = [parse(Question, document, each, (at,)) for at, each in enumerate(document.data)]
    faults = [fault for _, found in read for fault in found]
    questions = tuple(question for question, _ in read if question)
    return questions, [*problems, *faults, *_unknown(document, questions)]


def _unknown(document: Document, questions: Sequence[Question]) -> Iterator[Problem]:
    """Conditions on questions that don't come before."""
    known = {""}
    for at, each in enumerate(questions):
        if each.with_any not in known:
            mend = f"name a question above it: {', '.join(sorted(known - {''}))}"
            yield document.problem((at, "with_any"), f"names “{each.with_any}”", mend)
        known.add(each.id)


def open_question(
    questions: Sequence[Question], answers: Mapping[str, Any], editing: str | None
) -> Question | None:
    """The question being changed, else the first that was neither answered nor skipped nor is void
    by an answer before it.
    """
    if editing:
        return next((each for each in questions if each.id == editing), None)
    return next((each for each in questions if _is_open(each, answers)), None)


def _is_open(question: Question, answers: Mapping[str, Any]) -> bool:
    return question.id not in answers and answers.get(question.with_any) != []


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
