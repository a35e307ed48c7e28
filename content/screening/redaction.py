"""Which messages that nobody understood are worth showing to authors, and how little of them."""

import re

from content.language.lexicon import Lexicon
from content.language.tokens import fold
from content.screening.screen import screen

SHORTEST, LONGEST = 3, 200  # characters
HIDDEN = "…"
_PRIVATE = re.compile(r"https?:/+\S+|\S+@\S+|@\w+|[+\d][\d\s().-]{3,}\d")
_LETTER = re.compile(r"[^\W\d_]")


def worth_keeping(text: str, name: str, lexicon: Lexicon | None = None) -> str | None:
    """The message without names, numbers and addresses; None if it is not for authors.

    Red flags are none of their business, and digits alone or a mere sign teach them nothing.
    """
    kept = _PRIVATE.sub(HIDDEN, fold(" ".join(text.split())))
    if name:
        kept = re.sub(rf"\b{re.escape(fold(name))}\b", HIDDEN, kept)
    kept = kept[:LONGEST].strip()
    if len(kept) < SHORTEST or not _LETTER.search(kept) or screen(text, lexicon):
        return None
    return kept
