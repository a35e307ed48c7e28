"""Short answers in another language, word for word in English: "lunes y jueves", "acht stunden",
"after Kaffee please".
"""

import re
from collections.abc import Collection, Mapping

from content.language.compiler import CompiledLexicon
from content.language.tokens import fold

WORD = re.compile(r"\d+(?:[:.h]\d+)?|[^\W\d_]+|[^\w\s]")
HALF_PAST = re.compile(r"\b(\d{1,2}) ?(?:uhr|h|heures?|e|y) ?([0-5]\d)\b")  # "7 Uhr 30"
MINUTES = re.compile(r"\b(\d{1,2}) (thirty|fifteen)\b")
BEHIND = {"thirty": "30", "fifteen": "15"}
LONGEST = 10  # words; whoever writes more tells something else too


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
    languages = words.lexicon.tables["word-by-word"]["languages"].values()
    known = {*words.spelling.known, *words.lexicon.tables["answers"]["small"]}
    told = (
        _told(said, each, known if _mixed(said, each, known) or timed != plain else (), names=names)
        for each in languages
    )
    return next((MINUTES.sub(_as_clock, found) for found in told if found), None)


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


def _mixed(said: list[str], table: Mapping[str, str], english: Collection[str]) -> bool:
    """Is a word in it of that language, alone or in a phrase, and no English one?"""
    own = {word for phrase in table for word in phrase.split()}
    return any(word[0].isalpha() and word in own and word not in english for word in said)


def _phrase(said: list[str], at: int, length: int) -> str:
    return " ".join(said[at : at + length])
