"""What takes a sign back: a "not" before it, "free" behind it, a list; and what voids that."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from content.language.compiler import FINDINGS, CompiledLexicon
from content.language.parsed_message import REACH
from content.language.phrases import Mark
from content.language.tokens import Token

ARTICLES = frozenset({"a", "an", "any", "or"})  # words that a denial passes over
UNTIL = frozenset({"until", "till", "til", "but", "now", "before", "except", "again"})
MODALS = frozenset({"can", "could", "would", "will"})
JOINTS = frozenset({",", "or", "nor", "/", "and"})
# Whoever writes "I don't want to die" is asked about it.
UNDENIABLE = ("sign:self-harm", "wrong:sd")
MarksByName = Mapping[str, Sequence[Mark]]  # a whole concept, or its section


class Denials:
    """The denials of a sentence: its marks by name, its clauses, and the words after it, where a
    denial may still be taken back.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        rest: Sequence[Token],
        words: CompiledLexicon,
        marks: MarksByName,
        clauses: Sequence[int],
    ) -> None:
        self.tokens = tokens
        self._rest = rest
        self._words = words
        self._of = marks
        self._clauses = clauses

    def live(self, marks: Iterator[Mark]) -> Iterator[Mark]:
        """Those signs that are not denied; a denial goes on along a list."""
        denied: Mark | None = None
        for mark in marks:
            if mark.concept in UNDENIABLE:
                yield mark
            elif self._then_free(mark):
                if not self._free_of(mark):
                    yield mark
            elif "grammar:not" not in self._of:
                yield mark
            elif self._denied(mark) or (denied and self._listed(denied, mark)):
                denied = mark
            else:
                yield mark

    def refutes(self, mark: Mark) -> bool:
        """Is it denied by more than the "not" of "can't sleep"?"""
        if mark.concept in UNDENIABLE:
            return False
        if self._then_free(mark):
            return self._free_of(mark)
        if "grammar:not" not in self._of:
            return False
        nots = self._deniers.get(self._clauses[mark.start], ())
        near = [no for no in nots if self._reaches(no, mark)]
        said = [self.tokens[no.start - 1].text for no in near if no.start]
        denied = len(near) > sum(word in MODALS for word in said)
        return denied and not self._revived(mark) and not self._doubled(mark)

    def unsays(self, mark: Mark) -> bool:
        """Does a "not" stand before it in its clause?"""
        nots = self._of.get("grammar:not", ())
        clause = self._clauses[mark.start]
        near = [no for no in nots if no.end <= mark.start and self._clauses[no.start] == clause]
        return any(self._reaches(no, mark) for no in near)

    def _denied(self, mark: Mark) -> bool:
        """A denial reaches a few words, and is void once an "except when" follows."""
        nots = self._deniers.get(self._clauses[mark.start], ())
        near = any(self._reaches(no, mark) for no in nots)
        return near and not self._doubled(mark) and not self._revived(mark)

    @cached_property
    def _deniers(self) -> Mapping[int, list[Mark]]:
        """Every "not" that denies, by its clause; the one in "can't walk" is part of a sign."""
        found: dict[int, list[Mark]] = {}
        telling = ("grammar:plain", "sign", *FINDINGS)
        taken = sorted(mark for name in telling for mark in self._of.get(name, ()))
        for mark in outside(self._of.get("grammar:not", ()), taken):
            found.setdefault(self._clauses[mark.start], []).append(mark)
        return found

    def _free_of(self, mark: Mark) -> bool:
        """ "seizure free", but neither "not seizure free" nor "seizure free until today"."""
        after = {token.text for token in self.tokens[mark.end :]}
        return UNTIL.isdisjoint(after) and not self.unsays(mark)

    def _then_free(self, mark: Mark) -> bool:
        return [token.text for token in self.tokens[mark.end : mark.end + 1]] == ["free"]

    def _reaches(self, no: Mark, mark: Mark) -> bool:
        between = self.tokens[no.end : mark.start]
        return no.end <= mark.start and sum(t.text not in ARTICLES for t in between) < REACH

    def _doubled(self, mark: Mark) -> bool:
        """Denied twice, so it is there: "can't run without pain"."""
        clause = self._clauses[mark.start]
        before = [no for no in self._of.get("grammar:not", ()) if no.end <= mark.start]
        said = [self.tokens[no.start].text for no in before if self._clauses[no.start] == clause]
        return len(said) > 1 and "without" in said

    def _revived(self, mark: Mark) -> bool:
        return any(0 <= start - mark.end <= REACH for start in self._excepts)

    @cached_property
    def _excepts(self) -> list[int]:
        """Where an "except when" begins, in this sentence or right after it."""
        after = self._words.warnings.find(self._rest)
        here = [mark.start for mark in self._of.get("grammar:except", ())]
        there = [mark.start for mark in after if mark.concept == "grammar:except"]
        return [*here, *(len(self.tokens) + start for start in there)]

    def _listed(self, denied: Mark, mark: Mark) -> bool:
        """Is this the next in a denied list: "no numbness, tingling or weakness"?"""
        if mark.start < denied.end:
            return True
        if not 0 < mark.start - denied.end <= 2:  # noqa: PLR2004
            return False
        between = [token.text for token in self.tokens[denied.end : mark.start]]
        if not JOINTS.issuperset(between):
            return False
        return "and" not in between or "," in between


def outside(marks: Sequence[Mark], covers: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that stand in none of the covers; both are in order of their beginning."""
    end, at = -1, 0
    for mark in marks:
        while at < len(covers) and covers[at].start <= mark.start:
            end, at = max(end, covers[at].end), at + 1
        if mark.end > end:
            yield mark
