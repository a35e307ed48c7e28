"""What every message keeps to: tried with stand-in values, and read as a runner would."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jinja2 import TemplateSyntaxError

from content.authoring.document import File, Problem
from content.authoring.yaml_reader import nearest
from content.checks.readability import MEND, hard
from content.checks.reading_level import sentences
from content.wording.sample_values import Sample, cases, usual_cases
from content.wording.telegram_html import markup_faults, plain
from content.wording.template_names import asks_for, tells_of
from content.wording.templates import Template, templates

# What no message has: a pattern, the fault, the mend.
UNWANTED = (
    (r"\n{3}", "has two blank lines in a row", "remove one, or end a tag with -%}"),
    (r"(?m)^[ \t]|[ \t]$", "begins or ends a line with a space", "remove it"),
    (r" [.,;:?](?:\s|$)", "has a space before a mark", "remove it"),
    (r"\bNone\b", "says None", "tell what to say when there is nothing"),
    (r"\b1 (?:[a-z]+ )?(?!this|is|as|was|has)[a-z]+[^\Ws]s\b", "counts one as many", "say 1 of it"),
    (r"!", "shouts", "end it with a full stop"),
)


def message_problems(root: File) -> Iterator[Problem]:
    """Everything that is wrong with the message templates under that folder."""
    whole, problems = _whole(templates(root))
    yield from problems
    for message in whole:
        yield from [*message.doc.problems, *_names(message), *_unused(message)] or _tried(message)


def broken_messages(messages: list[Template]) -> Iterator[Problem]:
    """What would fail when a runner is about to read it. Poor style is none of that."""
    whole, problems = _whole(messages)
    yield from problems
    for message in whole:
        yield from [*_names(message)] or _unfilled(message)


def _whole(messages: list[Template]) -> tuple[list[Template], list[Problem]]:
    """The messages that are templates in all their parts, and what is wrong with the others."""
    broken = {each.name: problem for each in messages if (problem := _syntax(each))}
    rest = [each for each in messages if each.name not in broken]
    whole = [each for each in rest if not broken.keys() & {part for part, _ in each.parts}]
    return whole, [*broken.values()]


def _syntax(message: Template) -> Problem | None:
    try:
        message.compile()
    except TemplateSyntaxError as error:
        mend = "see how another message does it, every {% if %} and {% for %} has its end"
        return message.problem(f"is no template ({error.message})", mend, error.lineno)
    return None


def _names(message: Template) -> Iterator[Problem]:
    """Parts that are not there, and names without documentation."""
    for part, line in message.parts:
        if part not in message.sources:
            yield message.problem("is not there", nearest(part, [*message.sources]), line, part)
    documented = [name.path for name in message.doc.names]
    lines = dict(reversed([*message.asked]))
    for path, line in lines.items():
        if not any(tells_of(each, path) for each in documented):
            close = nearest(path, documented)
            mend = close if close.startswith("did you") else "add its line to the comment on top"
            yield message.problem("is not documented", mend, line, path)


def _unused(message: Template) -> Iterator[Problem]:
    """Documentation without use."""
    asked = {path for path, _ in message.asked}
    for name in message.doc.names:
        if not any(asks_for(path, name.path) for path in asked):
            mend = "use it, or remove its line from the comment"
            yield message.problem("is documented, but not used", mend, name.line, name.path)


def _tried(message: Template) -> Iterator[Problem]:
    """Faults that show with some values or others, each once."""
    looks: dict[str, Problem] = {}
    for case in cases(message.doc.names):
        for fault, mend in _faults(message, case):
            looks.setdefault(fault, message.problem(f"{fault} when {case.told}", mend))
    yield from looks.values()
    if not looks:
        yield from _reading(message)


def _unfilled(message: Template) -> Iterator[Problem]:
    for case in usual_cases(message.doc.names):
        try:
            message.text(case)
        except Exception as error:  # whatever an expression of an author does to these values
            yield _unfit(message, case, error)
            return


def _unfit(message: Template, case: Sample, error: Exception) -> Problem:
    fault = f"can't be filled in ({error}) when {case.told}"
    return message.problem(fault, "mend the expression")


def _faults(message: Template, case: Sample) -> Iterable[tuple[str, str]]:
    try:
        text = message.text(case)
    except Exception as error:  # whatever an expression of an author does to these values
        return [(f"can't be filled in ({error})", "mend the expression")]
    return _style(text)


@lru_cache(maxsize=10_000)  # many cases read the same
def _style(text: str) -> tuple[tuple[str, str], ...]:
    """Each fault of a message that was filled in, with its mend."""
    read = plain(text)
    unwanted = ((fault, mend) for pattern, fault, mend in UNWANTED if re.search(pattern, read))
    return (*markup_faults(text), *unwanted)


def _reading(message: Template) -> Iterator[Problem]:
    """Sentences that are hard to read, with the usual values."""
    found = {
        sentence: fault
        for case in usual_cases(message.doc.names)
        for sentence, fault in hard(sentences(plain(message.text(case))))
    }
    for sentence, fault in found.items():
        yield message.problem(fault, MEND, message.line_with(sentence))
