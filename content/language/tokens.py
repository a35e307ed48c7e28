"""A message as words: folded to plain letters, split, and slips of the keyboard mended."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

NUMBER = "<n>"  # stands for any number in a phrase
CLAUSE_ENDS = frozenset(".!?;,:()")
SYMBOLS = "\u2000"  # from here on, a sign is a picture
MOST_SEEN = 20_000  # words remembered with what they mean
MOST_MENDS = 30  # Repairs are the dearest step: a page of gibberish must not buy more of them.

_TOKEN = re.compile(r"\d+(?:[:.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_")
_PLAIN_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9]+(?:[:.,][0-9]+)*|[^a-z0-9\s]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\U0001f3fb-\U0001f3ff]"
)
_QUOTES = dict(zip("’‘ʼ`´“”–—−…", "'''''\"\"---.", strict=True))
_TRIPLE = re.compile(r"(.)\1\1", re.DOTALL)
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_PLAIN_LONG = re.compile(r"([a-z])\1\1+")
_DOUBLE = re.compile(r"(.)\1")
_ROW = re.compile(r"([^\w\s])\1+")
_PLAIN_ROW = re.compile(r"([^a-z0-9_\s])\1+")
_MARK = re.compile("[\u0300-\u036f]")


class Token(NamedTuple):
    """One word or sign of a message, as it was meant. `stem` names its family of verb forms.

    `raw` is what was written; of "don't", only the first of its two words has it. `keys` are the
    names under which phrases know it, and `ends` says that it is a sign that ends a clause.
    """

    text: str
    raw: str
    stem: str
    is_number: bool
    keys: tuple[str, ...]
    ends: bool


def token(text: str, raw: str, stem: str = "") -> Token:
    """A token with what follows from its text. A picture ends a clause as a full stop does."""
    number = text[0].isdigit()
    keys = (text, *((stem,) if stem else ()), *((NUMBER,) if number else ()))
    picture = text[0] > SYMBOLS and not text[0].isalnum()
    return Token(text, raw, stem, number, keys, text in CLAUSE_ENDS or picture)


def fold(text: str) -> str:
    """Small letters without accents, plain quotes, no invisible signs, no yesssss, no ???."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
        for written, plain in _QUOTES.items():  # quicker than str.translate outside ASCII
            text = text.replace(written, plain)
    text = text.casefold()
    if not text.isascii():
        text = _MARK.sub("", unicodedata.normalize("NFKD", text))
    if text.isascii():  # the same, in a fifth of the time
        return _PLAIN_ROW.sub(r"\1", _PLAIN_LONG.sub(r"\1\1", text))
    if _TRIPLE.search(text):
        text = _LONG.sub(r"\1\1", text)
    return _ROW.sub(r"\1", text)


def split(text: str) -> list[str]:
    """Words, numbers and signs of a folded text."""
    return (_PLAIN_TOKEN if text.isascii() else _TOKEN).findall(text)


