"""Short words in the middle of a walk: pause, next, skip, it hurts, that's it for today. Pure."""

import re
from enum import StrEnum

from content.language.lexicon import Lexicon

_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


class Aside(StrEnum):
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    TIME = "time"
    HURTS = "hurts"
    DISLIKE = "dislike"
    STOP = "stop"


def aside(text: str, lexicon: Lexicon) -> Aside | None:
    """What a whole message means while a card is being walked; None if it is no such word."""
    said = _plain(text)
    phrases = lexicon.tables["asides"]["asides"]
    return next((each for each in Aside if said in map(_plain, phrases[each])), None)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().translate(_APOSTROPHES)))
