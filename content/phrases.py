"""Finding the phrases of a lexicon in a message.

A phrase is a row of words. `front|top of hip` gives alternatives for one word, `hurt~` any form
of a verb, `...` up to three words in between, `<n>` a number. Words like "my" and "the" need not
be written: they may stand anywhere inside a phrase.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from content.words import Token

NUMBER, GAP = "<n>", "..."
GAP_WORDS = 3
FILLER_WORDS = 2


class Mark(NamedTuple):
    """A concept found in a message: tokens `start` to `end`, the last not included.

    A loose mark has a gap in it, so the words in the gap keep meanings of their own.
    """

    start: int
    end: int
    concept: str
    loose: bool = False


@dataclass(slots=True)
class Node:
    """A place in the tree of all phrases: what may follow, and what ends here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    ends: list[str] = field(default_factory=list)


class Phrases:
    """All phrases of a lexicon, each standing for a concept."""

    def __init__(self, fillers: Iterable[str], stops: Iterable[str] = ".!?;,") -> None:
        self._root = Node()
        self._fillers = frozenset(fillers)
        self._stops = frozenset(stops)

    def add(self, concept: str, words: Sequence[Sequence[str]]) -> None:
        """Teach one phrase: for each place the words that may stand there."""
        nodes = [self._root]
        for choices in words:
            nodes = [node.next.setdefault(word, Node()) for node in nodes for word in choices]
        for node in nodes:
            node.ends.append(concept)

    def find(self, tokens: Sequence[Token]) -> list[Mark]:
        """Every phrase in the message, also those inside others, in order of their beginning."""
        first, marks = self._root.next, set[Mark]()
        for start, token in enumerate(tokens):
            if not (token.text in first or token.is_number or token.stem in first):
                continue
            paths = [(node, start + 1, False) for node in _steps(self._root, token)]
            while paths:
                node, at, loose = paths.pop()
                for concept in node.ends:
                    marks.add(Mark(start, at, concept, loose))
                if node.next:
                    paths += self._onward(node, tokens, at, loose)
        return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.concept))

    def _onward(
        self, node: Node, tokens: Sequence[Token], at: int, loose: bool
    ) -> list[tuple[Node, int, bool]]:
        """Where a phrase can go on from here, fillers and gaps passed over."""
        paths: list[tuple[Node, int, bool]] = []
        for here in range(at, min(at + FILLER_WORDS + 1, len(tokens))):
            paths += [(child, here + 1, loose) for child in _steps(node, tokens[here])]
            if tokens[here].text not in self._fillers:
                break
        after = node.next.get(GAP)
        return paths + self._across(after, tokens, at) if after else paths

    def _across(self, node: Node, tokens: Sequence[Token], at: int) -> list[tuple[Node, int, bool]]:
        paths: list[tuple[Node, int, bool]] = []
        for here in range(at, min(at + GAP_WORDS + 1, len(tokens))):
            paths += [(child, here + 1, True) for child in _steps(node, tokens[here])]
            if tokens[here].text in self._stops:
                break
        return paths


def _steps(node: Node, token: Token) -> list[Node]:
    """Where a token leads from here."""
    following = node.next
    found = [following[token.text]] if token.text in following else []
    if token.stem and token.stem in following:
        found.append(following[token.stem])
    if token.is_number and NUMBER in following:
        found.append(following[NUMBER])
    return found


def outermost(marks: Sequence[Mark], hides: Mapping[str, Collection[str]]) -> list[Mark]:
    """The marks that no longer one hides: in "couch stretch" there is no couch.

    `hides` says which sections and concepts the marks of a section hide inside them.
    """
    kept: list[Mark] = []
    covers: list[Mark] = []
    for mark in marks:
        covers = [cover for cover in covers if cover.end > mark.start]
        if not any(_hides(cover, mark, hides) for cover in covers):
            kept.append(mark)
        if not mark.loose:
            covers.append(mark)
    return kept


def _hides(cover: Mark, mark: Mark, hides: Mapping[str, Collection[str]]) -> bool:
    if cover.end < mark.end or cover.end - cover.start <= mark.end - mark.start:
        return False
    hidden = hides.get(cover.concept) or hides.get(cover.concept.partition(":")[0], ())
    return mark.concept in hidden or mark.concept.partition(":")[0] in hidden
