"""What a sentence only asks about: a condition, or what people at large have. Pure.

A question excuses its own words and never what is told beside it. In doubt it is told.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from content.language.phrases import Mark
from content.language.tokens import Token
from content.screening.asking.fears import POINTED, Fears
from content.screening.asking.findings import ALWAYS_TOLD, NAMES, SLIGHT, Findings, serious
from content.screening.whose.people import own_words

ADDRESS = frozenset(
    {"so", "hey", "hi", "coach", "ok", "btw", "and", "but", "also", "please", "well"}
)
# "what about this", "could be a clot" and "can't lift it" ask nothing, nor does "what a pain".
NO_QUESTION = frozenset({"not", "about", "be", "have", "only", "else"})
SUSPECTED = "calm:suspected"  # somebody has reason to think so
SUPPOSED = frozenset({SUSPECTED, "calm:thought"})
STATES = frozenset({"how:surgery", "how:recent-op", "how:pregnant", "how:birth"})
STATES |= frozenset({"sign:gave-birth", "sign:pregnant", "sign:hernia", "sign:cancer"})
JOINING = 3  # words and signs beside the names in a list of conditions: ", or a … ?"
MOST = 1  # findings that a question about people at large may name: "why do runners limp"
ASKS = ("calm:asks", "calm:knowing")
ABOUT_LIMBER = "calm:about-limber"
MAY_NAME = ("calm:anyone", "calm:defines")
PLAINLY_LARGE = ("calm:question", *MAY_NAME, ABOUT_LIMBER)
LARGE = (*NAMES, *PLAINLY_LARGE)


class Asked(NamedTuple):
    """`at_large`: the clauses that ask about no body; `about`: is a condition asked about, by its
    name or at large; `own`: is nothing told but that the runner wonders about one; `curious`: is
    more told, but of nobody: "are numb legs serious"? `feared` are the words of conditions that
    somebody only fears to have: "what if it's a tumour".
    """

    at_large: frozenset[int]
    about: bool
    own: bool
    curious: bool
    feared: frozenset[int]


@dataclass(frozen=True, eq=False)
class Question(Findings):
    """A message, asked what of it is a question."""

    def asked(self) -> Asked:
        """What of it is a question."""
        asks = (m for name in ASKS for m in self.marks.get(name, ()))
        openers = [mark for mark in asks if self._opens(mark)]
        large = frozenset(each for m in openers for each in self._at_large(m))
        own = any(self._wonders(each) for each in openers)
        within = [m for m in self.told if self.clauses[m.start] in large]
        about = any(m.concept in NAMES or serious(m) for m in within)
        curious = any(self._curious(each) for each in openers)
        fears = Fears(self.tokens, self.clauses, self.marks, self.told)
        feared = frozenset(fears.feared(large))
        return Asked(large, about and not self._told_outside(large), own, curious, feared)

    def _opens(self, mark: Mark) -> bool:
        """Does a clause begin there, but for words of address, and is it no statement?"""
        before = next(
            (t for t in reversed(self.tokens[: mark.start]) if t.text not in ADDRESS), None
        )
        after = {token.text for token in self.tokens[mark.end : mark.end + 1]}
        single = mark.end - mark.start == 1
        cries = single and self.tokens[mark.start].text == "what" and "a" in after
        states = single and bool(after & NO_QUESTION)
        return (before is None or before.ends) and not states and not cries

    def _at_large(self, opener: Mark) -> Iterator[int]:
        """The clause of a question that speaks of no body, and those that go on naming."""
        first = self.clauses[opener.start]
        if not self._of_nobody(first, opener):
            return
        yield first
        for clause in sorted({each for each in self.clauses if each > first}):
            if not self._lists(clause, any_part=bool(self._in(first, ABOUT_LIMBER))):
                return
            yield clause

    def _lists(self, clause: int, *, any_part: bool) -> bool:
        """Does a clause only go on naming conditions, or `any_part` of what Limber asks about?"""
        words = [at for at, number in enumerate(self.clauses) if number == clause]
        beside = [at for at in words if at not in self._named]
        if self._own(clause) or self._in(clause, "calm:other"):
            return False
        if any_part:
            return len(words) <= JOINING
        return len(beside) < min(len(words), JOINING) and not self._findings([clause])

    def _of_nobody(self, clause: int, opener: Mark) -> bool:
        if not self._in(clause, *LARGE) or self._supposes(clause):
            return False
        if self._own(clause, opener) and not self._in(clause, "calm:studies", ABOUT_LIMBER):
            return False
        if self._supposed(clause) or self._lately(clause):
            return False
        found = self._findings([clause])
        if self._in(clause, ABOUT_LIMBER):
            why = not self._in(clause, "calm:what-if") and not self._own(clause, opener)
            return why or len(found) <= MOST
        if any(token.text in POINTED for token in self._words(clause, opener)):
            return not found
        return not found - self._hurts or bool(self._in(clause, *MAY_NAME) and len(found) <= MOST)

    def _curious(self, opener: Mark) -> bool:
        clause = self.clauses[opener.start]
        told = self._own(clause, opener) or self._supposes(clause) or self._told_outside([clause])
        return bool(self._in(clause, *LARGE, *STATES)) and not told and not self._supposed(clause)

    def _lately_at_all(self) -> bool:
        return any(self._lately(each) for each in {*self.clauses})

    def _supposed(self, clause: int) -> bool:
        """Has somebody reason to think so: "is it ok to run with a stress fracture"?"""
        return bool(SUPPOSED & self.marks.keys()) and not self._in(clause, *PLAINLY_LARGE)

    def _supposes(self, clause: int) -> bool:
        """ "What do you do when …" may well be happening."""
        return bool(self._in(clause, "calm:what-if")) and not self._in(clause, ABOUT_LIMBER)

    def _wonders(self, opener: Mark) -> bool:
        """ "Could I have a hernia?", with nothing told beside the name."""
        first = self.clauses[opener.start]
        names = [m for name in NAMES for m in self.marks.get(name, ())]
        if first or self._supposes(first) or not any(self.clauses[m.start] == first for m in names):
            return False
        if SUSPECTED in self.marks or self._lately_at_all() or self._owned(names):
            return False
        hurts = any(m.concept in ALWAYS_TOLD for m in self.told)
        states = any(
            m.concept in STATES and (m.start not in self._named or self.clauses[m.start] != first)
            for m in self.told
        )
        tight = any(m.concept in SLIGHT and m.start not in self._named for m in self.told)
        return not (hurts or states or tight or self._findings({*self.clauses}))

    def _told_outside(self, large: Collection[int]) -> bool:
        outside = {*self.clauses} - {*large}
        return bool(self._findings(outside)) or any(
            mark.concept in STATES and self.clauses[mark.start] in outside for mark in self.told
        )

    def _own(self, clause: int, opener: Mark | None = None) -> bool:
        """Is the runner in that clause, as in "am I having a stroke", not "how do I know"?"""
        asking = range(opener.start, opener.end - 1) if opener else ()
        return any(self.clauses[at] == clause and at not in asking for at in self._own_words)

    @cached_property
    def _own_words(self) -> Sequence[int]:
        return own_words(self.tokens, self.marks.get("calm:other", ()))

    def _words(self, clause: int, opener: Mark) -> Iterator[Token]:
        asking = range(opener.start, opener.end)
        for at, token in enumerate(self.tokens):
            if self.clauses[at] == clause and at not in asking:
                yield token
