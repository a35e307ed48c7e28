"""What a message tells: the names of conditions in it, and what is wrong beside them. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from content.language.phrases import Mark
from content.language.tokens import Token

Marks = Mapping[str, Sequence[Mark]]
NAMES = ("odd:condition", "odd:history")
OWNED = frozenset({"my", "our"})
ALWAYS_TOLD = frozenset({"wrong:pain", "wrong:ache"})  # "hip pain" names a condition and tells it
SLIGHT = frozenset({"wrong:tight", "wrong:stiff"})
SERIOUS = frozenset(
    f"sign:{name}"
    for name in (
        "bladder", "blood", "bruise", "cant-bear", "cant-walk", "dark-urine", "deform", "fainted",
        "fever", "foot-drop", "hot-red", "limp", "lump", "numb", "pop-event", "radiate",
        "senseless", "swollen", "vomit", "weak-leg",
    )
)  # fmt: skip
TROUBLE = frozenset({"odd:lost-function", "odd:mood"})
LATELY = frozenset({f"how:{name}" for name in ("new", "sudden", "fall", "crash", "back-again")})
HURTS = frozenset({*ALWAYS_TOLD, "wrong:night-pain"})  # what a condition does by itself


def serious(mark: Mark) -> bool:
    """Does it tell of more than a stiff body?"""
    wrong = mark.concept[:6] == "wrong:" and mark.concept not in SLIGHT
    return wrong or mark.concept in SERIOUS or mark.concept in TROUBLE


@dataclass(frozen=True, eq=False)
class Findings:
    """What was said, the clause of each token, all marks by their concept, and what is told."""

    tokens: Sequence[Token]
    clauses: Sequence[int]
    marks: Marks
    told: Sequence[Mark]

    def _lately(self, clause: int) -> bool:
        return any(m.start not in self._named for m in self._in(clause, *LATELY))

    def _owned(self, names: Sequence[Mark]) -> bool:
        """ "My sciatica", "my hamstring tear"; not "I've torn my labrum"."""
        ends = {mark.end for mark in names}
        return any(
            self.tokens[at].text in OWNED and at not in ends
            for mark in names
            for at in range(max(0, mark.start - 2), mark.start)
        )

    def _findings(self, clauses: Collection[int]) -> set[int]:
        """Where something is wrong in these clauses, beyond the names of conditions."""
        end, found = 0, set[int]()
        for mark in self.told:
            if mark.start in self._named or not serious(mark):
                continue
            if self.clauses[mark.start] in clauses and mark.start >= end:
                found.add(mark.start)
                end = mark.end
        return found

    @cached_property
    def _hurts(self) -> frozenset[int]:
        return frozenset(mark.start for name in HURTS for mark in self.marks.get(name, ()))

    @cached_property
    def _named(self) -> frozenset[int]:
        """The words that name conditions."""
        marks = (mark for name in NAMES for mark in self.marks.get(name, ()))
        return frozenset(at for mark in marks for at in range(mark.start, mark.end))

    def _in(self, clause: int, *concepts: str) -> list[Mark]:
        found = [m for name in concepts for m in self.marks.get(name, ())]
        return [m for m in found if self.clauses[m.start] == clause]
