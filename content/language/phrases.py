"""Finding the phrases of a lexicon in a message.

A phrase is a row of words. `front|top of hip` gives alternatives for one word, `hurt~` any form
of a verb, `...` up to three words in between, `<n>` a number. Words like "my" and "the" need not
be written: they may stand anywhere inside a phrase.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from content.language.tokens import Token

GAP = "..."
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


# A place in the tree of all phrases: the words that may follow, and below ENDS what ends here.
# There are thirty thousand of them, which plain dicts bring back from a file in no time.
Node: TypeAlias = dict[str, Any]
ENDS = ""


class Phrases:
    """All phrases of a lexicon, each standing for a concept."""

    def __init__(self, fillers: Iterable[str], stops: Iterable[str] = ".!?;,") -> None:
        self._root: Node = {}
        self._fillers = frozenset(fillers)
        self._stops = frozenset(stops)

    def add(self, concept: str, words: Sequence[Sequence[str]]) -> None:
        """Teach one phrase: for each place the words that may stand there."""
        nodes = [self._root]
        for choices in words:
            nodes = [node.setdefault(word, {}) for node in nodes for word in choices]
        for node in nodes:
            node.setdefault(ENDS, []).append(concept)

    def find(self, tokens: Sequence[Token]) -> list[Mark]:
        """Every phrase in the message, also those inside others, in order of their beginning."""
        keys = [*(token.keys for token in tokens), ()]
        filler = [*(token.text in self._fillers for token in tokens), False]
        open_ = [*(token.text not in self._stops for token in tokens), False]
        marks = set[Mark]()
        for start, names in enumerate(keys):
            paths = [(self._root[name], start + 1, False) for name in names if name in self._root]
            while paths:
                node, at, loose = paths.pop()
                ends = node.get(ENDS, ())
                for concept in ends:
                    marks.add(Mark(start, at, concept, loose))
                if len(node) > bool(ends):
                    near = range(at, at + FILLER_WORDS + 1)
                    _onward(paths, node, keys, filler, spots=near, loose=loose)
                if GAP in node:
                    far = range(at, at + GAP_WORDS + 1)
                    _onward(paths, node[GAP], keys, open_, spots=far, loose=True)
        return sorted(marks, key=in_order)


Keys = Sequence[tuple[str, ...]]
Path = tuple[Node, int, bool]  # how far in the tree, how far in the message, and whether loose


def in_order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.concept


def _onward(
    paths: list[Path],
    following: Node,
    keys: Keys,
    passes: Sequence[bool],
    *,
    spots: range,
    loose: bool,
) -> None:
    """Where a phrase can go on in these spots, as far as the words there may be passed over."""
    for here in spots:
        paths += [(following[name], here + 1, loose) for name in keys[here] if name in following]
        if not passes[here]:
            return


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
