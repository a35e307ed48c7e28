"""What is only feared: "what if it's a tumour". A sign told beside it is no mere fear. Pure."""

from collections.abc import Collection, Iterator

from content.language.phrases import Mark
from content.screening.asking.findings import ALWAYS_TOLD, NAMES, Findings

POINTED = frozenset({"it", "this", "that", "these"})  # at what was told before
FEAR = "calm:fear"
BESIDE_FEAR = ALWAYS_TOLD | {"wrong:impact-pain"}  # what is asked about, whatever is feared
CLINICIAN = "calm:clinician"  # whose fear is a finding
HAPPENING = frozenset({"having", "had"})  # no fear but a thing that goes on: "what if I'm having …"


class Fears(Findings):
    """A message, asked what somebody fears in it. `large` are the clauses about no body."""

    def feared(self, large: Collection[int]) -> Iterator[int]:
        """The words of the conditions that a fear names. A sign beside it is no mere fear."""
        fears = self.marks.get(FEAR, ())
        asked = {mark.start for mark in self.told if mark.concept in BESIDE_FEAR}
        asked |= {at for fear in fears for at in range(fear.start, fear.end)}
        if self._findings({*self.clauses}) - asked:
            return
        names = [m for name in NAMES for m in self.marks.get(name, ()) if not self._felt(m)]
        for fear in fears:
            for mark in names:
                if self._fears(fear, mark, large):
                    yield from range(mark.start, mark.end)

    def _fears(self, fear: Mark, name: Mark, large: Collection[int]) -> bool:
        clause = self.clauses[fear.start]
        if name.start < fear.end or self.clauses[name.start] != clause:
            return False
        between = {token.text for token in self.tokens[fear.start : name.start]}
        told = bool(HAPPENING & between) or self._lately(clause) or self._owned([name])
        if told or self._in(clause, CLINICIAN):
            return False
        return clause not in large or bool(POINTED & between)

    def _felt(self, name: Mark) -> bool:
        return any(name.start <= at < name.end for at in self._hurts)
