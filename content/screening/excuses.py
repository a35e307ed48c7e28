"""Clauses that speak of no body now: the history of somebody, and what is over for good. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from content.language.phrases import Mark
from content.language.tokens import Token
from content.screening.whose.people import own_words

Marks = Mapping[str, Sequence[Mark]]
NO_YEAR_AFTER = frozenset({"since", "at", "after", "from", "for", "about", "with", "did", "ran"})
FIRST_YEAR, LAST_YEAR = 1900, 2099
UNITS = frozenset(
    {"m", "metres", "meters", "metre", "meter", "steps", "km", "miles", "kcal", "calories", "ft"}
)


def years(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a year of the past stands: "in 2019", neither "since 2019" nor "in 2000 m"."""
    for at, token in enumerate(tokens):
        if not (token.text.isdecimal() and len(token.text) == len(str(LAST_YEAR))):
            continue
        before = tokens[at - 1].text if at else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        known = FIRST_YEAR <= int(token.text) <= LAST_YEAR
        if known and before not in NO_YEAR_AFTER and after not in UNITS:
            yield at


def excused(tokens: Sequence[Token], clauses: Sequence[int], marks: Marks) -> frozenset[int]:
    """The clauses of a sentence that tell of the past."""
    return frozenset((*_histories(tokens, clauses, marks), *_gone(clauses, marks)))


def _histories(tokens: Sequence[Token], clauses: Sequence[int], marks: Marks) -> Iterator[int]:
    """Clauses on what somebody had: "my dad had a stroke last year", "fainted once at school"."""
    past = _clauses("calm:history", clauses, marks) | {clauses[at] for at in years(tokens)}
    back = bool(marks.get("calm:still") or marks.get("calm:present"))
    present = _clauses("calm:present", clauses, marks)
    others = _of_others(tokens, clauses, marks)
    long_ago = _clauses("calm:long-ago", clauses, marks)
    for clause in (past | long_ago) - present:
        if clause in others or (clause in long_ago and not back):
            yield clause


def _of_others(tokens: Sequence[Token], clauses: Sequence[int], marks: Marks) -> Collection[int]:
    """Clauses on somebody else, in which the runner is not named since: "dad had …"."""
    others = marks.get("calm:other", ())
    own = own_words(tokens, others)
    found = set[int]()
    for mark in others:
        clause = clauses[mark.start]
        if any(at > mark.start and clauses[at] == clause for at in own):
            continue
        found.add(clause)
        if mark.end < len(tokens) and tokens[mark.end].text == ",":
            found.add(clause + 1)
    return found | {each + 1 for each in found if _nothing_else(each + 1, tokens, clauses, marks)}


def _nothing_else(
    clause: int, tokens: Sequence[Token], clauses: Sequence[int], marks: Marks
) -> bool:
    """Does a clause only say when it was, or that it ended badly: "she was 90, RIP"?"""
    past = {at for mark in marks.get("calm:history", ()) for at in range(mark.start, mark.end)}
    words = [at for at, number in enumerate(clauses) if number == clause and not tokens[at].ends]
    return past.issuperset(words)


def _gone(clauses: Sequence[int], marks: Marks) -> Iterator[int]:
    """Clauses on what is over for good, and on why Limber asks."""
    back = _clauses("calm:still", clauses, marks)
    yield from _clauses("calm:gone", clauses, marks) - back


def _clauses(concept: str, clauses: Sequence[int], marks: Marks) -> set[int]:
    return {clauses[mark.start] for mark in marks.get(concept, ())}
