"""A message as the screen sees it: its sentences, and which of them may hold a sign at all."""

from collections.abc import Iterator, Mapping, Sequence

from content.language.compiler import CompiledLexicon, Hints
from content.language.lexicon import Lexicon
from content.language.parsed_message import REACH
from content.language.tokens import NUMBER, Token
from content.screening.numbers import numbers
from content.screening.sentence import Sentence

ENDS, STOPS = frozenset(".!?;"), frozenset(".!?;,")
LONGEST = 4  # words of an "except when"
PIECE, OVERLAP = 120, 30  # words of a sentence that are read at once, and of two pieces
Reading = tuple[tuple[Token, ...], tuple[Token, ...], int]
SEEN = 8  # words of an overlap whose signs the piece before has seen, with what denies them


class ScreenedMessage:
    """The sentences of a message, each read only when it is asked for, and once if it comes again.

    `alike` has, by the number of a sentence, the number of the first that reads the same.
    `hints` has, by the number of its sentence, which signs may be there by the words alone: too
    many, but never too few.
    """

    def __init__(self, tokens: Sequence[Token], words: CompiledLexicon) -> None:
        self.tokens = tokens
        self.words = words
        self._spans = list(_spans(tokens))
        self._read: dict[int, Sentence] = {}
        first: dict[Reading, int] = {}
        self.alike = [first.setdefault(self._reading(n), n) for n in range(self.size)]
        hinted = {number: _hinted(said, words.hints) for (said, *_), number in first.items()}
        self.hints = {n: hinted[one] for n, one in enumerate(self.alike) if hinted[one]}

    def _reading(self, number: int) -> Reading:
        """What a sentence is read from: its words, the next ones, and how many to skip."""
        start, end = self._spans[number]
        skip = SEEN if number and start < self._spans[number - 1][1] else 0
        return tuple(self.tokens[start:end]), tuple(self.tokens[end : end + REACH + LONGEST]), skip

    @property
    def lexicon(self) -> Lexicon:
        return self.words.lexicon

    @property
    def size(self) -> int:
        """How many sentences."""
        return len(self._spans)

    def sentence(self, number: int) -> Sentence:
        first = self.alike[number]
        if first not in self._read:
            own, rest, skip = self._reading(first)
            self._read[first] = Sentence(own, rest, self.words, skip)
        return self._read[first]


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
