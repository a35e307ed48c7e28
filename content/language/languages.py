"""Which language a message is in, as far as its letters and the words that we know in it tell."""

import unicodedata
from collections import Counter

from content.language.parsed_message import ParsedMessage

UNNAMED = "xx"  # a language that we can't tell
MOST = 0.6  # of the words
# By how the names of their letters begin; Cyrillic and Latin ones are told apart by words.
SCRIPTS = {
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "CYRILLIC": "ru",
}


def spoken(reading: ParsedMessage) -> str | None:
    """A code such as es or de; None for English, and when a word could be either.

    A word that English has too, such as "was", counts only beside one that it has not.
    """
    if script := _script(reading.text):
        return script
    table = reading.tables["languages"]
    known, shared = frozenset(table["english"]), frozenset(table["shared"])
    marks = [mark for mark in reading.all_marks if mark.concept.startswith("lang:")]
    sure = {mark.concept for mark in marks if reading.word(mark.start) not in shared}
    counted = Counter(mark.concept for mark in marks if mark.concept in sure)
    english = sum(token.text in known for token in reading.tokens)
    best = counted.most_common(1)
    return best[0][0].partition(":")[2] if best and best[0][1] > english else None


def sounds_foreign(reading: ParsedMessage) -> bool:
    """Is a message of which nothing is understood hardly English at all?

    Most of its words are none that we know, or some have letters that English has not.
    """
    words = [token for token in reading.tokens if token.raw.isalpha()]
    known = reading.words.spelling.known
    strange = [token for token in words if token.raw not in known]
    accents = any(not letter.isascii() for letter in reading.text if letter.isalpha())
    return bool(strange) and (accents or (len(words) > 1 and len(strange) > len(words) * MOST))


def _script(text: str) -> str | None:
    """The language of the first letters that are neither Latin nor of a mixed message."""
    if text.isascii():
        return None
    names = [unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()]
    counted = Counter(SCRIPTS.get(name) for name in names)
    best = counted.most_common(1)
    return best[0][0] if best else None
