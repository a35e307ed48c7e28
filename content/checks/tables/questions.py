"""Every question that words can answer has its own words for whoever asks about it."""

from collections.abc import Iterator

from content.authoring.document import File, Problem
from content.authoring.yaml_reader import read_document
from content.catalog.questions import QUESTIONS, read_questions
from content.intents.answers.answer import Aside

NEEDED = (Aside.WHY, Aside.BEST, Aside.MEANING, Aside.WHICH)
BODY = "body"  # asked in words of its own


def question_problems(root: File) -> Iterator[Problem]:
    """Questions that say nothing about themselves, and names that stand for nothing."""
    document, _ = read_document(root / QUESTIONS, QUESTIONS)
    questions, faults = read_questions(root)
    for at, question in enumerate(questions if not faults else ()):
        for name in sorted(question.asides.keys() - set(Aside)):
            mend = f"use one of {', '.join(Aside)}"
            yield document.problem((at, "asides", name), "is said at no time", mend)
        missing = [name for name in NEEDED if name not in question.asides]
        if missing and question.kind != BODY:
            fault = f"says nothing for {', '.join(missing)}"
            yield document.problem((at, "asides"), fault, "add a line for it here")
