"""What follows from a lasting state: every line of facts/states.yaml can be obeyed."""

from collections.abc import Iterator, Mapping

from content.authoring.document import Document, File, Problem
from content.authoring.yaml_reader import nearest, read_document
from content.catalog.taxonomy import Condition
from content.checks.safety.rest_rules import known_flags
from content.coaching.dosage.ceilings import GRADED, NOTHING, STATES, Change

EXAMPLE = "write “heart: {grows: reps, because: why}”"
FIELDS = ["grows", "asks", "because"]
NAMES = [*(each.value for each in Condition), GRADED]
AMOUNTS = [NOTHING, *(each.value for each in Change if each is not Change.LOAD)]


def state_problems(root: File, lexicon: Mapping[str, Document]) -> Iterator[Problem]:
    """Lines that are missing, have no reason, or name no state, no growth or no flag."""
    document, problems = read_document(root.joinpath(*STATES.split("/")), STATES)
    yield from problems
    if not isinstance(document.data, dict):
        if not problems:
            yield document.problem((), "does not hold lines", EXAMPLE)
        return
    for name in NAMES:
        if name not in document.data:
            yield document.problem((), f"has no line for {name}", "add one")
    flags = sorted({*known_flags(lexicon)})
    for name, rule in document.data.items():
        if name not in NAMES:
            yield document.problem((name,), "is no condition", nearest(str(name), NAMES))
        yield from _rule(document, name, rule, flags)


def _rule(document: Document, name: str, rule: object, flags: list[str]) -> Iterator[Problem]:
    if not isinstance(rule, dict):
        yield document.problem((name,), "is no group of fields", EXAMPLE)
        return
    for field in rule.keys() - set(FIELDS):
        yield document.problem((name, field), "is not a field here", nearest(str(field), FIELDS))
    grows = str(rule.get("grows"))
    if grows not in AMOUNTS:
        yield document.problem((name, "grows"), f"“{grows}” does not grow", nearest(grows, AMOUNTS))
    asks = rule.get("asks")
    if asks is not None and flags and asks not in flags:
        yield document.problem((name, "asks"), "is no red flag", nearest(str(asks), flags))
    if not rule.get("because"):
        yield document.problem((name,), "has no reason", "write “because:” and why")
