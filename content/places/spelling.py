"""How typed names are compared: down to bare letters, with a few slips forgiven."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "e"}
    | dict.fromkeys("'’ʻʼ‘`ʹʺ\u200b\u200c\u200d")
)


FORGIVING_FROM = (4, 8)  # letters, for the first and the second slip
SHORT_FOR = {"saint": "st", "mount": "mt", "fort": "ft"}


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and punctuation, words a single space apart."""
    lower = unicodedata.normalize("NFKD", text).casefold()
    split = unicodedata.normalize("NFKD", lower).translate(LETTERS)
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    words = "".join(map(_letter, unicodedata.normalize("NFC", bare))).split()
    return " ".join(SHORT_FOR.get(word, word) for word in words)


def _letter(character: str) -> str:
    # Vowel signs of Indian scripts are marks, not letters, and still belong to the word.
    return character if character.isalnum() or unicodedata.category(character)[0] == "M" else " "


def slips(key: str) -> int:
    """How many wrong, missing, swapped or extra letters are forgiven in a name."""
    return bisect_right(FORGIVING_FROM, len(key))


def near(key: str, names: Sequence[str]) -> dict[str, int]:
    """Those of `names` within a few slips of `key`, each with its number of slips."""
    hits = process.extract(
        key, names, scorer=OSA.distance, processor=None, score_cutoff=slips(key), limit=None
    )
    return {name: int(slipped) for name, slipped, _ in hits}
