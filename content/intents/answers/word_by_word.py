"""Short answers in another language, word for word in English: "lunes y jueves", "acht stunden"."""

import re
from collections.abc import Mapping

from content.language.compiler import CompiledLexicon
from content.language.tokens import fold

WORD = re.compile(r"\d+(?:[:.h]\d+)?|[^\W\d_]+|[^\w\s]")
LONGEST = 10  # words; whoever writes more tells something else too


def in_english(text: str, words: CompiledLexicon, *, names: bool = False) -> str | None:
    """The answer in English; None unless one language has every word, up to one of `names`.

    A single word that is English too is English: "once" is no eleven.
    """
    said = WORD.findall(fold(text))
    if not 0 < len(said) <= LONGEST or (len(said) == 1 and said[0] in words.spelling.known):
        return None
    languages = words.lexicon.tables["word-by-word"]["languages"].values()
    return next((found for each in languages if (found := _told(said, each, names=names))), None)


def _told(said: list[str], table: Mapping[str, str], *, names: bool) -> str | None:
    """The words as this language has them; the longest phrase counts."""
    found: list[str] = []
    at = 0
    while at < len(said):
        length = next((n for n in range(len(said) - at, 0, -1) if _phrase(said, at, n) in table), 0)
        if not length and said[at][0].isalpha():
            if not (names and found):
                return None
            names = False
        found.append(table[_phrase(said, at, length)] if length else said[at])
        at += length or 1
    return " ".join(found)


def _phrase(said: list[str], at: int, length: int) -> str:
    return " ".join(said[at : at + length])
