"""That nothing lasts in the body. What does is told as at any other time."""

from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, places

NOTHING = "none"


def conditions(said: Said, _known: Known) -> Found | None:
    """Only where nothing else is said."""
    none = said.value(NOTHING)
    return Found(NOTHING, frozenset(places([none]))) if none and said.alone(none) else None
