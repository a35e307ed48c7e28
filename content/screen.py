"""The red-flag screen: what must be seen by a professional before any exercise (rule R1).

Signs and flags are data, in lexicon/flags.yaml. A sign counts unless it is denied ("no
numbness"), part of a harmless phrase ("my headphones died") or over ("years ago, fine now").
In doubt it counts: a miss is worse than ten false alarms.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from content.lexicon import Lexicon, load_lexicon
from content.meaning import Urgency
from content.phrases import Mark
from content.reading import REACH, Reading, numbered, read
from content.vocabulary import compiled
from content.words import Token

SHORT = (
    60  # words up to which a message is one story; in a longer one, neighbours are read together
)
COMPLAINTS = frozenset({"pain", "ache", "numb", "swollen", "limp", "worse", "broken", "it"})
JOINTS = frozenset({",", "or", "nor", "/", "and"})
UNDENIABLE = "sign:self-harm"  # whoever writes "I don't want to die" is asked about it
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag: which, how soon to be seen, and the words that raised it."""

    id: str
    urgency: Urgency
    because: tuple[str, ...]


def screen(text: str, lexicon: Lexicon | None = None) -> Flag | None:
    """The gravest red flag in a message, or None."""
    return screened(read(text, compiled(lexicon or own_lexicon())))


@lru_cache(maxsize=1)
def own_lexicon() -> Lexicon:
    """The lexicon that comes with Limber."""
    return load_lexicon()


def screened(reading: Reading) -> Flag | None:
    """The gravest red flag in a message that has been read, or None."""
    story = _Story(reading.tokens, tuple(reading.words.warnings.find(reading.tokens)))
    told = frozenset(map(_name, story.live))
    for rule in rules(reading.words.lexicon) if told else ():
        for condition in (each for each in rule.conditions if each.met(told)):
            for span in story.groups:
                if marks := story.fulfilling(condition, span):
                    return Flag(rule.id, rule.urgency, story.said(marks))
    return None


