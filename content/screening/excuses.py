"""Clauses that speak of no body now: a question about a condition, the history of somebody."""

import re
from collections.abc import Iterator, Mapping, Sequence

from content.language.phrases import Mark
from content.language.tokens import Token

Marks = Mapping[str, Sequence[Mark]]
OPENING = frozenset(
    {"so", "hey", "hi", "coach", "ok", "btw", "and", "but", "also", "please", "well"}
)
YEAR = re.compile(r"(19|20)\d\d")
MINE = frozenset({"my", "i", "me", "myself", "his", "her"})
SUSPECTED = "calm:suspected"  # somebody has reason to think so
SUPPOSED = frozenset({SUSPECTED, "calm:thought"})
LATELY = frozenset({f"how:{name}" for name in ("new", "sudden", "fall", "crash", "back-again")})
STATES = frozenset({"how:surgery", "how:recent-op", "how:pregnant", "how:birth"})
GENERAL = STATES | {"odd:condition", "calm:anyone"}
POINTED = frozenset({"it", "this", "that", "these"})  # at what was told before
ALWAYS_TOLD = frozenset({"wrong:pain", "wrong:ache"})  # "hip pain" names a condition and tells it


def excused(tokens: Sequence[Token], clauses: Sequence[int], marks: Marks) -> frozenset[int]:
    """The tokens of a sentence that raise no flag."""
    if not tokens:
        return frozenset()
    if asks_in_general(tokens, marks):
        return frozenset(range(len(tokens)))
    told = frozenset((*_histories(tokens, clauses, marks), *_gone(clauses, marks)))
    return frozenset(at for at, clause in enumerate(clauses) if clause in told)


def asks_in_general(tokens: Sequence[Token], marks: Marks) -> bool:
    """Is it about a condition, not a body: "what is cauda equina"?"""
    asking = _of(marks, "question", "wonders", "how-to-tell")
    asked = any(_opens(mark, tokens) for mark in asking)
    if not asked and not _names_a_condition(tokens, marks):
        return False
    return not _mine(tokens, marks) or bool(marks.get("calm:studies"))


def _mine(tokens: Sequence[Token], marks: Marks) -> bool:
    """Is it told of somebody, beyond the "how do I know" of a question on no thing told before?"""
    pointed = not POINTED.isdisjoint(token.text for token in tokens)
    names = ("wonders",) if pointed else ("wonders", "how-to-tell")
    asking = {at for m in _of(marks, *names) for at in range(m.start, m.end)}
    return any(token.text in MINE for at, token in enumerate(tokens) if at not in asking)


def wonders(tokens: Sequence[Token], marks: Marks, told: Sequence[Mark]) -> bool:
    """Is a condition asked about, and nothing told beside its name: "could I have a hernia?"?

    What is asked of people at large may name more of it: "why does sciatica hurt at night".
    """
    asked = any(_begins(mark, tokens) for mark in _of(marks, "opens-question", "how-to-tell"))
    if not asked or SUSPECTED in marks:
        return False
    if not _mine(tokens, marks) and POINTED.isdisjoint(token.text for token in tokens):
        return bool(GENERAL & marks.keys()) and not LATELY & marks.keys()
    named = _named(marks)
    findings = [m for m in told if m.concept.startswith("wrong:") or m.concept in STATES]
    beside = [m for m in findings if m.start not in named or m.concept in ALWAYS_TOLD]
    return bool(named) and not beside and not LATELY & marks.keys()


def _named(marks: Marks) -> frozenset[int]:
    """The words that name conditions."""
    return frozenset(at for m in marks.get("odd:condition", ()) for at in range(m.start, m.end))


def _of(marks: Marks, *names: str) -> Sequence[Mark]:
    return [mark for name in names for mark in marks.get(f"calm:{name}", ())]


def _names_a_condition(tokens: Sequence[Token], marks: Marks) -> bool:
    """A question from its first word, on a condition nobody suspects: "is a stress fracture …"."""
    opening = any(_begins(mark, tokens) for mark in marks.get("calm:asks", ()))
    hurts = [m for name in ALWAYS_TOLD for m in marks.get(name, ()) if m.start not in _named(marks)]
    if hurts and not POINTED.isdisjoint(token.text for token in tokens):
        return False
    return opening and "odd:condition" in marks and not SUPPOSED & marks.keys()


def _begins(mark: Mark, tokens: Sequence[Token]) -> bool:
    """Does the sentence begin there, and not as "can't"?"""
    after = [token.text for token in tokens[mark.end : mark.end + 1]]
    return after != ["not"] and all(t.text in OPENING for t in tokens[: mark.start])


def _opens(mark: Mark, tokens: Sequence[Token]) -> bool:
    """Does a clause begin there, but for words of address?"""
    before = next((t for t in reversed(tokens[: mark.start]) if t.text not in OPENING), None)
    return before is None or before.ends


def _histories(tokens: Sequence[Token], clauses: Sequence[int], marks: Marks) -> Iterator[int]:
    """Clauses on what somebody had: "my dad had a stroke last year", "fainted once at school"."""
    past = _clauses("calm:history", clauses, marks)
    past |= {clauses[at] for at, token in enumerate(tokens) if YEAR.fullmatch(token.text)}
    back = bool(marks.get("calm:still") or marks.get("calm:present"))
    present = _clauses("calm:present", clauses, marks)
    others = _clauses("calm:other", clauses, marks)
    long_ago = _clauses("calm:long-ago", clauses, marks)
    for clause in past | long_ago:
        near = {clause, clause - 1}
        if clause not in present and (near & others or (clause in long_ago and not back)):
            yield clause


def _gone(clauses: Sequence[int], marks: Marks) -> Iterator[int]:
    """Clauses on what is over for good, and on why Limber asks."""
    back = _clauses("calm:still", clauses, marks)
    yield from _clauses("calm:gone", clauses, marks) - back
    yield from _clauses("calm:wonders", clauses, marks)


def _clauses(concept: str, clauses: Sequence[int], marks: Marks) -> set[int]:
    return {clauses[mark.start] for mark in marks.get(concept, ())}
