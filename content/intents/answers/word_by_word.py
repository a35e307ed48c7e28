"""Short answers in another language, word for word in English: "lunes y jueves", "acht stunden",
"after Kaffee please".
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from content.language.compiler import CompiledLexicon
from content.language.tokens import fold

WORD = re.compile(r"\d+(?:[:.h]\d+)?|[^\W\d_]+|[^\w\s]")
HALF_PAST = re.compile(r"\b(\d{1,2}) ?(?:uhr|h|heures?|e|y) ?([0-5]\d)\b")  # "7 Uhr 30"
MINUTES = re.compile(r"\b(\d{1,2}) (thirty|fifteen)\b")
BEHIND = {"thirty": "30", "fifteen": "15"}
LONGEST = 10  # words; whoever writes more tells something else too


@dataclass(frozen=True, slots=True)
class Language:
    """Its phrases in English, and the words that they are made of."""

    phrases: Mapping[str, str]
    words: frozenset[str]


def in_english(text: str, words: CompiledLexicon, *, names: bool = False) -> str | None:
    """The answer in English; None unless one language has every word that is not English, and one
    of these at least; up to one of `names` may be in none.

    A single word that is English too is English: "once" is no eleven.
    """
    plain = fold(text)
    timed = HALF_PAST.sub(r"\1:\2", plain)
    said = WORD.findall(timed)
    if not 0 < len(said) <= LONGEST or (len(said) == 1 and said[0] in words.spelling.known):
        return None
    foreign = [word for word in said if not _is_english(word, words)]
    told_apart = {*foreign, *_accented(text)}
    english = frozenset(said).difference(foreign)
    for each in _languages(words):
        mixed = timed != plain or not each.words.isdisjoint(told_apart)
        found = _told(said, each.phrases, english if mixed else frozenset(), names=names)
        if found:
            return MINUTES.sub(_as_clock, found)
    return None


def _languages(words: CompiledLexicon) -> Sequence[Language]:
    if "languages" not in words.remembered:
        tables = words.lexicon.tables["word-by-word"]["languages"].values()
        words.remembered["languages"] = [
            Language(table, frozenset(word for each in table for word in each.split()))
            for table in tables
        ]
    known: Sequence[Language] = words.remembered["languages"]
    return known


def _is_english(word: str, words: CompiledLexicon) -> bool:
    small = words.lexicon.tables["answers"]["small"]
    return not word[0].isalpha() or word in words.spelling.known or word in small


def _as_clock(told: re.Match[str]) -> str:
    """ "7 thirty" of "a las 7 y media"."""
    return f"{told[1]}:{BEHIND[told[2]]}"


def _told(
    said: list[str], table: Mapping[str, str], english: Collection[str], *, names: bool
) -> str | None:
    """The words as this language has them; the longest phrase counts."""
    found: list[str] = []
    at = 0
    while at < len(said):
        length = next((n for n in range(len(said) - at, 0, -1) if _phrase(said, at, n) in table), 0)
        if not length and said[at][0].isalpha() and said[at] not in english:
            if not (names and found):
                return None
            names = False
        found.append(table[_phrase(said, at, length)] if length else said[at])
        at += length or 1
    return " ".join(found)


def _accented(text: str) -> frozenset[str]:
    """Words with letters that no English word has; the lexicon may know them by themselves."""
    return frozenset(fold(word) for word in WORD.findall(text.casefold()) if not word.isascii())


def _phrase(said: list[str], at: int, length: int) -> str:
    return " ".join(said[at : at + length])
