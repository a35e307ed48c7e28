"""The warning signs in each sentence of a message, and what takes them back."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from content.language.compiler import FINDINGS, CompiledLexicon, Hints
from content.language.lexicon import Lexicon
from content.language.parsed_message import REACH, numbered
from content.language.phrases import Mark
from content.language.tokens import NUMBER, Token
from content.screening.excuses import excused, years
from content.screening.flags import ASKED, CURIOUS
from content.screening.numbers import numbers
from content.screening.questions import Asked, Question, serious

ENDS, STOPS = frozenset(".!?;"), frozenset(".!?;,")
COMPLAINTS = frozenset(
    {"pain", "ache", "numb", "senseless", "swollen", "limp", "worse", "broken", "it"}
)
ARTICLES = frozenset({"a", "an", "any", "or"})  # words that a denial passes over
LOOKED_AFTER = frozenset(  # what a doctor's "ok" may be about
    f"wrong:{name}" for name in ("ache", "broken", "stress-word", "night-pain")
)
LIFELONG = frozenset({"born", "always"})
TURNS = frozenset({"until", "till", "til", "but", "though"})
UNTIL = frozenset({"until", "till", "til", "but", "now", "before", "except", "again"})
MODALS = frozenset({"can", "could", "would", "will"})
JOINTS = frozenset({",", "or", "nor", "/", "and"})
UNDENIABLE = (
    "sign:self-harm",
    "wrong:sd",
)  # whoever writes "I don't want to die" is asked about it
LONGEST = 4  # words of an "except when"
PIECE, OVERLAP = 120, 30  # words of a sentence that are read at once, and of two pieces
SEEN = 8  # words of an overlap whose signs the piece before has seen, with what denies them


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
        self._rest = rest
        self._words = words
        self._marks = words.warnings.find(tokens)
        self._of: dict[str, list[Mark]] = {}
        for mark in self._marks:
            self._of.setdefault(mark.concept.partition(":")[0], []).append(mark)
            self._of.setdefault(mark.concept, []).append(mark)
        self.calm = {mark.concept.partition(":")[2] for mark in self._of.get("calm", ())}
        self.asks_of_condition = False
        self.found: dict[str, list[Mark]] = {}
        over = self._over()
        for mark in (each for each in self._counting() if each.start >= skip):
            if self._clauses[mark.start] > over or mark.concept in UNDENIABLE:
                section, _, name = mark.concept.partition(":")
                self.found.setdefault(name if section == "sign" else mark.concept, []).append(mark)

    def _counting(self) -> Iterator[Mark]:
        """Signs and findings that count, told ages included, but for those of a clause that asks
        about a condition or tells of somebody's past.
        """
        ages = numbers(self.tokens) if any(each.is_number for each in self.tokens) else ()
        told = [*self._live(), *self._findings(), *ages]
        asked = Question(self.tokens, self._clauses, self._of, told).asked()
        gone = asked.at_large | excused(self.tokens, self._clauses, self._of)
        self._note(asked)
        self._settle([m for m in told if self._clauses[m.start] not in asked.at_large])
        for mark in told:
            if self._clauses[mark.start] not in gone or mark.concept in UNDENIABLE:
                yield mark

    def _note(self, asked: Asked) -> None:
        self.asks_of_condition = asked.own or asked.about
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
            kept = [mark for mark in self._of.get(f"calm:{name}", ()) if not self._unsaid(mark)]
            if not any(mark.end > last for mark in kept):
                self.calm.discard(name)

    def _turned(self, mark: Mark) -> bool:
        """Does a "but" or "until" come before it?"""
        return not TURNS.isdisjoint(token.text for token in self.tokens[: mark.start])

    def _unsaid(self, mark: Mark) -> bool:
        """Does a "not" stand before it in its clause?"""
        nots = self._of.get("grammar:not", ())
        clause = self._clauses[mark.start]
        near = [no for no in nots if no.end <= mark.start and self._clauses[no.start] == clause]
        return any(self._reaches(no, mark) for no in near)

    def _findings(self) -> Iterator[Mark]:
        """What may be wrong with the body, unless it is harmless or denied."""
        told = sorted(mark for section in FINDINGS for mark in self._of.get(section, ()))
        for mark in _outside(told, self._of.get("harmless", ())):
            if mark.concept in UNDENIABLE or not self._refuted(mark):
                yield mark

    def _refuted(self, mark: Mark) -> bool:
        """Is it denied by more than the "not" of "can't sleep"?"""
        if self._then_free(mark):
            return self._free_of(mark)
        if "grammar:not" not in self._of:
            return False
        nots = self._deniers.get(self._clauses[mark.start], ())
        near = [no for no in nots if self._reaches(no, mark)]
        said = [self.tokens[no.start - 1].text for no in near if no.start]
        denied = len(near) > sum(word in MODALS for word in said)
        return denied and not self._revived(mark) and not self._doubled(mark)

    def _live(self) -> Iterator[Mark]:
        """Signs that are neither harmless nor denied; a denial goes on along a list."""
        denied: Mark | None = None
        for mark in _outside(self._of.get("sign", ()), self._of.get("harmless", ())):
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

    @cached_property
    def _clauses(self) -> Sequence[int]:
        return numbered(self.tokens, self._marks)

    @cached_property
    def _deniers(self) -> Mapping[int, list[Mark]]:
        """Every "not" that denies, by its clause; the one in "can't walk" is part of a sign."""
        found: dict[int, list[Mark]] = {}
        telling = ("grammar:plain", "sign", *FINDINGS)
        taken = sorted(mark for name in telling for mark in self._of.get(name, ()))
        for mark in _outside(self._of.get("grammar:not", ()), taken):
            found.setdefault(self._clauses[mark.start], []).append(mark)
        return found

    def _denied(self, mark: Mark) -> bool:
        """A denial reaches a few words, and is void once an "except when" follows."""
        nots = self._deniers.get(self._clauses[mark.start], ())
        near = any(self._reaches(no, mark) for no in nots)
        return near and not self._doubled(mark) and not self._revived(mark)

    def _free_of(self, mark: Mark) -> bool:
        """ "seizure free", but neither "not seizure free" nor "seizure free until today"."""
        after = {token.text for token in self.tokens[mark.end :]}
        return UNTIL.isdisjoint(after) and not self._unsaid(mark)

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
            if mark.concept.partition(":")[2] in COMPLAINTS
        }
        return any(self._clauses[m.start] in felt for m in self._of.get("calm:still", ()))

    def said(self, mark: Mark) -> str:
        """What was written there."""
        return " ".join(token.raw for token in self.tokens[mark.start : mark.end] if token.raw)


class ScreenedMessage:
    """The sentences of a message, each read only when it is asked for.

    `hints` has, by the number of its sentence, which signs may be there by the words alone: too
    many, but never too few.
    """

    def __init__(self, tokens: Sequence[Token], words: CompiledLexicon) -> None:
        self.tokens = tokens
        self.words = words
        self._spans = list(_spans(tokens))
        self._read: dict[int, Sentence] = {}
        self.hints = {
            number: found
            for number in range(self.size)
            if (found := _hinted(self._own(number), words.hints))
        }

    def _own(self, number: int) -> Sequence[Token]:
        return self.tokens[slice(*self._spans[number])]

    @property
    def lexicon(self) -> Lexicon:
        return self.words.lexicon

    @property
    def size(self) -> int:
        """How many sentences."""
        return len(self._spans)

    def sentence(self, number: int) -> Sentence:
        if number not in self._read:
            start, end = self._spans[number]
            rest = self.tokens[end : end + REACH + LONGEST]
            skip = SEEN if number and start < self._spans[number - 1][1] else 0
            self._read[number] = Sentence(self._own(number), rest, self.words, skip)
        return self._read[number]


def _spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; one without end comes in pieces that overlap."""
    start, texts = 0, [",", *(token.text for token in tokens)]
    ends = [at for at, text in enumerate(texts) if text in ENDS and texts[at - 1] not in STOPS]
    for end in [*ends, len(tokens)]:
        while end - start > PIECE:
            yield start, start + PIECE
            start += PIECE - OVERLAP
        yield start, end
        start = end


def _hinted(tokens: Sequence[Token], hints: Mapping[str, Hints]) -> set[str]:
    """Names of signs of which one phrase has all its words here, in whatever order."""
    words = {name for token in tokens for name in token.keys}
    found = set[str]()
    for word in words & hints.keys():
        alone, beside = hints[word]
        found |= alone
        for name, others in beside:
            if name not in found and not any(map(words.isdisjoint, others)):
                found.add(name)
    if NUMBER in words:
        found.update(mark.concept for mark in numbers(tokens))
    return found


def _outside(marks: Sequence[Mark], covers: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that stand in none of the covers; both are in order of their beginning."""
    end, at = -1, 0
    for mark in marks:
        while at < len(covers) and covers[at].start <= mark.start:
            end, at = max(end, covers[at].end), at + 1
        if mark.end > end:
            yield mark
