"""What makes it worse, what eases it and when in the day, in a runner's own words. Pure.

Nothing is concluded from it: it is quoted on the sheet for a physio, who asks for just that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WHEN = (
    r"((?:when|while|whenever|after|on|during|with|if|once|going|climbing|sitting)\b[^.,;!?]{2,40})"
)
_WORSE = re.compile(
    rf"\b(?:worse|worst|hurts?|pinch\w*|ach\w+|pain\w*|sore|clicks?|stabs?)(?: \w+)? {_WHEN}",
    re.IGNORECASE,
)
_EASES = re.compile(
    rf"\b(?:better|best|easier|eases?|helps?|gone|fine|settles?)(?: \w+)? {_WHEN}", re.IGNORECASE
)
_DAY = re.compile(
    r"\b(in the mornings?|first thing|at night|in the evenings?|all day|wakes me(?: up)?)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:and|but|then|better|worse|gone|fine|eases?|helps?)\b", re.IGNORECASE)
MOST = 2  # of a kind


@dataclass(frozen=True, slots=True)
class Pattern:
    """Quotes, each kind in the order of telling."""

    worse: tuple[str, ...] = ()
    eases: tuple[str, ...] = ()
    day: tuple[str, ...] = ()


def pattern(told: Sequence[str]) -> Pattern:
    """What these sentences say of it."""
    return Pattern(_quotes(_WORSE, told), _quotes(_EASES, told), _quotes(_DAY, told))


def _quotes(words: re.Pattern[str], told: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_found(words, told)))[:MOST]


def _found(words: re.Pattern[str], told: Sequence[str]) -> Iterator[str]:
    for text in told:
        for match in words.finditer(text):
            quote = _NEXT.split(match[1], maxsplit=1)[0].strip()
            if quote:
                yield quote
