"""A hypothesis as somebody would have typed it."""

import re

MARKS = re.compile(r"[^\w\s'’]|_")
LONGEST = 4  # words that are said over and over
FEWEST = 3  # words that are imagined again where the rest is not
TOO_OFTEN = 3  # times in a row that nobody says the same


def as_typed(text: str) -> str:
    """Without the marks and hyphens that a recogniser guesses, and without what it repeats."""
    words = MARKS.sub(" ", text).split()
    for size in range(1, LONGEST + 1):
        words = _once(words, size)
    while more := _imagined(words):
        words = words[:-more]
    return " ".join(map(_large, range(len(words)), words))


def _imagined(words: list[str]) -> int:
    """How many words at the end are the beginning once more, as if it had been said again."""
    most = len(words) // 2
    least = 2 if len(words) % 2 == 0 and _same(words[:most], words[most:]) else FEWEST
    sizes = range(most, least - 1, -1)
    return next((n for n in sizes if _same(words[:n], words[-n:])), 0)


def _large(at: int, word: str) -> str:
    """A recogniser may leave out large letters where a sentence has them."""
    begins = (at == 0 or word == "i") and word[:1].isascii()
    return word[:1].upper() + word[1:] if begins else word


def _once(words: list[str], size: int) -> list[str]:
    """What comes too often in a row, with so many words, is said once."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        said = words[at : at + size]
        times = 1
        while _same(said, words[at + times * size : at + (times + 1) * size]):
            times += 1
        kept += said[:1] if times < TOO_OFTEN else said
        at += 1 if times < TOO_OFTEN else times * size
    return kept


def _same(one: list[str], other: list[str]) -> bool:
    return [each.casefold() for each in one] == [each.casefold() for each in other]
