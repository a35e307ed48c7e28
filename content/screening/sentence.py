"""A sentence as the screen sees it: which of its signs and findings count."""

from collections.abc import Iterator, Sequence

from content.language.compiler import FINDINGS, CompiledLexicon
from content.language.parsed_message import numbered
from content.language.phrases import Mark
from content.language.tokens import Token
from content.screening.asking.findings import serious
from content.screening.asking.questions import Asked, Question
from content.screening.denials import UNDENIABLE, Denials, outside
from content.screening.excuses import excused, years
from content.screening.flags import ASKED, CURIOUS
from content.screening.numbers import numbers

FELT = frozenset({"pain", "ache", "numb", "senseless", "swollen", "limp", "worse", "broken", "it"})
LOOKED_AFTER = frozenset(  # what a doctor's "ok" may be about
    f"wrong:{name}" for name in ("ache", "broken", "stress-word", "night-pain")
)
LIFELONG = frozenset({"born", "always"})
SORE_FROM = "calm:doms"
MILD = "calm:mild"
DURING = frozenset({"when", "whenever", "while", "during"})
REACH = 3  # words between such a word and what was trained
TURNS = frozenset({"until", "till", "til", "but", "though"})


class Sentence:
    """A sentence as the screen sees it.

    `found` has the marks of each sign and finding that counts: not harmless, not denied, not long
    over, and told of a body now.
    `calm` names what excuses a sign. `rest` are the words after the sentence, where a denial may
    still be taken back. What begins before word `skip` was for another sentence to tell.
    """

    def __init__(
        self, tokens: Sequence[Token], rest: Sequence[Token], words: CompiledLexicon, skip: int = 0
    ) -> None:
        self.tokens = tokens
        marks = words.warnings.find(tokens)
        self._of: dict[str, list[Mark]] = {}
        for mark in marks:
            self._of.setdefault(mark.concept.partition(":")[0], []).append(mark)
            self._of.setdefault(mark.concept, []).append(mark)
        self._clauses = numbered(tokens, marks)
        self._denials = Denials(tokens, rest, words, self._of, self._clauses)
        calm = (mark for mark in self._of.get("calm", ()) if self._calms(mark))
        self.calm = {mark.concept.partition(":")[2] for mark in calm}
        self.asks_of_condition = False
        self.fears = False
        self.found: dict[str, list[Mark]] = {}
        over = self._over()
        for mark in (each for each in self._counting() if each.start >= skip):
            if self._clauses[mark.start] > over or mark.concept in UNDENIABLE:
                section, _, name = mark.concept.partition(":")
                self.found.setdefault(name if section == "sign" else mark.concept, []).append(mark)

    @property
    def denies(self) -> bool:
        """Are more serious signs taken back than told: "a niggle, no numbness, no weakness"?"""
        told = [each for name in ("sign", *FINDINGS) for each in self._of.get(name, ())]
        named = {mark.start for mark in told if serious(mark)}
        live = {mark.start for marks in self.found.values() for mark in marks}
        return len(named - live) > len(named & live)

    def _calms(self, mark: Mark) -> bool:
        """Not if it is a word of what it would calm: the "bit" of "a dog bit me"."""
        return not self._is_now(mark) and not (mark.concept == MILD and self._within_told(mark))

    def _within_told(self, mark: Mark) -> bool:
        told = (each for name in ("sign", *FINDINGS) for each in self._of.get(name, ()))
        return any(each.start <= mark.start and mark.end <= each.end for each in told)

    def _is_now(self, mark: Mark) -> bool:
        """ "It hurts when I squat" is no soreness from squats."""
        before = self.tokens[max(0, mark.start - REACH) : mark.start]
        return mark.concept == SORE_FROM and not DURING.isdisjoint(each.text for each in before)

    def _counting(self) -> Iterator[Mark]:
        """Signs and findings that count, told ages included, but for those of a clause that asks
        about a condition or tells of somebody's past.
        """
        ages = numbers(self.tokens) if any(each.is_number for each in self.tokens) else ()
        signs = outside(self._of.get("sign", ()), self._of.get("harmless", ()))
        told = [*self._denials.live(signs), *self._findings(), *ages]
        asked = Question(self.tokens, self._clauses, self._of, told).asked()
        gone = asked.at_large | excused(self.tokens, self._clauses, self._of)
        self._note(asked)
        self._settle([m for m in told if self._clauses[m.start] not in asked.at_large])
        for mark in told:
            feared = asked.feared.issuperset(range(mark.start, mark.end))
            gone_by = self._clauses[mark.start] in gone or feared
            if not gone_by or mark.concept in UNDENIABLE:
                yield mark

    def _note(self, asked: Asked) -> None:
        self.asks_of_condition = asked.own or asked.about
        self.fears = bool(asked.feared)
        if asked.own:
            self.calm.add(ASKED)
        if asked.curious:
            self.calm.add(CURIOUS)

    def _settle(self, told: Sequence[Mark]) -> None:
        """ "Doctor is happy" is void where it is denied, and where more is told after it."""
        if not LIFELONG.isdisjoint(token.text for token in self.tokens):
            return
        told = [mark for mark in told if serious(mark)]
        more = [m.start for m in told if m.concept not in LOOKED_AFTER or self._turned(m)]
        last = max(more, default=-1)
        for name in ("settled", "fine"):
            kept = [
                mark for mark in self._of.get(f"calm:{name}", ()) if not self._denials.unsays(mark)
            ]
            if not any(mark.end > last for mark in outside(kept, self._of.get("harmless", ()))):
                self.calm.discard(name)

    def _turned(self, mark: Mark) -> bool:
        """Does a "but" or "until" come before it?"""
        return not TURNS.isdisjoint(token.text for token in self.tokens[: mark.start])

    def _findings(self) -> Iterator[Mark]:
        """What may be wrong with the body, unless it is harmless or denied.

        A harmless phrase hides what is inside it, not what the whole of it tells.
        """
        told = sorted(mark for section in FINDINGS for mark in self._of.get(section, ()))
        harmless = self._of.get("harmless", ())
        whole = {(mark.start, mark.end) for mark in harmless}
        live = {*outside(told, harmless), *(m for m in told if (m.start, m.end) in whole)}
        yield from (mark for mark in told if mark in live and not self._denials.refutes(mark))

    def _over(self) -> int:
        """The last clause of what was and has passed, with no word of it being back, or -1."""
        past = "past" in self.calm or next(years(self.tokens), None) is not None
        if not past or self._back():
            return -1
        return max((self._clauses[m.start] for m in self._of.get("calm:resolved", ())), default=-1)

    def _back(self) -> bool:
        """A "still" or "again" stands with a complaint."""
        felt = {
            self._clauses[mark.start]
            for mark in self._of.get("sign", ())
            if mark.concept.partition(":")[2] in FELT
        }
        return any(self._clauses[m.start] in felt for m in self._of.get("calm:still", ()))

    def said(self, mark: Mark) -> str:
        """What was written there."""
        return " ".join(token.raw for token in self.tokens[mark.start : mark.end] if token.raw)