@dataclass(frozen=True, slots=True)
class Condition:
    """Signs that raise a flag together: one of each part, and nothing that excuses it."""

    parts: tuple[frozenset[str], ...]
    unless: frozenset[str]

    def met(self, names: frozenset[str]) -> bool:
        return not any(part.isdisjoint(names) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    urgency: Urgency
    conditions: tuple[Condition, ...]


@lru_cache(maxsize=8)
def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """The flags in the order of the file, the gravest first."""
    written: Sequence[Mapping[str, Any]] = lexicon.tables["flags"]["flags"]
    return tuple(
        Rule(each["id"], Urgency(each["urgency"]), tuple(map(_condition, each["when"])))
        for each in written
    )


def _condition(written: str) -> Condition:
    """ "groin + pain|ache - joke" as parts and excuses."""
    needed, _, unless = written.partition(" - ")
    parts = tuple(frozenset(part.split("|")) for part in needed.split(" + "))
    return Condition(parts, frozenset(unless.split("|")) - {""})


@dataclass(frozen=True, eq=False)
class _Story:
    """A message as the screen sees it: its words and the signs, jokes and denials in them."""

    tokens: Sequence[Token]
    marks: Sequence[Mark]

    @cached_property
    def sentences(self) -> list[int]:
        """For each token the number of its sentence."""
        number, numbers = 0, []
        for token in self.tokens:
            numbers.append(number)
            number += token.text in ".!?;"
        return numbers

    @cached_property
    def groups(self) -> list[tuple[int, int]]:
        """Spans of sentences to be judged together: a short message as a whole, else pairs."""
        last = self.sentences[-1]
        if len(self.tokens) <= SHORT:
            return [(0, last)]
        starts = {max(0, number - back) for number in self._signs_in for back in (0, 1)}
        return [(number, number + 1) for number in sorted(starts)]

    @cached_property
    def _signs_in(self) -> Mapping[int, list[Mark]]:
        """The signs that count, by their sentence."""
        found: dict[int, list[Mark]] = {}
        for mark in self.live:
            found.setdefault(self.sentences[mark.start], []).append(mark)
        return found

    @cached_property
    def live(self) -> list[Mark]:
        """The signs that count: not harmless, not denied, not long over."""
        return [m for m in self._signs() if self.sentences[m.start] not in self._over]

    @cached_property
    def _of(self) -> Mapping[str, list[Mark]]:
        found: dict[str, list[Mark]] = {}
        for mark in self.marks:
            found.setdefault(mark.concept.partition(":")[0], []).append(mark)
            found.setdefault(mark.concept, []).append(mark)
        return found

    def _signs(self) -> Iterator[Mark]:
        """Signs that are neither harmless nor denied; a denial goes on along a list."""
        denied: Mark | None = None
        for mark in _outside(self._of.get("sign", ()), self._of.get("harmless", ())):
            if mark.concept == UNDENIABLE:
                yield mark
            elif self._denied(mark) or (denied and self._listed(denied, mark)):
                denied = mark
            else:
                yield mark

    @cached_property
    def _clauses(self) -> Sequence[int]:
        return numbered(self.tokens, self.marks)

    @cached_property
    def _deniers(self) -> Mapping[int, list[Mark]]:
        """Every "not" that denies, by its clause; the one in "can't walk" is part of a sign."""
        found: dict[int, list[Mark]] = {}
        taken = sorted([*self._of.get("grammar:plain", ()), *self._of.get("sign", ())])
        for mark in _outside(self._of.get("grammar:not", ()), taken):
            found.setdefault(self._clauses[mark.start], []).append(mark)
        return found

    def _denied(self, mark: Mark) -> bool:
        """A denial reaches a few words, and is void once an "except when" follows."""
        nots = self._deniers.get(self._clauses[mark.start], ())
        near = any(0 <= mark.start - no.end < REACH for no in nots)
        return near and not self._doubled(mark) and not self._revived(mark)

    def _doubled(self, mark: Mark) -> bool:
        """ "can't run without pain" denies twice, so there is pain."""
        clause = self._clauses[mark.start]
        before = [no for no in self._of.get("grammar:not", ()) if no.end <= mark.start]
        said = [self.tokens[no.start].text for no in before if self._clauses[no.start] == clause]
        return len(said) > 1 and "without" in said

    def _revived(self, mark: Mark) -> bool:
        return any(0 <= m.start - mark.end <= REACH for m in self._of.get("grammar:except", ()))

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

    @cached_property
    def _over(self) -> frozenset[int]:
        """Sentences that tell of the past and that it has passed, with no word of it being back."""
        places: dict[str, set[int]] = {}
        for mark in self._of.get("calm", ()):
            places.setdefault(mark.concept, set()).add(self.sentences[mark.start])
        years = {self.sentences[at] for at, t in enumerate(self.tokens) if _YEAR.fullmatch(t.text)}
        old = places.get("calm:past", set()) | years
        return frozenset(old & places.get("calm:resolved", set()) - self._back())

    def _back(self) -> set[int]:
        """Sentences in which a "still" or "again" stands with a complaint."""
        felt = {
            self._clauses[mark.start]
            for mark in self._of.get("sign", ())
            if mark.concept.partition(":")[2] in COMPLAINTS
        }
        stills = self._of.get("calm:still", ())
        return {self.sentences[m.start] for m in stills if self._clauses[m.start] in felt}

    def fulfilling(self, condition: Condition, span: tuple[int, int]) -> tuple[Mark, ...]:
        """A sign for each part, from sentences that nothing excuses; empty if one is missing."""
        excused = {
            self.sentences[mark.start]
            for name in condition.unless
            for mark in self._of.get(f"calm:{name}", ())
        }
        counting = [number for number in range(span[0], span[1] + 1) if number not in excused]
        signs = [mark for number in counting for mark in self._signs_in.get(number, ())]
        found = [next((m for m in signs if _name(m) in part), None) for part in condition.parts]
        return tuple(mark for mark in found if mark) if all(found) else ()

    def said(self, marks: Sequence[Mark]) -> tuple[str, ...]:
        return tuple(" ".join(t.raw for t in self.tokens[m.start : m.end] if t.raw) for m in marks)


def _name(mark: Mark) -> str:
    return mark.concept.removeprefix("sign:")


def _outside(marks: Sequence[Mark], covers: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that stand in none of the covers; both are in order of their beginning."""
    end, at = -1, 0
    for mark in marks:
        while at < len(covers) and covers[at].start <= mark.start:
            end, at = max(end, covers[at].end), at + 1
        if mark.end > end:
            yield mark
