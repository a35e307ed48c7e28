"""A message as it is heard while one question is open: its values, its asides, and what is left."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from content.intents.answers.answer import Aside
from content.intents.answers.question_words import ASIDE, BESIDE, VALUE, QuestionWords
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.tokens import NUMBER, Token

THINGS = ("card", "kind", "area", "spot", "kit", "kitless")
WISHES = ("wish:show", "wish:ask", "grammar:polite")
ASIDE_WORDS = ("if", "like", "as", "because", "unless")  # before what goes with an answer
DENIES = ("not", "instead", "without", "never")
ENDS_DENIAL = ("but", "only", "just")
DENIED = 4  # words from a "not" to what it denies
BARE = (Aside.SKIP, Aside.BACK, Aside.PRIVATE, Aside.CHOOSE, Aside.WHY, Aside.MEANING)


@dataclass(frozen=True, eq=False)
class Said:
    """A message that has been read, for a question."""

    reading: ParsedMessage
    words: QuestionWords

    @cached_property
    def _marks(self) -> list[Mark]:
        """Every phrase of the question, none inside a longer one."""
        found = self.words.phrases.find([self._counted(token) for token in self.reading.tokens])
        longest = sorted(found, key=lambda mark: mark.start - mark.end)
        return [
            mark
            for at, mark in enumerate(longest)
            if not any(_inside(mark, other) and not other.loose for other in longest[:at])
        ]

    def _counted(self, token: Token) -> Token:
        """A number in words is as good as one in digits."""
        clock = self.reading.tables["clock"]
        number = token.text in clock["numbers"] or token.text in clock["tens"]
        return token._replace(keys=(*token.keys, NUMBER)) if number else token

    @cached_property
    def values(self) -> list[Mark]:
        """Where a phrase stands for a value, the longest first.

        A single small word or number, such as "all" or "seven", stands for one where nothing else
        is said, and no time.
        """
        return [mark for mark in self.of(VALUE) if not self._small(mark) or self._all_said(mark)]

    def _all_said(self, mark: Mark) -> bool:
        timed = any(each.start <= mark.start < each.end for each in self.reading.clocks)
        return self.alone(mark) and not timed

    def _small(self, mark: Mark) -> bool:
        single = mark.end - mark.start == 1
        counts = self.reading.number(mark.start) is not None
        return single and (counts or self.reading.word(mark.start) in self.words.small)

    def value(self, *names: str) -> Mark | None:
        """The longest phrase that stands for one of these values, or for any."""
        marks = [mark for mark in self.values if not names or name_of(mark) in names]
        return marks[0] if marks else None

    @cached_property
    def asides(self) -> list[Mark]:
        """Where words about the question stand; a bare "why" is one where nothing else is said."""
        return [mark for mark in self.of(ASIDE) if not self._bare(mark) or self.alone(mark)]

    def _bare(self, mark: Mark) -> bool:
        return mark.end - mark.start == 1 and name_of(mark) in BARE

    def of(self, kind: str) -> list[Mark]:
        """The phrases of that kind: values, asides, words beside an answer, what is not so."""
        return [mark for mark in self._marks if mark.concept.partition(":")[0] == kind]

    @cached_property
    def beside(self) -> frozenset[int]:
        """The places of words that belong to what is asked and add nothing to an answer."""
        own = self.reading.all(*self.words.own)
        return frozenset(places([*self.of(BESIDE), *own]))

    def left(self, used: Iterable[int]) -> list[int]:
        """The places of words that say something and of which nothing was made."""
        return self._besides(self.beside.union(used, places(self.asides)))

    def alone(self, mark: Mark) -> bool:
        """Is nothing else said?"""
        return not self._besides({*range(mark.start, mark.end), *places(self.of(BESIDE))})

    def _besides(self, known: Collection[int]) -> list[int]:
        return [
            at
            for at, token in enumerate(self.reading.tokens)
            if at not in known and token.text[0].isalnum() and token.text not in self.words.small
        ]

    def content(self, used: Iterable[int]) -> int:
        """How many of these words say something."""
        tokens = self.reading.tokens
        return sum(tokens[at].text[0].isalnum() for at in set(used) if at < len(tokens))

    def raw(self, spots: Iterable[int]) -> tuple[str, ...]:
        return tuple(token for at in spots if (token := self.reading.tokens[at].raw))

    def other_matters(self, used: Iterable[int]) -> list[Mark]:
        """What tells of another matter and is no part of the answer."""
        known = self.beside.union(used, places([*self.values, *self.asides]))
        others = self.words.others
        return [
            mark
            for mark in self.reading.marks
            if (mark.concept in others or mark.concept.partition(":")[0] in others)
            and not known.issuperset(self._telling(mark))
        ]

    def mentions(self, mark: Mark, used: Collection[int]) -> bool:
        """Is that thing only spoken of beside the answer: "mon and sat, planks on other days",
        "sat if my legs agree"? It is wished for where a wish is said, or nothing but its name.
        """
        reading = self.reading
        if mark.concept.partition(":")[0] not in THINGS or reading.has(*WISHES):
            return False
        clause = reading.clauses[mark.start]
        around = [at for at, number in enumerate(reading.clauses) if number == clause]
        if any(reading.word(at) in ASIDE_WORDS for at in around if 0 < at < mark.start):
            return True
        more = set(around) - {*range(mark.start, mark.end)}
        said = any(reading.word(at)[:1].isalnum() for at in more)
        return said and more.isdisjoint(used)

    def denied(self, mark: Mark) -> bool:
        """Is that put aside for another: "not lunch", "rather than teeth"?"""
        reading = self.reading
        for at in range(mark.start - 1, max(-1, mark.start - DENIED - 1), -1):
            if reading.tokens[at].ends or reading.word(at) in ENDS_DENIAL:
                return False
            if reading.word(at) in DENIES or (
                reading.word(at) == "than" and reading.word(at - 1) == "rather"
            ):
                return True
        return False

    def _telling(self, mark: Mark) -> list[int]:
        """The places of its words, small ones left out where there are others."""
        inside = range(mark.start, mark.end)
        telling = [at for at in inside if self.reading.word(at) not in self.words.small]
        return telling or [*inside]

    @property
    def opens_as_question(self) -> bool:
        """Does it begin like a question: "what counts as …", not only end in a sign?"""
        return bool(self._asking)

    def asks_of(self, used: Collection[int]) -> bool:
        """Is the answer itself in a question, unlike "7 hours, is that bad?"?"""
        clauses = {self.reading.clauses[at] for at in used if at < len(self.reading.clauses)}
        return not self._asking.isdisjoint(clauses)

    @cached_property
    def _asking(self) -> frozenset[int]:
        """The clauses that begin like a question."""
        return frozenset(filter(self._is_question, set(self.reading.clauses)))

    def _is_question(self, clause: int) -> bool:
        reading = self.reading
        opening = {mark.start for mark in reading.inside(clause, "grammar:opening")}
        inside = [at for at, number in enumerate(reading.clauses) if number == clause]
        words = [at for at in inside if at not in opening]
        firsts = {mark.start for mark in reading.inside(clause, "grammar:asks")}
        return bool(words) and words[0] in firsts and not reading.polite(clause)


def name_of(mark: Mark) -> str:
    """The value or aside that a mark stands for."""
    return mark.concept.partition(":")[2]


def places(spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from range(span.start, span.end)


def _inside(mark: Mark, other: Mark) -> bool:
    inside = other.start <= mark.start and mark.end <= other.end
    return inside and mark.end - mark.start < other.end - other.start