@dataclass(frozen=True, eq=False, slots=True)
class Spelling:
    """How written words become known ones.

    `known` are all words of the lexicon, `real` are English words that only look like slips of
    them, `short` spells out shorthand, `single` maps plurals, `stems` verb forms to their family,
    `slips` what is left of a word with a letter lost to the words it may be, `long` has those in
    which two may be wrong, by their first letter. An `exact` word is
    meant only if its letters are swapped. `digits` are the shorthands with
    one ("b4"). `seen` remembers what words were read as, because
    people share their words.
    """

    known: frozenset[str]
    real: frozenset[str]
    short: Mapping[str, tuple[str, ...]]
    single: Mapping[str, str]
    stems: Mapping[str, str]
    slips: Mapping[str, str] = field(repr=False)
    long: Mapping[str, Sequence[str]] = field(repr=False)
    exact: frozenset[str] = frozenset()
    digits: frozenset[str] = frozenset()
    seen: dict[str, tuple[Token, ...]] = field(default_factory=dict, repr=False)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The words of a message."""
        words = self._rejoined(split(text), text)
        seen = self.seen
        if all(word in seen for word in words):
            return tuple(chain.from_iterable([seen[word] for word in words]))
        return tuple(chain.from_iterable(self._read(words)))

    def _rejoined(self, words: list[str], text: str) -> list[str]:
        """With shorthand such as "b4" in one piece."""
        if not any(short in text for short in self.digits):
            return words
        parted = (self._parted(each) for each in text.split())
        return list(chain.from_iterable(parted))

    def _parted(self, word: str) -> list[str]:
        bare = word.rstrip(".,!?;:)")
        if bare not in self.digits:
            return split(word)
        return [bare, *split(word[len(bare) :])]

    def _read(self, words: Iterable[str]) -> Iterator[tuple[Token, ...]]:
        mends = MOST_MENDS
        for raw in words:
            found = self.seen.get(raw)
            if found is None:
                mends -= raw not in self.known
                found = self._spelt(raw, mend=mends > 0)
                if mends > 0 and len(self.seen) < MOST_SEEN:
                    self.seen[raw] = found
            yield found

    def _spelt(self, raw: str, *, mend: bool) -> tuple[Token, ...]:
        """One written word as the words that it means."""
        spelt = self.short.get(raw, ())
        if not spelt:
            slip = mend and raw not in self.known and raw[0].isalpha()
            spelt = self._mended(self._plain(raw)) if slip else (raw,)
        return tuple(
            token(self.single.get(word, word), "" if at else raw, self.stems.get(word, ""))
            for at, word in enumerate(spelt)
        )

    def _plain(self, word: str) -> str:
        """Without a possessive, and with doubled letters undone where that makes a word."""
        if word.endswith("'s"):
            word = word[:-2]
        elif word.endswith("s'"):
            word = word[:-1]
        if word in self.known or word in self.real:
            return word
        once = _DOUBLE.sub(r"\1", word)
        return once if once in self.known else word

    def _mended(self, word: str) -> tuple[str, ...]:
        """The known word that this one is a slip of, or the word itself."""
        slip = SHORTEST_SLIP <= len(word) <= LONGEST_SLIP
        if not slip or word in self.known or word in self.real:
            return (word,)
        single = word[:-1] if word.endswith("s") and len(word) > SHORTEST_SLIP else word
        near = {
            known
            for key in _deletes(single) | _deletes(word) | {_consonants(word)}
            for known in self.slips.get(key, "").split()
        }
        if len(word) >= LONG_WORD - 1:
            near.update(self.long.get(word[0], ()))
        likely = [
            known
            for known in near
            if (_is_slip(word, known) or _is_slip(single, known))
            and (known not in self.exact or sorted(word) == sorted(known))
        ]
        best = min(likely, key=lambda known: _rank(word, known), default=word)
        return self.short.get(best, (best,))


SHORTEST_SLIP = 4
LONGEST_SLIP = 40  # letters; to try each way of losing one takes the square of them
LONG_WORD = 9
_VOWELS = str.maketrans("", "", "aeiou")
WRONG_LETTER = 6


def slips_of(words: Iterable[str]) -> dict[str, str]:
    """An index from every way of losing a letter, or all vowels, to the words it may come from."""
    index: dict[str, str] = {}
    for word in words:
        if len(word) >= SHORTEST_SLIP and word.isalpha():
            for key in _deletes(word):
                index[key] = f"{index[key]} {word}" if key in index else word
        if len(word) >= LONG_WORD and word.isalpha():
            bare = _consonants(word)
            index[bare] = f"{index[bare]} {word}" if bare in index else word
    return index


def long_words(words: Iterable[str]) -> dict[str, list[str]]:
    """The words in which two letters may be wrong, by the first, which must be right."""
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= LONG_WORD - 1 and word.isalpha():
            found.setdefault(word[0], []).append(word)
    return found


def _deletes(word: str) -> set[str]:
    """The word, and the word with one letter left out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _consonants(word: str) -> str:
    """As people write in a hurry: "ystrdy"."""
    return word.translate(_VOWELS)


def _rank(word: str, known: str) -> tuple[int, bool, bool, int, str]:
    """Nearest first; a slip seldom hits the first letter, and swaps letters more than it loses."""
    distance = OSA.distance(word, known)
    return (distance, word[0] != known[0], sorted(word) != sorted(known), -len(known), known)


def _is_slip(word: str, known: str) -> bool:
    """Could this be that word, mistyped? The shorter the word, the nearer it must be.

    Letters get swapped, doubled and lost in words of any length; a wrong letter turns a short
    word into another one ("cable" into "table") and is a slip only in a longer word.
    """
    distance, length = OSA.distance(word, known), min(len(word), len(known))
    if len(known) >= LONG_WORD > len(word) and _consonants(word) == _consonants(known):
        return word[0] == known[0]
    if distance > 1:
        long = length >= LONG_WORD - 1 and max(len(word), len(known)) >= LONG_WORD
        return distance == 2 and long and word[0] == known[0]  # noqa: PLR2004
    if sorted(word) == sorted(known):
        return length > SHORTEST_SLIP or word[0] == known[0]
    if len(word) == len(known):
        return length >= WRONG_LETTER and (word[0] == known[0] or length >= LONG_WORD)
    return word[0] == known[0]
