"""Lines of the lexicon that change nothing, because other lines of their concept say it all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from content.authoring.document import Document, Problem
from content.checks.tables.lexicon_files import LexiconFiles
from content.language.compiler import CompiledLexicon, Places, Slots, key_of, pairs_of, slots_of
from content.language.lexicon import Lexicon, Names, spelt_out
from content.language.phrases import FILLER_WORDS, GAP, GAP_WORDS, Mark, Phrases
from content.language.tokens import Spelling, Token, token

BY_NAME = ("calm", "describe")  # sections of which nobody asks how far a phrase reaches
ANY_WORD = token("(any)", "")  # what may stand in a gap: no phrase has it
Trace = str | tuple[str, str]


@dataclass(frozen=True, eq=False)
class Line:
    """One phrase as its author wrote it, and each way of saying its <groups>."""

    document: Document
    section: str
    concept: str
    index: int
    phrase: str
    ways: tuple[Slots, ...]

    @cached_property
    def traces(self) -> Counter[Trace]:
        """What the spelling learns from it: words, and word pairs that are written as one."""
        words = [word for way in self.ways for slot in way for word in slot]
        return Counter([*words, *pairs_of((self.section, way) for way in self.ways)])

    def unneeded(self, by: "Line") -> Problem:
        place = ("phrases", self.section, self.concept, self.index)
        where = by.document.problem(("phrases", by.section, by.concept, by.index), "", "")
        fault = f"changes nothing, “{by.phrase}” in line {where.line} of {where.file} says it"
        return self.document.problem(place, f"“{self.phrase}” {fault}", "remove it")


def unneeded_lines(files: LexiconFiles, words: CompiledLexicon, names: Names) -> Iterator[Problem]:
    """A problem for each line that could go; all of them can go together.

    `words` are these files compiled with the `names` of the cards.
    """
    spelling, fillers = words.spelling, words.lexicon.tables["spelling"]["fillers"]
    lines = list(_lines(files))
    learnt = _learnt(words.lexicon, names.values())
    for line in lines:
        learnt.update(line.traces)
    for group in _by_concept(lines):
        yield from _Concept(group, spelling, fillers).unneeded(learnt)


def _lines(files: LexiconFiles) -> Iterator[Line]:
    places = Places()
    for page, document in files.documents.items():
        groups = {f"<{group}>": words for group, words in document.data.get("words", {}).items()}
        for section, concepts in document.data.get("phrases", {}).items():
            for concept, said in concepts.items():
                for index, phrase in enumerate(said):
                    spelt = spelt_out(f"{page}.yaml", phrase, groups)
                    ways = tuple(slots_of(each, places) for each in spelt)
                    yield Line(document, section, concept, index, phrase, ways)


def _learnt(lexicon: Lexicon, names: Iterable[Iterable[str]]) -> Counter[Trace]:
    """What the spelling learns from all but phrases: known words, and names of exercises."""
    exercises = [(each["name"], *each.get("say", ())) for each in lexicon.exercises.values()]
    ways = [slots_of(name) for said in (*exercises, *names) for name in said]
    words = [word for way in ways for slot in way for word in slot]
    pairs = pairs_of(("card", way) for way in ways)
    return Counter([*words, *pairs, *lexicon.tables["spelling"]["known"]])


def _by_concept(lines: Iterable[Line]) -> Iterable[Sequence[Line]]:
    groups = defaultdict[tuple[str, str], list[Line]](list)
    for line in lines:
        groups[line.section, line.concept].append(line)
    return groups.values()


def _order(numbered: tuple[int, Line]) -> tuple[int, int, int]:
    number, line = numbered
    return max(map(len, line.ways)), len(line.phrase), number


class _Concept:
    """All lines of a concept, and which of them others say."""

    def __init__(self, lines: Sequence[Line], spelling: Spelling, fillers: Sequence[str]) -> None:
        self._lines = dict(enumerate(lines))
        self._spelling = spelling
        self._filler = token(fillers[0], "")
        self._phrases = Phrases(fillers)
        for number, line in self._lines.items():
            for way in line.ways:
                keys = [sorted({key_of(spelling, word) for word in slot}) for slot in way]
                self._phrases.add(str(number), keys)

    def unneeded(self, learnt: Counter[Trace]) -> Iterator[Problem]:
        """The longest and the last go first; what goes is taken from what is `learnt`."""
        for number, line in sorted(self._lines.items(), key=_order, reverse=True):
            if (others := self._others(number)) and self._spelt(line, learnt):
                yield line.unneeded(self._lines[others[0]])
                del self._lines[number]
                learnt.subtract(line.traces)

    def _spelt(self, line: Line, learnt: Mapping[Trace, int]) -> bool:
        """Would all its words still be known: as they are, as a plural or as a verb's form?"""
        return all(
            any(learnt.get(each, 0) > line.traces[each] for each in self._names(trace))
            for trace in line.traces
        )

    def _names(self, trace: Trace) -> tuple[Trace, ...]:
        if isinstance(trace, tuple):
            return (trace,)
        return trace, key_of(self._spelling, trace), self._spelling.stems.get(trace, trace)

    def _others(self, number: int) -> list[int]:
        """The lines that find what this one finds, one for each way of saying it; or none."""
        found: list[int] = []
        for words in (each for way in self._lines[number].ways for each in product(*way)):
            for tokens in self._said(words):
                other = self._other(number, words, tokens)
                if other is None:
                    return []
                found.append(other)
        return found

    def _other(self, number: int, words: Sequence[str], tokens: Sequence[Token]) -> int | None:
        anywhere = self._lines[number].section in BY_NAME
        for mark in self._phrases.find(tokens):
            whole = anywhere or mark[:2] == (0, len(tokens))
            if whole and self._stands_in(mark, number) and (GAP in words or not mark.loose):
                return int(mark.concept)
        return None

    def _stands_in(self, mark: Mark, number: int) -> bool:
        other = int(mark.concept)
        return other != number and other in self._lines

    def _said(self, words: Sequence[str]) -> Iterator[list[Token]]:
        """How a runner may say these: plain or with small words between, gaps short and long."""
        for fillers in (0, FILLER_WORDS) if len(words) > 1 else (0,):
            for gap in range(GAP_WORDS + 1) if GAP in words else (0,):
                yield list(self._spread(words, fillers, gap))

    def _spread(self, words: Sequence[str], fillers: int, gap: int) -> Iterator[Token]:
        before = GAP
        for word in words:
            if word == GAP:
                yield from [ANY_WORD] * gap
            else:
                yield from [self._filler] * (fillers * (before != GAP))
                yield self._token(word)
            before = word

    def _token(self, word: str) -> Token:
        return token(key_of(self._spelling, word), word, self._spelling.stems.get(word, ""))
