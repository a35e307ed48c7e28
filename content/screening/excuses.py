"""Clauses that speak of no body now: a question about a condition, the history of somebody."""

from collections.abc import Iterator, Mapping, Sequence

from content.language.phrases import Mark
from content.language.tokens import Token

Marks = Mapping[str, Sequence[Mark]]
MINE = frozenset({"my", "i", "me", "myself", "his", "her"})


def excused(tokens: Sequence[Token], clauses: Sequence[int], marks: Marks) -> frozenset[int]:
    """The tokens of a sentence that raise no flag."""
    if not tokens:
        return frozenset()
    if asks_in_general(tokens, marks):
        return frozenset(range(len(tokens)))
    told = frozenset(_histories(clauses, marks))
    return frozenset(at for at, clause in enumerate(clauses) if clause in told)


def asks_in_general(tokens: Sequence[Token], marks: Marks) -> bool:
    """ "what is cauda equina", "does stretching prevent clots?": about a condition, not a body."""
    asked = marks.get("calm:question", ())
    mine = any(token.text in MINE for token in tokens)
    return bool(asked) and (not mine or bool(marks.get("calm:studies")))


def _histories(clauses: Sequence[int], marks: Marks) -> Iterator[int]:
    """Clauses on what somebody had: "my dad had a stroke last year", "fainted once at school"."""
    past = _clauses("calm:history", clauses, marks)
    present = _clauses("calm:present", clauses, marks)
    others = _clauses("calm:other", clauses, marks)
    long_ago = _clauses("calm:long-ago", clauses, marks)
    for clause in past | long_ago:
        near = {clause, clause - 1}
        if clause not in present and (near & others or clause in long_ago):
            yield clause


def _clauses(concept: str, clauses: Sequence[int], marks: Marks) -> set[int]:
    return {clauses[mark.start] for mark in marks.get(concept, ())}
