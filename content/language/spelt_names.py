"""A name of several words in which one is too misspelt to be known: "cowch stretch". Pure."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from content.language.lexicon import Lexicon, once_for_each
from content.language.parsed_message import ParsedMessage

SHORTEST, MOST_WORDS = 8, 4  # letters of a name, and its words
SLIP_EVERY = 8  # letters for each one that may be wrong
LONGEST_MESSAGE = 8  # words: in a long one a stray word is no name


def misspelt(reading: ParsedMessage) -> str | None:
    """The exercise whose whole name is a slip or two away from some words of the message."""
    if reading.size > LONGEST_MESSAGE:
        return None
    names = _names(reading.words.lexicon)
    for said in _windows(reading):
        found = extractOne(
            said, names.keys(), scorer=OSA.distance, score_cutoff=len(said) // SLIP_EVERY
        )
        if found:
            return names[found[0]]
    return None


def _windows(reading: ParsedMessage) -> Iterator[str]:
    """Rows of two to four words with an unknown one among them, the longest first."""
    words = [token.raw for token in reading.tokens]
    known = reading.words.spelling.known
    strange = {
        at
        for at, token in enumerate(reading.tokens)
        if token.raw.isalpha() and token.raw not in known and token.text not in known
    }
    for count in range(MOST_WORDS, 1, -1) if strange else ():
        for start in range(len(words) - count + 1):
            row = " ".join(words[start : start + count])
            if len(row) >= SHORTEST and not strange.isdisjoint(range(start, start + count)):
                yield row


@once_for_each
def _names(lexicon: Lexicon) -> dict[str, str]:
    """Every plainly written name of two words or more, and its exercise."""
    return {
        name: exercise
        for exercise, said in _said(lexicon)
        for name in map(str.lower, said)
        if len(name) >= SHORTEST and 1 < len(name.split()) <= MOST_WORDS and _plain(name)
    }


def _said(lexicon: Lexicon) -> Iterator[tuple[str, list[str]]]:
    for exercise, known in lexicon.exercises.items():
        yield exercise, [known["name"], *known.get("say", ())]


def _plain(name: str) -> bool:
    return all(part.isalpha() for part in name.split())
