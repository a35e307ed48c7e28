"""An exercise that a physio gave, or of one's own, with its dose: "my physio gave me wall sits
3x30", "add heel drops 3x15 to my plan". Pure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse

CLINICIAN = "care:clinician"
LONGEST = 40  # letters of a name
_DOSE = re.compile(
    r"(?P<sets>\d{1,2}) ?(?:x|×|sets? of) ?(?P<count>\d{1,3}) ?(?P<unit>s|sec|secs|seconds)?\b",
    re.IGNORECASE,
)
# What is held, and not counted as “sit to stands” are: “wall sits 3x30” are seconds.
_HELD = re.compile(
    r"\b(?:(?:wall|chair)[ -]sits?|holds?|planks?(?! jacks?)|stretch\w*|hangs?|balanc\w+)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(each|both|left|right)\b", re.IGNORECASE)
# How somebody gives one, up to its name.
_GIVEN = re.compile(
    r"\b(?:gave|gives|wants|told|prescribed|added|set|asked)(?: me)?(?: to do| to)?\b",
    re.IGNORECASE,
)
# How somebody puts one of their own into the plan.
_ADDED = re.compile(r"\b(?:add|put)\b(?: also)?", re.IGNORECASE)
_MINE = re.compile(
    r"\b(?:add|put)\b.*\b(?:to|in|into) my (?:plan|session|sessions|list|routine)\b", re.IGNORECASE
)
_EDGES = " ,.:;-–\n"


@dataclass(frozen=True, slots=True)
class Prescription:
    """Its name as it was written, sets of so many repetitions or `seconds`, and on which side."""

    name: str
    sets: int
    count: int
    seconds: bool
    side: str | None


def prescribed(
    text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]
) -> Prescription | None:
    """What a message says that somebody qualified gave; None without a name and a dose."""
    dose = _DOSE.search(text)
    if dose is None:
        return None
    own = _MINE.search(text) is not None
    if not own and not parse(text, compiled(lexicon, cards)).has(CLINICIAN):
        return None
    given = _GIVEN.search(text, 0, dose.start()) or _ADDED.search(text, 0, dose.start())
    name = text[given.end() : dose.start()].strip(_EDGES) if given else ""
    if not name or len(name) > LONGEST:
        return None
    side = _SIDE.search(text, dose.end())
    return Prescription(
        name[0].upper() + name[1:],
        int(dose["sets"]),
        int(dose["count"]),
        dose["unit"] is not None or _HELD.search(name) is not None,
        side[1].lower() if side else None,
    )
