"""What a message is to the question that is open: an answer, or words about the question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Answer:
    """What the question's buttons would have given; `left` are the words nothing was made of.

    `used` are the places of those that it was made of, unless they had to be translated.
    """

    value: Any
    left: tuple[str, ...] = ()
    used: frozenset[int] = field(default=frozenset(), compare=False, repr=False)


class Aside(StrEnum):
    """What is said about a question in place of an answer."""

    SKIP = "skip"
    BACK = "back"  # "the question before, please"
    UNSURE = "unsure"  # "no idea"
    PRIVATE = "private"  # "none of your business"
    CHOOSE = "choose"  # "whatever you recommend"
    WHY = "why"  # "why do you ask?"
    LATER = "later"  # "can I change this?"
    BEST = "best"  # "how many is best?", "do I need any?"
    MEANING = "meaning"  # "what counts as sitting?"
    LOST = "lost"  # nothing that is understood
    OPEN = "open"  # not understood twice: it waits
    WHICH = "which"  # an answer that is no choice yet: "three times a week", "it depends"


LEAVES: Final = (Aside.SKIP, Aside.UNSURE, Aside.PRIVATE, Aside.CHOOSE)  # the question is left

Known = Mapping[str, Any]  # what was answered before, by question


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and the places of the words that it was made of."""

    value: Any
    used: frozenset[int]
