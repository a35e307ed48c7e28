"""A message read once: its words, the concepts found in them, and the grammar around each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from content.language.compiler import CompiledLexicon
from content.language.phrases import Mark, in_order, outermost
from content.language.spans import Span
from content.language.tokens import Token
from content.language.when.clock import Clock
from content.language.when.durations import Length, Lengths
from content.language.when.times import Times
from content.language.when.written_dates import WrittenDate, WrittenDates

HEAD, TAIL = 50, 30  # words of a long message that are looked at for anything but red flags
PLAIN = ("area", "kind")  # words that describe as well as they name
SHORT = 24  # characters of what many runners say alike
ONE_MESSAGE = 8  # parts of a message, and what is found in each for whoever asks again
PLAIN_NAME = ("area:", "kind:")
# What a sentence may say beside such words, so that they are no name: "quad stretch after my run".
BESIDE_NAME = (
    *(
        "area",
        "spot",
        "loc",
        "feel",
        "kind",
        "moment",
        "kit",
        "kitless",
        "position",
        "side",
        "level",
    ),
    *("remind:word", "run", "elsewhere"),
)
REACH = 5  # words that a "not" still speaks about


@dataclass(frozen=True, eq=False)
class ParsedMessage:
    """Tokens, every concept in them (`all_marks`) and those that no longer phrase contains."""

    text: str
    tokens: tuple[Token, ...]
    words: CompiledLexicon

    @property
    def tables(self) -> Mapping[str, Mapping[str, Any]]:
        return self.words.lexicon.tables

    @cached_property
    def all_marks(self) -> tuple[Mark, ...]:
        return tuple(self.words.phrases.find(self.tokens))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """What the message speaks of: no mark that only is a part of a longer one."""
        told = [mark for mark in self.all_marks if not self._describes(mark)]
        kept = outermost(told, self.tables["grammar"]["hides"])
        names = [mark for mark in kept if mark.concept[:5] == "card:" and self._plain(mark)]
        plain = [mark for mark in told if mark.concept[:5] in PLAIN_NAME and _within(mark, names)]
        return tuple(sorted({*kept, *plain}, key=in_order)) if plain else tuple(kept)

    def _describes(self, mark: Mark) -> bool:
        """Is this name, such as "quad stretch", part of a sentence that says more than a wish?"""
        if mark.concept[:5] != "card:" or not self._plain(mark):
            return False
        return any(
            (other.end <= mark.start or mark.end <= other.start)
            and (other.concept in BESIDE_NAME or other.concept.partition(":")[0] in BESIDE_NAME)
            for other in self.all_marks
        )

    def _plain(self, mark: Mark) -> bool:
        """Is this name made of words that mean as much by themselves?"""
        length = mark.end - mark.start
        inside = [m for m in self.all_marks if mark.start <= m.start and m.end <= mark.end]
        plain = [m for m in inside if m.concept.partition(":")[0] in PLAIN]
        return len({at for m in plain for at in range(m.start, m.end)}) == length

    @cached_property
    def _by_concept(self) -> Mapping[str, list[Mark]]:
        found: dict[str, list[Mark]] = {}
        for mark in self.marks:
            found.setdefault(mark.concept, []).append(mark)
            found.setdefault(mark.concept.partition(":")[0], []).append(mark)
        return found

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        return tuple(Lengths(self.tokens, self.tables["clock"]).find())

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        taken: list[Span] = [*self.lengths, *self.written_dates]
        return tuple(self.times.find([(each.start, each.end) for each in taken]))

    @cached_property
    def written_dates(self) -> tuple[WrittenDate, ...]:
        return tuple(WrittenDates(self.tokens, self.tables["clock"]).find())

    @cached_property
    def times(self) -> Times:
        return Times(self.tokens, self.tables["clock"])

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each token the number of its clause."""
        return numbered(self.tokens, self.all_marks)

    @cached_property
    def _spans(self) -> Mapping[int, range]:
        """Where each clause begins and ends."""
        ends = {number: at for at, number in enumerate(self.clauses)}
        starts = {number: at for at, number in reversed(list(enumerate(self.clauses)))}
        return {number: range(starts[number], end + 1) for number, end in ends.items()}

    @cached_property
    def _by_clause(self) -> Mapping[tuple[int, str], list[Mark]]:
        found: dict[tuple[int, str], list[Mark]] = {}
        for concept, marks in self._by_concept.items():
            for mark in marks:
                found.setdefault((self.clauses[mark.start], concept), []).append(mark)
        return found

    @cached_property
    def size(self) -> int:
        """How many words, not counting signs."""
        return sum(token.text[0].isalnum() for token in self.tokens)

    def all(self, *concepts: str) -> list[Mark]:
        """The marks of these concepts, or of whole sections, in the order of the message."""
        if len(concepts) == 1:
            return self._by_concept.get(concepts[0], [])
        return sorted(mark for concept in concepts for mark in self._by_concept.get(concept, ()))

    def has(self, *concepts: str) -> bool:
        return not self._by_concept.keys().isdisjoint(concepts)

    def clause_of(self, mark: Mark) -> int:
        return self.clauses[mark.start]

    def inside(self, clause: int, *concepts: str) -> list[Mark]:
        if len(concepts) == 1:
            return self._by_clause.get((clause, concepts[0]), [])
        return sorted(m for concept in concepts for m in self._by_clause.get((clause, concept), ()))

    def said(self, *marks: Mark) -> tuple[str, ...]:
        """What the runner wrote there."""
        return tuple(
            " ".join(token.raw for token in self.tokens[mark.start : mark.end] if token.raw)
            for mark in marks
        )

    def word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def number(self, at: int) -> int | None:
        """The whole number that begins at this token, in digits or words."""
        found = self.times.number(at)
        return found[0] if found else None

    def negated(self, mark: Mark) -> bool:
        """Does a "not" speak about this? It reaches a few words, never past the clause."""
        clause = self.clause_of(mark)
        before = any(0 <= mark.start - no.end < REACH for no in self.inside(clause, "grammar:not"))
        return before or any(
            0 <= no.start - mark.end <= 1 for no in self.inside(clause, "grammar:not-after")
        )

    def refused(self, mark: Mark) -> bool:
        """Is the thing itself not wanted: "not my quads", unlike in "can't feel my quads"?"""
        fillers = self.tables["spelling"]["fillers"]
        return any(
            no.end <= mark.start
            and all(token.text in fillers for token in self.tokens[no.end : mark.start])
            for no in self.all("grammar:not")
        )

    def asks(self, clause: int) -> bool:
        """Is this clause a question: by its sign, or by how it begins?"""
        spots = self._spans[clause]
        if self.word(spots[-1]) == "?":
            return True
        opening = {mark.start for mark in self.inside(clause, "grammar:opening")}
        start = next((at for at in spots if at not in opening), spots[-1])
        firsts = {mark.start for mark in self.inside(clause, "grammar:asks")}
        return start in firsts and not self.polite(clause)

    def inquires(self, clause: int) -> bool:
        """The same, also where it is asked politely: "could you tell me what I have done"."""
        return self.asks(clause) or bool(self.inside(clause, "grammar:indirect"))

    def polite(self, clause: int) -> bool:
        """Asks for a deed, not for an answer: "can you …"."""
        return bool(self.inside(clause, "grammar:polite"))

    def without(self, clauses: Iterable[int]) -> "ParsedMessage":
        """The same message with some clauses left out."""
        gone = set(clauses)
        kept = [
            t for t, number in zip(self.tokens, self.clauses, strict=True) if number not in gone
        ]
        return ParsedMessage(" ".join(token.raw for token in kept), tuple(kept), self.words)


