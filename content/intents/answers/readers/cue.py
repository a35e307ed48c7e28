"""What the session shall follow: "when the kettle's on", "after brushing my teeth"."""

from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places

NONE = "none"


def cue(said: Said, _known: Known) -> Found | None:
    """The first of the habits that are named."""
    habit = min(said.values, key=lambda mark: mark.start, default=None)
    if habit is None:
        return None
    value = None if name_of(habit) == NONE else name_of(habit)
    return Found(value, frozenset(places(said.values)))