def parse(text: str, words: CompiledLexicon) -> ParsedMessage:
    """Split a message into words; all else is found when it is asked for.

    It is read once, since many decisions read it. A short one stays longer: "done" comes again and
    again.
    """
    name, most = ("parsed", 1 << 10) if len(text) <= SHORT else ("page", ONE_MESSAGE)
    parsed: ParsedMessage = words.often(name, partial(_parse, words=words), most)(text)
    return parsed


def _parse(text: str, words: CompiledLexicon) -> ParsedMessage:
    folded = words.fold(text)
    return ParsedMessage(folded, words.spelling.tokens(folded), words)


def shortened(reading: ParsedMessage) -> ParsedMessage:
    """The beginning and the end of a message that is a whole page."""
    if len(reading.tokens) <= HEAD + TAIL:
        return reading
    tokens = (*reading.tokens[:HEAD], *reading.tokens[-TAIL:])
    return ParsedMessage(" ".join(token.raw for token in tokens), tokens, reading.words)


def numbered(tokens: Sequence[Token], marks: Sequence[Mark]) -> tuple[int, ...]:
    """For each token the number of its clause; signs, pictures and "but" begin a new one."""
    breaks = {mark.start for mark in marks if mark.concept == "grammar:break"}
    numbers: list[int] = []
    number = 0
    for at, token in enumerate(tokens):
        if at in breaks and at and numbers[-1] == number:
            number += 1
        numbers.append(number)
        number += token.ends
    return tuple(numbers)


def _within(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(other.start <= mark.start and mark.end <= other.end for other in others)


def first(marks: Sequence[Mark]) -> Mark | None:
    return marks[0] if marks else None
